import { z } from 'zod';
import { maskPersonal } from '../../lib/domain/personal-text.ts';
import { isLow } from '../../lib/domain/rating-level.ts';
import type { Mark } from '../../lib/domain/rating-marks.ts';
import { cutToHalfHour } from '../../lib/domain/rating-stream.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import type { ratingsQuery } from '../../lib/wire/rating-reads.ts';
import type { ListAnswer, RatingLineItem } from '../../lib/wire/reads.ts';
import { RATING_COLUMNS, ratingOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';
import { markedDays, unitDayKey } from './day-facts.ts';
import { hiddenNow } from './hidden-ratings.ts';
import { pageOf } from './list-page.ts';
import type { ListQuestion } from './tickets.ts';
import { usualRatings } from './usual-ratings.ts';

/** Unit, day, half hour, rating: no finer time, since the order of a unit's own list must not tell it either. */
export const ratingCursor = z.tuple([z.string(), z.iso.date(), z.string().regex(/^\d{1,2}$/), z.string()]);

type Row = Record<string, unknown>;

/** What narrows a list of ratings. */
export type RatingFilter = Partial<
  Pick<z.output<typeof ratingsQuery>, 'service' | 'counter' | 'level' | 'channel' | 'mark' | 'order'>
>;

/** Comments stand beside the log, where they can be erased. */
const COMMENT = `, (SELECT value ->> 'comment' FROM personal WHERE personal.seq = rating.seq) AS comment`;

/** Rows that are read at once where marks narrow a list, and how often before a page is given as it is. */
const SIFTED = 1000;
const SIFTINGS = 20;

/**
 * Ratings of an area's local days, without officers, and with comments (K14) only for whoever may read them. The list of a
 * unit is what the unit itself may see (B5): low ratings come in batches, at the half hour, without their ticket.
 */
export async function ratings(
  context: ReadContext,
  { area, period, cursor, limit, comments }: ListQuestion,
  filter: RatingFilter = {},
): Promise<ListAnswer<RatingLineItem>> {
  const hidden = await hiddenNow(context, area);
  const { mark } = filter;
  const wanted: { row: Row; marks: Mark[] }[] = [];
  const marked: MarkedDays = new Map();
  let after: readonly unknown[] = cursor ?? [null, null, null, null];
  const size = mark === undefined ? limit + 1 : SIFTED;
  let last: Row | undefined;
  for (let n = 0; n < SIFTINGS && wanted.length <= limit; n++) {
    const rows = await rowsAfter(context, { area, period, comments }, filter, hidden ?? [], after, size);
    wanted.push(...(await withMarks(context, rows, marked)).filter(({ marks }) => fits(marks, mark)));
    last = rows.at(-1);
    if (last === undefined || rows.length < size) {
      last = undefined;
      break;
    }
    after = cursorOf(last);
  }
  const itemOf = ({ row, marks }: (typeof wanted)[number]): RatingLineItem => ({
    ...lineOf(row, hidden !== null),
    marks,
    ...(comments && commentOf(row.comment)),
  });
  const page = pageOf(wanted, limit, itemOf, ({ row }) => cursorOf(row));
  // So many were looked at that the rest is for the next page.
  if (page.next === null && last !== undefined && mark !== undefined)
    return { items: page.items, next: pageOf([last, last], 1, () => null, cursorOf).next };
  return page;
}

const cursorOf = (row: Row): [string, string, string, string] => [
  String(row.unit),
  String(row.day),
  String(row.half_hour),
  String(row.rating),
];

const fits = (marks: readonly Mark[], wanted: RatingFilter['mark']): boolean => {
  if (wanted === undefined) return true;
  if (wanted === 'any' || wanted === 'none') return marks.length > 0 === (wanted === 'any');
  return marks.includes(wanted);
};

/** Ratings of an area's days that a filter lets through, marks aside; `$1`–`$8`. */
const MATCHING = `unit = ANY($1) AND day BETWEEN $2 AND $3 AND rating <> ALL($4)
  AND ($5::text IS NULL OR service = $5) AND ($6::text IS NULL OR counter = $6)
  AND ($7::text IS NULL OR level = $7) AND ($8::text IS NULL OR channel = $8)`;

const matching = (
  { tree }: Pick<ReadContext, 'tree'>,
  { area, period }: Pick<ListQuestion, 'area' | 'period'>,
  { service, counter, level, channel }: RatingFilter,
  hidden: readonly string[],
): unknown[] => [
  unitsBelow(tree, area),
  period.from,
  period.to,
  hidden,
  ...[service, counter, level, channel].map((one) => one ?? null),
];

async function rowsAfter(
  context: ReadContext,
  question: Pick<ListQuestion, 'area' | 'period' | 'comments'>,
  filter: RatingFilter,
  hidden: readonly string[],
  after: readonly unknown[],
  limit: number,
): Promise<Row[]> {
  const newest = filter.order === 'newest';
  const key = newest ? ['day', 'half_hour', 'unit', 'rating'] : ['unit', 'day', 'half_hour', 'rating'];
  const values = newest ? '$10::date, $11::smallint, $9, $12' : '$9, $10::date, $11::smallint, $12';
  const { rows } = await context.pool.query<Row>(
    `SELECT day::text AS day, half_hour, ${RATING_COLUMNS}
       ${question.comments ? COMMENT : ''} FROM rating
     WHERE ${MATCHING} AND ($9::text IS NULL OR (${key.join(', ')}) ${newest ? '<' : '>'} (${values}))
     ORDER BY ${key.map((column) => `${column}${newest ? ' DESC' : ''}`).join(', ')} LIMIT $13`,
    [...matching(context, question, filter, hidden), ...after, limit],
  );
  return rows;
}

type MarkedDays = Awaited<ReturnType<typeof markedDays>>;

/** Marks of a rating are decided by its whole day, so the days of the rows are read; `known` those that were before. */
async function withMarks(
  context: ReadContext,
  rows: readonly Row[],
  known: MarkedDays,
): Promise<{ row: Row; marks: Mark[] }[]> {
  const places = rows.map((row) => ({ unit: String(row.unit), day: String(row.day) }));
  const days = [...new Map(places.map((day) => [unitDayKey(day), day])).values()].filter(
    (day) => !known.has(unitDayKey(day)),
  );
  if (days.length > 0)
    for (const [key, day] of await markedDays(context, days, await usualRatings(context, days)))
      known.set(key, day);
  return rows.map((row, index) => {
    const day = places[index];
    const own = day && known.get(unitDayKey(day))?.marks.get(String(row.rating));
    return { row, marks: own ?? [] };
  });
}

/** How many the list of a question holds. Null: marks narrow it, which are known when its rows are read. */
export async function countRatings(
  context: ReadContext,
  question: Pick<ListQuestion, 'area' | 'period'>,
  filter: RatingFilter = {},
): Promise<number | null> {
  if (filter.mark !== undefined) return null;
  const hidden = await hiddenNow(context, question.area);
  const { rows } = await context.pool.query<{ n: number }>(
    `SELECT count(*)::float8 AS n FROM rating WHERE ${MATCHING}`,
    matching(context, question, filter, hidden ?? []),
  );
  return rows[0]?.n ?? 0;
}

function commentOf(said: unknown): Pick<RatingLineItem, 'comment' | 'masked'> {
  const comment = typeof said === 'string' ? maskPersonal(said) : null;
  return { comment, masked: comment !== null && comment !== said };
}

function lineOf(row: Row, inside: boolean): Omit<RatingLineItem, 'marks'> {
  const { unit, entry } = ratingOfRow(row);
  const { rating } = entry;
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
  };
}
