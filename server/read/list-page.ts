import type { z } from 'zod';
import type { ListAnswer } from '../../lib/wire/reads.ts';

/** Where a list goes on: the sort key of the last line given. */
export type Cursor = readonly string[];

const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** The cursor of a text; null when it is not one of the list whose cursors `parts` describes. */
export function decodeCursor(text: string, parts: z.ZodType<Cursor>): Cursor | null {
  try {
    const cursor = parts.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return cursor.success ? cursor.data : null;
  } catch {
    // A cursor is opaque to the caller: what cannot be read is not one.
    return null;
  }
}

/** A page of `limit` lines from one more than that, so that the last page says so. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  cursorOf: (row: Row) => Cursor,
): ListAnswer<Item> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(itemOf),
    next: last !== undefined && rows.length > limit ? encodeCursor(cursorOf(last)) : null,
  };
}
