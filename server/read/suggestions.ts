import { z } from 'zod';
import type { Period } from '../../lib/domain/period.ts';
import type { SuggestionKind } from '../../lib/domain/suggestion/kind.ts';
import type { PageState } from '../../lib/domain/suggestion/suggestion.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import type { ReadContext } from './context.ts';
import { type Cursor, pageOf } from './list-page.ts';
import type { BookReader } from './page-reader.ts';
import {
  PERSONAL_OF_LINE,
  rightsOf,
  SUGGESTION_LINE,
  type SuggestionRow,
  suggestionLine,
} from './suggestion-lines.ts';

export type SuggestionsQuestion = {
  area: string;
  /** Null: the whole book. */
  period: Period | null;
  state: PageState | null;
  kind: SuggestionKind | 'unsorted' | null;
  channel: string | null;
  cursor: Cursor | null;
  limit: number;
};

/** Whether the page waits, its day, unit and number. */
export const suggestionCursor = z.tuple([
  z.enum(['waits', 'rests']),
  z.iso.date(),
  z.string(),
  z.string().regex(/^\d{1,9}$/),
]);

/** $5: the caller reads what has left the books, but for those of the units in $6. */
const KNOWN = `(s.state <> 'away' OR ($5 AND s.unit <> ALL($6)))`;

/** What waits for somebody who may know of it: as the index of waiting pages has it. */
const WAITS = `(s.state = 'unseen' OR (s.state = 'away' AND s.answered_at IS NULL AND ${KNOWN}))`;

/** What has left a book tells nothing by a filter. */
const ASKED = `s.unit = ANY($1) AND s.page IS NOT NULL AND ($2::date IS NULL OR s.day BETWEEN $2 AND $3::date)
  AND ($4::text IS NULL OR s.state = $4) AND ($7::text IS NULL OR (coalesce(s.kind, 'unsorted') = $7 AND ${KNOWN}))
  AND ($8::text IS NULL OR (s.channel = $8 AND ${KNOWN}))`;

const PLACE = '($9::date, $10::text, $11::int)';

/** Each part has an index in its own order, so that a page costs the same however thick the books are. */
const PARTS = {
  waits: `${WAITS} AND ($9::date IS NULL OR (s.day, s.unit, s.page) > ${PLACE}) ORDER BY s.day, s.unit, s.page`,
  rests: `NOT ${WAITS} AND ($9::date IS NULL OR (s.day, s.unit, s.page) < ${PLACE})
    ORDER BY s.day DESC, s.unit DESC, s.page DESC`,
} as const;
type Part = keyof typeof PARTS;

type Row = SuggestionRow & { part: Part };

/** N5: pages of the books of an area by cursor: what waits by age, then the rest from the newest on. */
export async function suggestions(
  context: ReadContext,
  { area, period, state, kind, channel, cursor, limit }: SuggestionsQuestion,
  reader: BookReader,
): Promise<ListAnswer<SuggestionLine>> {
  const asked = [
    unitsBelow(context.tree, area),
    period?.from ?? null,
    period?.to ?? null,
    state,
    reader.may('book.above', area),
    [...reader.heldIn],
    kind,
    channel,
  ];
  const read = async (part: Part, place: readonly string[], most: number): Promise<Row[]> => {
    const { rows } = await context.pool.query<SuggestionRow>(
      `SELECT ${SUGGESTION_LINE} FROM suggestion s ${PERSONAL_OF_LINE} WHERE ${ASKED} AND ${PARTS[part]} LIMIT $12`,
      [...asked, ...(place.length > 0 ? place : [null, null, null]), most],
    );
    return rows.map((row) => ({ ...row, part }));
  };
  const [from = 'waits', ...place] = cursor ?? [];
  const most = limit + 1;
  const rows = from === 'waits' ? await read('waits', place, most) : [];
  if (rows.length < most)
    rows.push(...(await read('rests', from === 'rests' ? place : [], most - rows.length)));
  const at = context.now();
  return pageOf(
    rows,
    limit,
    (row) => suggestionLine(row, rightsOf(row, reader), at),
    (row) => [row.part, row.day, row.unit, String(row.page)],
  );
}
