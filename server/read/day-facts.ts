import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import {
  type CountedRating,
  type Mark,
  markDay,
  type Usual,
  type Visit,
} from '../../lib/domain/rating-marks.ts';
import { type Span, sessionsOf } from '../../lib/domain/settings.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import { epochMs, RATING_COLUMNS, ratingOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';

/** A local day of a unit. */
export type UnitDay = { unit: string; day: string };

export const unitDayKey = ({ unit, day }: UnitDay): string => `${unit}\n${day}`;

type Row = Record<string, unknown>;
type DayFacts = { ratings: CountedRating[]; visits: Visit[] };

/** Ratings and called tickets of some days of units, by `unitDayKey`. */
async function dayFacts({ pool }: ReadContext, days: readonly UnitDay[]): Promise<Map<string, DayFacts>> {
  const wanted = [days.map(({ unit }) => unit), days.map(({ day }) => day)];
  const facts = new Map<string, DayFacts>();
  const of = (row: Row): DayFacts =>
    heldOrMade(facts, unitDayKey({ unit: String(row.unit), day: String(row.day) }), () => ({
      ratings: [],
      visits: [],
    }));
  const among = 'IN (SELECT * FROM unnest($1::text[], $2::date[]))';
  const ratings = await pool.query<Row>(
    `SELECT day::text AS day, ${RATING_COLUMNS} FROM rating WHERE (unit, day) ${among}`,
    wanted,
  );
  for (const row of ratings.rows) of(row).ratings.push(ratingOfRow(row).entry);
  const visits = await pool.query<Row>(
    `SELECT unit, service_day::text AS day, ticket, counter, state, ${epochMs('first_call_at', 'called_at')},
       ${epochMs('ended_at', 'ended_at')} FROM ticket WHERE (unit, service_day) ${among} AND first_call_at IS NOT NULL`,
    wanted,
  );
  for (const row of visits.rows)
    of(row).visits.push({
      ticket: String(row.ticket),
      counter: typeof row.counter === 'string' ? row.counter : null,
      calledAt: Number(row.called_at),
      endedAt: row.ended_at === null ? null : Number(row.ended_at),
      finished: row.state === 'finished',
    });
  return facts;
}

/** The opening sessions by which a day of a unit is marked. */
export const spansOn = ({ tree }: Pick<ReadContext, 'tree'>, { unit, day }: UnitDay): Span[] | null =>
  sessionsOf(tree, unit, zoneOf(tree, unit), day);

/** The marks of all ratings of some days, by `unitDayKey`, each with the ratings that have any or none. */
export async function markedDays(
  context: ReadContext,
  days: readonly UnitDay[],
  usualOf: (day: UnitDay) => Usual,
): Promise<Map<string, { ratings: CountedRating[]; marks: Map<string, Mark[]> }>> {
  const facts = await dayFacts(context, days);
  return new Map(
    days.map((day) => {
      const { ratings, visits } = facts.get(unitDayKey(day)) ?? { ratings: [], visits: [] };
      const marks = markDay({ ratings, visits, spans: spansOn(context, day), usual: usualOf(day) });
      return [unitDayKey(day), { ratings, marks }];
    }),
  );
}
