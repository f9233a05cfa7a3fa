import type { Period } from '../../lib/domain/period.ts';
import { ratingContribution } from '../../lib/domain/rating.ts';
import { hiddenInside } from '../../lib/domain/rating-stream.ts';
import { emptyCell, shiftCell } from '../../lib/domain/rollup.ts';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { isUnit, zoneOf } from '../../lib/domain/tree.ts';
import type { RatingEntry } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { RATING_COLUMNS, ratingOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import type { SumRow } from './period-sums.ts';

/** B5: ratings that a unit does not see yet; null for an area above, which sees all. */
async function hiddenRatings(context: ReadContext, code: string): Promise<RatingEntry[] | null> {
  const { pool, tree } = context;
  const area = tree.areas.get(code);
  if (!area || !isUnit(area)) return null;
  const at = context.now();
  const today = localDay(area.timezone, at);
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT ${RATING_COLUMNS} FROM rating WHERE unit = $1 AND day = $2`,
    [code, today],
  );
  const entries = rows.map((row) => ratingOfRow(row).entry);
  return [...hiddenInside(entries, sessionsOf(tree, code, area.timezone, today), at)];
}

/** Their codes. */
export const hiddenNow = async (context: ReadContext, code: string): Promise<string[] | null> =>
  (await hiddenRatings(context, code))?.map(({ rating }) => rating.rating) ?? null;

/** B6, R1: sums that, added to those of one service, take away what its unit does not see yet; of all services nothing is. */
export async function hiddenSums(
  context: ReadContext,
  code: string,
  { service, period }: { service: string | null; period: Period },
): Promise<SumRow[]> {
  if (service === null) return [];
  const zone = zoneOf(context.tree, code);
  return ((await hiddenRatings(context, code)) ?? []).flatMap(({ rating, second }) => {
    const { add, ...at } = ratingContribution(rating, second, zone);
    if (at.service !== service || at.day < period.from || at.day > period.to) return [];
    const cell = emptyCell();
    shiftCell(cell, add, -1);
    return [{ ...at, key: code, service: '', sum: { cell, unserved: 0, unfinished: 0 } }];
  });
}
