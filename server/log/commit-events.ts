import type { Refusal } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { rightsRefusal, timeRefusal } from './admission.ts';
import { addUnitRows, type Touched } from './change-rows.ts';
import { chainHash, contentHash, type Personal, sealPersonal, splitPersonal } from './content.ts';
import { foldAll, loadEntries, shiftCells } from './fold-group.ts';
import { forgetStored } from './forget.ts';
import { type Memory, unitIn } from './memory.ts';
import type { Query } from './restore.ts';
import type { Outcome, Submitter } from './submission.ts';
import { emptyGroup, groupParameters, WRITE_GROUP } from './write-group.ts';
import type { Writer } from './writer.ts';

/** An event ready for the log: personal fields apart, content hashed. */
export type Item = {
  event: SourceEvent;
  by: Submitter;
  data: Record<string, unknown>;
  personal: Record<string, unknown> | null;
  contentHash: Buffer;
};

export function itemOf(event: SourceEvent, by: Submitter): Item {
  const { data, personal } = splitPersonal(event.type, event.data);
  return { event, by, data, personal, contentHash: contentHash(event.type, event.unit, event.at, data) };
}

const keyOf = (event: { source: string; id: string }): string => `${event.source}\n${event.id}`;
const conflict: Refusal = {
  code: 'id_conflict',
  pointer: '/id',
  detail: 'this id was used by this source for other content',
};

type Known = {
  seq: number;
  contentHash: Buffer;
  personalHash: Buffer | null;
  salt: Buffer | null;
  erased: boolean;
};

/** What the log already knows under these keys. */
async function knownKeys(query: Query, items: readonly Item[]): Promise<Map<string, Known>> {
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

// Once personal fields are erased nobody can say whether they were the same; what is left decides.
function sameContent(item: Item, known: Known): boolean {
  if (!known.contentHash.equals(item.contentHash)) return false;
  if (known.erased) return true;
  if (known.personalHash === null || known.salt === null) return item.personal === null;
  return item.personal !== null && sealPersonal(item.personal, known.salt).hash.equals(known.personalHash);
}

export type Committed = { outcomes: Outcome[]; units: Set<string> };

/**
 * Commits one group: duplicates and refusals are told apart, the rest is numbered, folded, chained and written in one
 * statement. Keys found with a seq after `storedAfter` are this group's own, from a commit whose answer was lost.
 * Throws when the database does; memory is then ahead of the log and must be restored by the caller.
 */
export async function commitEvents(
  writer: Writer,
  memory: Memory,
  items: readonly Item[],
  now: number,
  storedAfter: number,
): Promise<Committed> {
  const query: Query = (text, values) => writer.query(nameOf(text), text, values);
  const known = await knownKeys(query, items);
  const outcomes: Outcome[] = [];
  const fresh: { item: Item; seq: number; sealed: Personal | null }[] = [];
  const bindings = new Map<string, string>();
  let seq = memory.head.seq;
  for (const item of items) {
    const { event, by } = item;
    const forbidden = rightsRefusal(memory, event, by);
    if (forbidden) {
      outcomes.push({ status: 'rejected', error: forbidden });
      continue;
    }
    const held = known.get(keyOf(event));
    if (held) {
      const same = sameContent(item, held);
      const own = same && held.seq > storedAfter && held.seq <= memory.head.seq;
      outcomes.push(
        same
          ? { status: own ? 'stored' : 'duplicate', seq: held.seq }
          : { status: 'rejected', error: conflict },
      );
      continue;
    }
    const refusal = timeRefusal(event, by, now);
    if (refusal) {
      outcomes.push({ status: 'rejected', error: refusal });
      continue;
    }
    seq += 1;
    const sealed = item.personal ? sealPersonal(item.personal) : null;
    known.set(keyOf(event), {
      seq,
      contentHash: item.contentHash,
      personalHash: sealed?.hash ?? null,
      salt: sealed?.salt ?? null,
      erased: false,
    });
    if (by.kind === 'key' && !memory.sources.has(event.source)) {
      memory.sources.set(event.source, by.key.area);
      bindings.set(event.source, by.key.area);
    }
    fresh.push({ item, seq, sealed });
    outcomes.push({ status: 'stored', seq });
  }
  if (fresh.length === 0) return { outcomes, units: new Set() };

  await loadEntries(
    query,
    memory,
    fresh.map(({ item }) => item.event),
  );
  const touched = foldAll(
    memory,
    fresh.map(({ item, seq: own }) => ({ event: item.event, seq: own })),
  );
  await shiftCells(query, memory, touched);
  const hash = await write(writer, memory, fresh, touched, bindings, now);
  memory.head = { seq, hash };
  const units = new Set(touched.keys());
  forgetStored(memory, touched, (zone) => localDay(zone, now));
  return { outcomes, units };
}

async function write(
  writer: Writer,
  memory: Memory,
  fresh: readonly { item: Item; seq: number; sealed: Personal | null }[],
  touched: Map<string, Touched>,
  bindings: Map<string, string>,
  now: number,
): Promise<Buffer> {
  const rows = emptyGroup();
  let { hash } = memory.head;
  for (const { item, seq, sealed } of fresh) {
    const { event, by, data } = item;
    const personalHash = sealed?.hash ?? null;
    hash = chainHash(hash, {
      seq,
      source: event.source,
      id: event.id,
      receivedAt: now,
      contentHash: item.contentHash,
      personalHash,
    });
    rows.events.push({
      seq,
      event,
      data,
      receivedAt: now,
      keyId: by.kind === 'key' ? by.key.key : null,
      contentHash: item.contentHash,
      personalHash,
      chainHash: hash,
    });
    if (sealed) rows.personal.push({ seq, salt: sealed.salt, value: sealed.value });
  }
  for (const [source, area] of bindings) rows.sources.push({ source, area });
  for (const [code, mark] of touched) {
    const unit = unitIn(memory, code);
    if (unit) addUnitRows(rows, unit, mark);
  }
  await writer.query('write-group', WRITE_GROUP, groupParameters(rows));
  return hash;
}

// Statements are few and fixed, so each is prepared once under a short name.
const names = new Map<string, string>();
function nameOf(text: string): string {
  const name = heldOrMade(names, text, () => `s${names.size}`);
  return name;
}
