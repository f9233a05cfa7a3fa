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

/** Pages that the caller may ask about by more than their state: what has left the book tells nothing by a filter. */
const KNOWN = `(s.state <> 'away' OR ($8 AND s.unit <> ALL($9)))`;

/** $8: the caller reads what has left the books, but for those of the units in $9. */
const PAGES = `page AS (
  SELECT s.*, s.state = 'unseen' OR (s.state = 'away' AND s.answered_at IS NULL AND ${KNOWN}) AS waits
  FROM suggestion s WHERE s.unit = ANY($1) AND s.page IS NOT NULL
    AND ($2::date IS NULL OR s.day BETWEEN $2 AND $3::date) AND ($4::text IS NULL OR s.state = $4)
    AND ($5::text IS NULL OR (coalesce(s.kind, 'unsorted') = $5 AND ${KNOWN}))
    AND ($6::text IS NULL OR (s.channel = $6 AND ${KNOWN})))`;

/** N5: pages of the books of an area by cursor: what waits by age, then the rest from the newest on. */
export async function suggestions(
  context: ReadContext,
  { area, period, state, kind, channel, cursor, limit }: SuggestionsQuestion,
  reader: BookReader,
): Promise<ListAnswer<SuggestionLine>> {
  const [group = null, ...place] = cursor ?? [];
  const { rows } = await context.pool.query<SuggestionRow & { waits: boolean }>(
    `WITH ${PAGES} SELECT ${SUGGESTION_LINE}, s.waits FROM page s ${PERSONAL_OF_LINE}
     WHERE $10::text IS NULL OR CASE WHEN s.waits
       THEN $10 = 'waits' AND (s.day, s.unit, s.page) > ($11::date, $12, $13::int)
       ELSE $10 = 'waits' OR (s.day, s.unit, s.page) < ($11::date, $12, $13::int) END
     ORDER BY s.waits DESC, CASE WHEN s.waits THEN s.day END, CASE WHEN s.waits THEN s.unit END,
       CASE WHEN s.waits THEN s.page END, s.day DESC, s.unit DESC, s.page DESC LIMIT $7`,
    [
      unitsBelow(context.tree, area),
      period?.from ?? null,
      period?.to ?? null,
      state,
      kind,
      channel,
      limit + 1,
      reader.may('book.above', area),
      [...reader.heldIn],
      group,
      ...(place.length > 0 ? place : [null, null, null]),
    ],
  );
  const at = context.now();
  return pageOf(
    rows,
    limit,
    (row) => suggestionLine(row, rightsOf(row, reader), at),
    (row) => [row.waits ? 'waits' : 'rests', row.day, row.unit, String(row.page)],
  );
}
