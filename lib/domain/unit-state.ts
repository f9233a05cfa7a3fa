import { emptyUnitDossiers, type UnitDossiers } from './dossier/unit-dossiers.ts';
import type { FactKey } from './fact-order.ts';
import type { Rating } from './rating.ts';
import type { Cell } from './rollup.ts';
import type { Ticket } from './ticket.ts';
import type { TicketFact } from './ticket-fact.ts';
import { monthOf } from './zoned-time.ts';

export type TicketEntry = { facts: readonly TicketFact[]; ticket: Ticket };
export type RatingEntry = { rating: Rating; second: boolean; repeats: number; seq: number };
export type CounterEntry = FactKey & {
  state: 'open' | 'paused' | 'closed';
  officer: string | null;
  services: string[];
};
export type IssuingEntry = FactKey & { stopped: boolean; reason: string | null };
export type GaugeEntry = FactKey & {
  waiting: number;
  openCounters: number | null;
  currentNumber: string | null;
};
export type NoteEntry = { fromAt: number; toAt: number | null; text: string };
export const SIGNAL_KINDS = ['queue', 'ratings', 'dossiers'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Everything a unit's events mean together. The server keeps what is live in it and loads the rest when a late fact needs it. */
export type UnitState = {
  code: string;
  zone: string;
  tickets: Map<string, TicketEntry>;
  ratings: Map<string, RatingEntry>;
  counters: Map<string, CounterEntry>;
  issuing: Map<string, IssuingEntry>;
  gauges: Map<string, GaugeEntry>;
  notes: Map<number, NoteEntry>;
  signals: Map<SignalKind, number>;
  dossiers: UnitDossiers;
  /** Rollups by key: `day/halfHour/service`, `day/service` and `month/service`. */
  halfHours: Map<string, Cell>;
  days: Map<string, Cell>;
  months: Map<string, Cell>;
};

export const emptyUnit = (code: string, zone: string): UnitState => ({
  code,
  zone,
  tickets: new Map(),
  ratings: new Map(),
  counters: new Map(),
  issuing: new Map(),
  gauges: new Map(),
  notes: new Map(),
  signals: new Map(),
  dossiers: emptyUnitDossiers(),
  halfHours: new Map(),
  days: new Map(),
  months: new Map(),
});

export type MaxServiceMinutes = (service: string, day: string) => number;

export const halfHourKey = (part: { day: string; halfHour: number; service: string }): string =>
  `${part.day}/${part.halfHour}/${part.service}`;
export const dayKey = (part: { day: string; service: string }): string => `${part.day}/${part.service}`;
export const monthKey = (part: { day: string; service: string }): string =>
  `${monthOf(part.day)}/${part.service}`;
