import { LEVELS, type Level } from '../../lib/domain/rating-level.ts';
import type { Usual } from '../../lib/domain/rating-marks.ts';
import { responseIn } from '../../lib/domain/satisfaction.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import { addDays, endOfDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { CELL_COLUMNS, cellOfRow } from '../log/cell-columns.ts';
import type { ReadContext } from './context.ts';
import { type UnitDay, unitDayKey } from './day-facts.ts';
import { SETTLED_MS, seqNow } from './settled.ts';

type Row = Record<string, unknown>;
type Levels = Record<string, Partial<Record<Level, number>>>;

/** The month before that of a day, by its first day. */
const monthBefore = (day: string): string => monthOf(addDays(monthOf(day), -1));

const NOTHING: Usual = { levels: new Map(), rated: 0, finished: 0 };

/**
 * What is usual at the units of some days: the month before each. The levels of a month that is over are counted once and
 * kept until a late fact changes one of its days.
 */
export async function usualRatings(
  context: ReadContext,
  days: readonly UnitDay[],
): Promise<(day: UnitDay) => Usual> {
  const months = new Map(
    days.map(({ unit, day }) => [
      unitDayKey({ unit, day: monthBefore(day) }),
      { unit, day: monthBefore(day) },
    ]),
  );
  const wanted = [...months.values()];
  const levels = await levelsOf(context, wanted);
  const rates = await ratesOf(context, wanted);
  const usual = new Map(
    [...months.keys()].map((key): [string, Usual] => [
      key,
      { levels: levels.get(key) ?? NOTHING.levels, ...(rates.get(key) ?? { rated: 0, finished: 0 }) },
    ]),
  );
  return ({ unit, day }) => usual.get(unitDayKey({ unit, day: monthBefore(day) })) ?? NOTHING;
}

async function levelsOf(
  context: ReadContext,
  wanted: readonly UnitDay[],
): Promise<Map<string, Usual['levels']>> {
  const { pool } = context;
  const kept = await pool.query<Row>(
    `SELECT unit, month::text AS day, levels FROM rollup_rating_usual u
     WHERE (unit, month) IN (SELECT * FROM unnest($1::text[], $2::date[])) AND NOT EXISTS (
       SELECT 1 FROM late_day l WHERE l.unit = u.unit AND l.day >= u.month AND l.day < u.month + interval '1 month' AND l.seq > u.seq)`,
    [wanted.map(({ unit }) => unit), wanted.map(({ day }) => day)],
  );
  const found = new Map(kept.rows.map((row) => [unitDayKey(placeOf(row)), levelMap(row.levels)]));
  const missing = wanted.filter((month) => !found.has(unitDayKey(month)));
  if (missing.length === 0) return found;
  const seq = await seqNow(context);
  const counted = await pool.query<Row>(
    `SELECT w.unit, w.month::text AS day, coalesce(jsonb_object_agg(c.counter, c.levels) FILTER (WHERE c.counter IS NOT NULL), '{}') AS levels
     FROM unnest($1::text[], $2::date[]) AS w(unit, month)
     LEFT JOIN LATERAL (SELECT counter, jsonb_object_agg(level, n) AS levels FROM (
         SELECT counter, level, count(*) AS n FROM rating r WHERE r.unit = w.unit AND r.day >= w.month
           AND r.day < w.month + interval '1 month' AND counter IS NOT NULL AND channel IS DISTINCT FROM 'paper'
         GROUP BY counter, level) x GROUP BY counter) c ON true
     GROUP BY w.unit, w.month`,
    [missing.map(({ unit }) => unit), missing.map(({ day }) => day)],
  );
  const over = counted.rows.filter((row) => {
    const { unit, day } = placeOf(row);
    const last = addDays(monthOf(addDays(day, 31)), -1);
    return context.now() - endOfDay(zoneOf(context.tree, unit), last) > SETTLED_MS;
  });
  if (over.length > 0)
    await context.kept.query(
      `INSERT INTO rollup_rating_usual (unit, month, seq, levels)
       SELECT unit, month, $3, levels FROM unnest($1::text[], $2::date[], $4::jsonb[]) AS x(unit, month, levels) ORDER BY unit, month
       ON CONFLICT (unit, month) DO UPDATE SET seq = excluded.seq, levels = excluded.levels WHERE rollup_rating_usual.seq <= excluded.seq`,
      [
        over.map((row) => String(row.unit)),
        over.map((row) => String(row.day)),
        seq,
        over.map((row) => JSON.stringify(row.levels)),
      ],
    );
  for (const row of counted.rows) found.set(unitDayKey(placeOf(row)), levelMap(row.levels));
  return found;
}

const placeOf = (row: Row): UnitDay => ({ unit: String(row.unit), day: String(row.day) });

function levelMap(value: unknown): Usual['levels'] {
  // Written by the query above and by nothing else.
  const levels = value as Levels;
  return new Map(
    Object.entries(levels).map(([counter, own]) => [
      counter,
      new Map(LEVELS.map((level) => [level, own[level] ?? 0])),
    ]),
  );
}

async function ratesOf(
  { pool }: ReadContext,
  wanted: readonly UnitDay[],
): Promise<Map<string, Pick<Usual, 'rated' | 'finished'>>> {
  const counts = CELL_COLUMNS.filter((column) => !column.endsWith('_bins"') && column !== '"wait_max"');
  const { rows } = await pool.query<Row>(
    `SELECT unit, day::text AS day, ${counts.map((column) => `sum(${column})::float8 AS ${column}`).join(', ')}
     FROM rollup_month WHERE (unit, day) IN (SELECT * FROM unnest($1::text[], $2::date[])) GROUP BY unit, day`,
    [wanted.map(({ unit }) => unit), wanted.map(({ day }) => day)],
  );
  return new Map(
    rows.map((row) => {
      const [rated, finished] = responseIn(cellOfRow({ ...row, wait_max: null }));
      return [unitDayKey(placeOf(row)), { rated, finished }];
    }),
  );
}
