import { grouped } from '../../lib/domain/grouped.ts';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { UsualAnswer } from '../../lib/wire/reads.ts';
import type { ReadContext } from './context.ts';

const WEEKS_BACK = 8;
const DAYS = 4;
const FEWEST = 3;

type Row = { day: string; half_hour: number; arrived: number; finished: number };

/** Q9: arrivals and finishes per half hour on the last 4 comparable days: same weekday, open, with tickets. */
export async function usual({ pool, tree }: ReadContext, code: string, day: string): Promise<UsualAnswer> {
  const zone = tree.areas.get(code)?.timezone ?? 'UTC';
  const open = Array.from({ length: WEEKS_BACK }, (_, index) => addDays(day, -7 * (index + 1))).filter(
    // Without known sessions the tickets alone tell that it was open.
    (candidate) => sessionsOf(tree, code, zone, candidate)?.length !== 0,
  );
  const { rows } = await pool.query<Row>(
    `SELECT day::text AS day, half_hour, sum(issued) AS arrived, sum(finished_then) AS finished FROM rollup_half_hour
     WHERE unit = ANY($1) AND day = ANY($2::date[]) GROUP BY day, half_hour`,
    [unitsBelow(tree, code), open],
  );
  const byDay = grouped(rows, (row) => row.day);
  const comparable = open
    .filter((candidate) => byDay.get(candidate)?.some((row) => row.arrived > 0))
    .slice(0, DAYS);
  if (comparable.length < FEWEST) return { days: comparable.length, halfHours: null };
  const halfHours: Record<string, { arrived: number; finished: number }> = {};
  for (const row of comparable.flatMap((candidate) => byDay.get(candidate) ?? [])) {
    if (row.arrived + row.finished === 0) continue;
    const mean = halfHours[row.half_hour] ?? { arrived: 0, finished: 0 };
    halfHours[row.half_hour] = mean;
    mean.arrived += row.arrived / comparable.length;
    mean.finished += row.finished / comparable.length;
  }
  return { days: comparable.length, halfHours };
}
