import type { DataOf, DomainEvent } from './events/registry.ts';
import { compareFacts, type FactKey } from './fact-order.ts';
import { type Level, levelOfRaw } from './rating-level.ts';
import type { Contribution, CountColumn } from './rollup.ts';
import { localMoment } from './zoned-time.ts';

export type RatingEvent = DomainEvent<'rating.given'>;

/** A rating as counted; its comment lives beside the log. `second`: not the first for its ticket. */
export type Rating = FactKey & {
  rating: string;
  level: Level;
  raw: number | null;
  scale: string | null;
  counter: string | null;
  ticket: string | null;
  dossier: string | null;
  service: string | null;
  officer: string | null;
  phase: string | null;
  channel: string | null;
  reasons: string[];
};

/** The counted form of an event. Total: a value without a level (which the door refuses) would read as neutral. */
export function ratingOf(event: RatingEvent): Rating {
  const data: DataOf<'rating.given'> = event.data;
  const fromRaw = data.raw !== undefined && data.scale ? levelOfRaw(data.raw, data.scale) : null;
  return {
    at: event.at,
    source: event.source,
    id: event.id,
    rating: data.rating,
    level: data.level ?? fromRaw ?? 'neutral',
    raw: data.raw ?? null,
    scale: data.scale ?? null,
    counter: data.counter ?? null,
    ticket: data.ticket ?? null,
    dossier: data.dossier ?? null,
    service: data.service ?? null,
    officer: data.officer ?? null,
    phase: data.phase ?? null,
    channel: data.channel ?? null,
    reasons: data.reasons ?? [],
  };
}

/** The marks that a rating and those of its ticket decide; all others need its day (`rating-marks`). */
type OwnMark = 'unlinked' | 'second';

export const marksOf = (rating: Rating, second: boolean): OwnMark[] => [
  ...(rating.ticket === null && rating.dossier === null ? (['unlinked'] as const) : []),
  ...(second ? (['second'] as const) : []),
];

/** S2: of several ratings for one ticket the first by (time, source, id) is the first; the others are second. */
export function seconds(ratingsOfTicket: readonly Rating[]): Set<string> {
  const ordered = ratingsOfTicket.toSorted(compareFacts);
  return new Set(ordered.slice(1).map((rating) => rating.rating));
}

/** The column of a cell in which a level is counted. */
export const LEVEL_COLUMN: Record<Level, CountColumn> = {
  very_satisfied: 'verySatisfied',
  satisfied: 'satisfied',
  neutral: 'neutral',
  dissatisfied: 'dissatisfied',
  very_dissatisfied: 'veryDissatisfied',
};

/** What a rating adds to the rollups of its unit: a cell of its own local half hour and service ('' when not named). */
export function ratingContribution(rating: Rating, second: boolean, zone: string): Contribution {
  return {
    ...localMoment(zone, rating.at),
    service: rating.service ?? '',
    add: {
      [LEVEL_COLUMN[rating.level]]: 1,
      ...(second && { markedSecond: 1 }),
    },
  };
}
