import type { FoldedEvent } from '../../lib/domain/events/registry.ts';
import { chainHash, type Personal } from './content.ts';
import { emptyGroup, type GroupRows } from './group-table.ts';
import type { Item } from './item.ts';
import type { Memory } from './memory.ts';

/** An event that is new to the log, with its place there. */
export type Fresh<E extends FoldedEvent = FoldedEvent> = {
  item: Item<E>;
  seq: number;
  sealed: Personal | null;
};

/** The rows of the log, each hanging on the one before, and the head they end in. */
export function logRows(
  memory: Memory,
  fresh: readonly Fresh[],
  bindings: ReadonlyMap<string, string>,
  receivedAt: number,
): { rows: GroupRows; head: Memory['head'] } {
  const rows = emptyGroup();
  let head = memory.head;
  for (const { item, seq, sealed } of fresh) {
    const { event, by, dataText, contentHash } = item;
    const { source, id } = event;
    const personalHash = sealed?.hash ?? null;
    const chained = chainHash(head.hash, { seq, source, id, receivedAt, contentHash, personalHash });
    head = { seq, hash: chained };
    const keyId = by.kind === 'key' ? by.key.key : null;
    rows.events.push({
      seq,
      event,
      dataText,
      receivedAt,
      keyId,
      contentHash,
      personalHash,
      chainHash: chained,
    });
    if (sealed) rows.personal.push({ seq, salt: sealed.salt, value: sealed.value });
  }
  for (const [source, area] of bindings) rows.sources.push({ source, area });
  return { rows, head };
}
