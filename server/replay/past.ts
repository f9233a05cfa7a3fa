import { addDays, localDay, monthOf, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Known } from '../../lib/wire/replay.ts';

/** An event may lie this much ahead of the server's clock when it is received. */
const AHEAD_MS = 5 * 60_000;

/**
 * A moment of the log (Y1). `seq` is the last that the server had given by `at`, or has given at all where everything
 * known today counts. No event later than `horizon` belongs to it.
 */
export type Moment = { known: Known; at: number; seq: number; horizon: number };

export const momentAt = (known: Known, at: number, seq: number): Moment => ({
  known,
  at,
  seq,
  horizon: known === 'then' ? at + AHEAD_MS : at,
});

/**
 * The local days of a unit at a moment; `since` and `today` are the starts of the eve and the day, epoch ms. `last` is the
 * latest day of which anything belongs to the moment: clocks may be ahead over midnight.
 */
export type PastUnit = {
  unit: string;
  zone: string;
  day: string;
  eve: string;
  month: string;
  since: number;
  today: number;
  last: string;
};

export function pastUnit(unit: string, zone: string, { at, horizon }: Moment): PastUnit {
  const day = localDay(zone, at);
  const eve = addDays(day, -1);
  return {
    unit,
    zone,
    day,
    eve,
    month: monthOf(day),
    since: startOfDay(zone, eve),
    today: startOfDay(zone, day),
    last: localDay(zone, horizon),
  };
}

/** Units as a table `u` of a statement whose first parameters they are; `PAST_UNITS` are their values. */
export const FROM_UNITS = `unnest($1::text[], $2::date[], $3::date[], $4::date[], $5::float8[], $6::float8[], $7::date[]) AS u(unit, eve, day, month, since, today, last)`;
export const valuesOf = (units: readonly PastUnit[]): unknown[] => [
  units.map(({ unit }) => unit),
  units.map(({ eve }) => eve),
  units.map(({ day }) => day),
  units.map(({ month }) => month),
  units.map(({ since }) => since),
  units.map(({ today }) => today),
  units.map(({ last }) => last),
];

/** An instant that is a parameter (epoch ms), as the database has it. */
export const instant = (parameter: string): string => `to_timestamp(${parameter}::float8 / 1000.0)`;
