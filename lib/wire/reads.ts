import type { ChainState } from '../domain/apology/apology.ts';
import type { BusyHours } from '../domain/busy-hours.ts';
import type { ChosenPeriod } from '../domain/calendar/earlier-period.ts';
import type { ComparedMetric } from '../domain/compared-metric.ts';
import type { DossierMeasures } from '../domain/dossier/dossier-measures.ts';
import type { Figure } from '../domain/figure.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { RatingMeasures, TicketMeasures } from '../domain/measures.ts';
import type { Bucket, Period } from '../domain/period.ts';
import type { Level } from '../domain/rating-level.ts';
import type { Mark } from '../domain/rating-marks.ts';
import type { AlertMeasures } from './alert-measures.ts';
import type { InspectionCounts } from './inspection-counts.ts';
import type { SuggestionMeasures } from './suggestion-reads.ts';

/** `GET /api/v1/areas/{code}/kpis`. `tickets` is null where no unit has a queue ("không áp dụng"). */
export type KpisAnswer = {
  area: string;
  from: string;
  to: string;
  asOf: string;
  tickets: TicketMeasures | null;
  ratings: RatingMeasures;
  dossiers: DossierMeasures;
  /** Of those owed or begun in the period, where the chain stands now. */
  apologies: Record<ChainState, number>;
  alerts: AlertMeasures;
  suggestions: SuggestionMeasures;
  inspections: InspectionCounts;
};

/** Whether direct children are compared, or all units below. */
export const COMPARE_LEVELS = ['children', 'units'] as const;
export type CompareLevel = (typeof COMPARE_LEVELS)[number];

/**
 * One area in a comparison; `target` is the one in force for it. `changedOn`: the last day, up to the end of the period,
 * on which its borders changed (G11).
 */
export type ComparedArea = Figure & {
  code: string;
  name: string;
  nameEn: string | null;
  target: number | null;
  changedOn: string | null;
  /** V6: the figure without what is left out by approval; null: nothing is. Result and signal are of the whole. */
  without: Figure | null;
} & Pick<Judgement, 'result' | 'signal' | 'few'>;

/** `GET …/compare`. `target` is the area's own; `targetBasis` says where it stands. Children in order of need. */
export type CompareAnswer = {
  metric: ComparedMetric;
  level: CompareLevel;
  from: string;
  to: string;
  target: number | null;
  targetBasis: { source: string; from: string; seconds: number | null } | null;
  total: Figure;
  totalWithout: Figure | null;
  children: ComparedArea[];
};

/**
 * `GET …/period`: local days of a chosen period and of those it is compared with (P3, P4). `running`: it has not ended.
 * `ownMonths`: months of reports here are not calendar months.
 */
export type PeriodAnswer = Period & {
  kind: ChosenPeriod | 'own';
  running: boolean;
  previous: Period;
  lastYear: Period;
  today: string;
  ownMonths: boolean;
};

/** `GET …/history`. A bucket is named by its local start; `target` is the one in force on its last day. */
export type HistoryAnswer = {
  metric: ComparedMetric;
  bucket: Bucket;
  from: string;
  to: string;
  target: number | null;
  /** `without` (V6): without what is left out by approval; null: nothing is in that bucket. */
  series: (Figure & { bucket: string; without: Figure | null })[];
  total: Figure;
  totalWithout: Figure | null;
  /** What was noted of the units there in the period. */
  notes: NoteOfPeriod[];
};

/** `GET …/flow` (Q1): by the moment of the wait's start and of the end; null: the bucket has not begun. */
export type FlowAnswer = Period & {
  bucket: Bucket;
  series: { bucket: string; arrived: number | null; finished: number | null }[];
};

/** `GET …/busy` (V4): mean arrivals by weekday (1 Monday) and hour. */
export type BusyAnswer = Period & BusyHours;

/** A note by its seq; instants are ISO 8601, `toAt` null: it was of a moment. */
export type NoteOfPeriod = { note: number; unit: string; fromAt: string; toAt: string | null; text: string };

/** `GET …/usual`: means over `days` comparable days by half hour (0–47); null when fewer than 3 are comparable. */
export type UsualAnswer = {
  days: number;
  halfHours: Record<string, { arrived: number; finished: number }> | null;
};

/** `GET …/clocks`: sources whose events were refused today because their clock runs ahead. Instants are epoch ms. */
export type ClocksAnswer = { sources: { source: string; area: string; at: number }[] };

/** A line of `GET /api/v1/tickets`: nothing about people. Instants are ISO 8601. */
export type TicketLine = {
  unit: string;
  ticket: string;
  number: string | null;
  service: string;
  state: string;
  pending: boolean;
  serviceDay: string;
  waitStartAt: string;
  firstCallAt: string | null;
  endedAt: string | null;
  waitSec: number | null;
  counter: string | null;
  outcome: string | null;
};

/**
 * A line of `GET /api/v1/ratings`. `cut`: the time is that of the half hour and the ticket is not told (B5). `comment` is
 * there only for whoever may read comments; null: none was given, or it was erased. `masked`: something in it must be
 * opened (K14).
 */
export type RatingLineItem = {
  unit: string;
  rating: string;
  day: string;
  at: string;
  cut: boolean;
  level: Level;
  raw: number | null;
  scale: string | null;
  service: string | null;
  counter: string | null;
  ticket: string | null;
  phase: string | null;
  channel: string | null;
  reasons: string[];
  marks: Mark[];
  comment?: string | null;
  masked?: boolean;
};

/** A page of a list; `next` is the cursor of the following page, null at the end. */
export type ListAnswer<Item> = { items: Item[]; next: string | null };
