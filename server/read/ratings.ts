import { z } from 'zod';
import { marksOf } from '../../lib/domain/rating.ts';
import { isLow } from '../../lib/domain/rating-level.ts';
import { cutToHalfHour, hiddenInside } from '../../lib/domain/rating-stream.ts';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { isUnit, unitsBelow } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ListAnswer, RatingLineItem } from '../../lib/wire/reads.ts';
import { RATING_COLUMNS, ratingOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import { pageOf } from './list-page.ts';
import type { ListQuestion } from './tickets.ts';

/** Unit, day, half hour, rating: no finer time, since the order of a unit's own list must not tell it either. */
export const ratingCursor = z.tuple([z.string(), z.iso.date(), z.string().regex(/^\d{1,2}$/), z.string()]);

type Row = Record<string, unknown>;

/** Comments stand beside the log, where they can be erased. */
const COMMENT = `, (SELECT value ->> 'comment' FROM personal WHERE personal.seq = rating.seq) AS comment`;

/**
 * Ratings of an area's local days, without officers, and with comments only for whoever may read them. The list of a
 * unit is what the unit itself may see (B5): low ratings come in batches, at the half hour, without their ticket.
 */
export async function ratings(
  context: ReadContext,
  { area, period, cursor, limit, comments }: ListQuestion,
): Promise<ListAnswer<RatingLineItem>> {
  const { pool, tree } = context;
  const hidden = await hiddenNow(context, area);
  const { rows } = await pool.query<Row>(
    `SELECT day::text AS day, half_hour, ${RATING_COLUMNS}
       ${comments ? COMMENT : ''} FROM rating
     WHERE unit = ANY($1) AND day BETWEEN $2 AND $3 AND rating <> ALL($4)
       AND ($5::text IS NULL OR (unit, day, half_hour, rating) > ($5, $6::date, $7::smallint, $8))
     ORDER BY unit, day, half_hour, rating LIMIT $9`,
    [
      unitsBelow(tree, area),
      period.from,
      period.to,
      hidden ?? [],
      ...(cursor ?? [null, null, null, null]),
      limit + 1,
    ],
  );
  const itemOf = (row: Row): RatingLineItem => ({
    ...lineOf(row, hidden !== null),
    ...(comments && { comment: typeof row.comment === 'string' ? row.comment : null }),
  });
  return pageOf(rows, limit, itemOf, (row) => [
    String(row.unit),
    String(row.day),
    String(row.half_hour),
    String(row.rating),
  ]);
}

/** Ratings that a unit's own list does not show yet; null for an area above, which sees all. */
export async function hiddenNow(context: ReadContext, code: string): Promise<string[] | null> {
  const { pool, tree } = context;
  const area = tree.areas.get(code);
  if (!area || !isUnit(area)) return null;
  const at = context.now();
  const today = localDay(area.timezone, at);
  const { rows } = await pool.query<Row>(
    `SELECT ${RATING_COLUMNS} FROM rating WHERE unit = $1 AND day = $2`,
    [code, today],
  );
  const entries = rows.map((row) => ratingOfRow(row).entry);
  return [...hiddenInside(entries, sessionsOf(tree, code, area.timezone, today), at)].map(
    ({ rating }) => rating.rating,
  );
}

function lineOf(row: Row, inside: boolean): RatingLineItem {
  const { unit, entry } = ratingOfRow(row);
  const { rating, second } = entry;
  const cut = inside && isLow(rating.level);
  return {
    unit,
    rating: rating.rating,
    day: String(row.day),
    at: new Date(cut ? cutToHalfHour(rating.at) : rating.at).toISOString(),
    cut,
    level: rating.level,
    raw: rating.raw,
    scale: rating.scale,
    service: rating.service,
    counter: rating.counter,
    ticket: cut ? null : rating.ticket,
    phase: rating.phase,
    channel: rating.channel,
    reasons: rating.reasons,
    marks: marksOf(rating, second),
  };
}
