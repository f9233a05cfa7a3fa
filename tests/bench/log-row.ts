import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { SCHEMA_VERSION } from '../../lib/domain/events/registry.ts';

/** A row of the table `event`, as plain writers put it there: nothing folded, nothing hashed. */
export type LogRow = {
  seq: number;
  source: string;
  id: string;
  type: string;
  unit: string;
  at: number;
  data: SourceEvent['data'];
};

/** Stands for the hashes that the product computes. */
export const NO_HASH: Buffer = Buffer.alloc(32, 7);
export const VERSION = SCHEMA_VERSION;

/** Rows with numbers of their own, counted from `first`. */
export function createRowMaker(first: number): (events: SourceEvent[]) => LogRow[] {
  let seq = first;
  return (events) =>
    events.map(({ source, id, type, unit, at, data }) => {
      seq += 1;
      return { seq, source, id, type, unit, at, data };
    });
}
