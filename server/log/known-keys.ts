import { sealPersonal } from './content.ts';
import type { Item } from './item.ts';
import type { Query } from './query.ts';

/** What decides whether events are the same: (source, id). */
export const keyOf = (event: { source: string; id: string }): string => `${event.source}\n${event.id}`;

/** What the log holds under a key. */
export type Known = {
  seq: number;
  contentHash: Buffer;
  personalHash: Buffer | null;
  salt: Buffer | null;
  erased: boolean;
};

/** What the log already knows under these keys. */
export async function knownKeys(query: Query, items: readonly Item[]): Promise<Map<string, Known>> {
  const text = `SELECT k.source, k.id, k.seq::float8 AS seq, k.content_hash, e.personal_hash, p.salt, p.erased_at IS NOT NULL AS erased
    FROM event_key k LEFT JOIN personal p ON p.seq = k.seq LEFT JOIN event e ON e.seq = p.seq
    WHERE (k.source, k.id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const rows = await query(text, [
    items.map(({ event }) => event.source),
    items.map(({ event }) => event.id),
  ]);
  const known = new Map<string, Known>();
  for (const row of rows) {
    const buffer = (value: unknown): Buffer | null => (Buffer.isBuffer(value) ? value : null);
    known.set(keyOf({ source: String(row.source), id: String(row.id) }), {
      seq: Number(row.seq),
      contentHash: buffer(row.content_hash) ?? Buffer.alloc(0),
      personalHash: buffer(row.personal_hash),
      salt: buffer(row.salt),
      erased: row.erased === true,
    });
  }
  return known;
}

/**
 * Whether an event is the one that is known. Once personal fields are erased nobody can say whether they were the same;
 * what is left decides.
 */
export function sameContent(item: Item, known: Known): boolean {
  if (!known.contentHash.equals(item.contentHash)) return false;
  if (known.erased) return true;
  if (known.personalHash === null || known.salt === null) return item.personal === null;
  return item.personal !== null && sealPersonal(item.personal, known.salt).hash.equals(known.personalHash);
}
