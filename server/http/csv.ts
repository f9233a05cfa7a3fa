import { stringify } from 'csv-stringify/sync';
import type { ListAnswer } from '../../lib/wire/reads.ts';

/** Whether the caller wants CSV rather than JSON. */
export const wantsCsv = (request: Request): boolean =>
  /\btext\/csv\b/i.test(request.headers.get('accept') ?? '');

/**
 * A whole list as CSV (RFC 4180, UTF-8), page by page so that a long one neither fills the memory nor waits. Texts that
 * a spreadsheet would run as formulas are escaped.
 */
export function csvResponse<Item extends Record<string, unknown>>(
  name: string,
  columns: readonly (keyof Item & string)[],
  pageAt: (cursor: string | null) => Promise<ListAnswer<Item>>,
): Response {
  let cursor: string | null = null;
  let first = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { items, next } = await pageAt(cursor);
      const options = {
        columns: [...columns],
        header: first,
        escape_formulas: true,
        record_delimiter: 'windows',
      } as const;
      const text = stringify(items.map(flat), options);
      if (text !== '') controller.enqueue(new TextEncoder().encode(text));
      first = false;
      cursor = next;
      if (next === null) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** Lists inside a field are joined; truth values are words, since "1" would read as a count. */
const flat = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).map(([column, value]) => [
      column,
      Array.isArray(value) ? value.join('; ') : typeof value === 'boolean' ? String(value) : value,
    ]),
  );
