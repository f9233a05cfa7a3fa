import type { ChainLink } from './content.ts';
import { CHAIN_START, canonical, chainHash, contentHash, sealPersonal } from './content.ts';
import { rowsInPortions } from './cursor.ts';
import { epochMs } from './load-entries.ts';
import type { Query } from './query.ts';

/** A fault of the log itself. `content`: the event is not what was hashed; `chain`: it does not hang on the one before. */
export type LogFault = {
  table: 'event' | 'personal';
  key: { seq: number };
  kind: 'content' | 'chain' | 'personal' | 'missing' | 'extra';
  columns: string[];
};

type Row = Record<string, unknown>;

const bytes = (value: unknown): Buffer | null => (Buffer.isBuffer(value) ? value : null);

/** Goes through the log in its order and computes every hash anew. Gives the head that it found. */
export async function checkChain(
  query: Query,
  schema: string,
  found: (fault: LogFault) => void,
  onEvents: (n: number) => void,
): Promise<{ seq: number; hash: Buffer }> {
  const text = `SELECT e.seq, e.source, e.id, e.type, e.unit, ${epochMs('e.at', 'at_ms')}, ${epochMs('e.received_at', 'received_ms')},
      e.data, e.content_hash, e.personal_hash, e.chain_hash, p.seq IS NOT NULL AS kept, p.salt, p.value, p.erased_at IS NOT NULL AS erased
    FROM ${schema}.event e LEFT JOIN ${schema}.personal p ON p.seq = e.seq ORDER BY e.seq`;
  let head = { seq: 0, hash: CHAIN_START };
  for await (const rows of rowsInPortions(query, text)) {
    for (const row of rows) {
      const seq = Number(row.seq);
      const fault = (kind: LogFault['kind'], table: LogFault['table'] = 'event'): void =>
        found({ table, key: { seq }, kind, columns: [] });
      const stored = bytes(row.chain_hash) ?? CHAIN_START;
      const content = contentHash(String(row.type), String(row.unit), Number(row.at_ms), canonical(row.data));
      if (!bytes(row.content_hash)?.equals(content)) fault('content');
      if (!chainHash(head.hash, linkOf(row, content)).equals(stored)) fault('chain');
      const personal = personalFault(row);
      if (personal) fault(personal, 'personal');
      // Goes on from what is stored, so that one fault is told once.
      head = { seq, hash: stored };
    }
    onEvents(rows.length);
  }
  // L5: erasing is an act of the log; what is gone without one was taken away beside it.
  const silent = await query(
    `SELECT seq FROM ${schema}.personal p WHERE p.erased_at IS NOT NULL AND NOT EXISTS (
       SELECT FROM ${schema}.event e WHERE e.type = 'personal.erased' AND e.data ->> 'seq' = p.seq::text)
     ORDER BY seq`,
    [],
  );
  for (const { seq } of silent)
    found({ table: 'personal', key: { seq: Number(seq) }, kind: 'missing', columns: [] });
  const strays = await query(
    `SELECT seq FROM ${schema}.personal p WHERE NOT EXISTS (SELECT FROM ${schema}.event e WHERE e.seq = p.seq AND e.personal_hash IS NOT NULL)
     ORDER BY seq`,
    [],
  );
  for (const { seq } of strays)
    found({ table: 'personal', key: { seq: Number(seq) }, kind: 'extra', columns: [] });
  return head;
}

const linkOf = (row: Row, content: Buffer): ChainLink => ({
  seq: Number(row.seq),
  source: String(row.source),
  id: String(row.id),
  receivedAt: Number(row.received_ms),
  contentHash: content,
  personalHash: bytes(row.personal_hash),
});

/** Personal fields must be as sealed, or erased as a whole. */
function personalFault({ personal_hash, kept, salt, value, erased }: Row): 'personal' | 'missing' | null {
  const sealed = bytes(personal_hash);
  if (!sealed) return null;
  if (kept !== true) return 'missing';
  if (erased === true) return salt === null && value === null ? null : 'personal';
  const own = bytes(salt);
  if (!own || typeof value !== 'object' || value === null) return 'personal';
  return sealPersonal({ ...value }, own).hash.equals(sealed) ? null : 'personal';
}
