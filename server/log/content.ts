import { hash, randomBytes } from 'node:crypto';
import { type EventType, PERSONAL_FIELDS } from '../../lib/domain/events/registry.ts';

/** JSON with sorted keys: the same text for the same value, whatever order a column or a client gave the keys in. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const held: unknown = Reflect.get(value, key);
    if (held !== undefined)
      members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(held)}`;
  }
  return `{${members}}`;
}

const sha256 = (content: string | Uint8Array): Buffer => hash('sha256', content, 'buffer');

export type Personal = { salt: Buffer; value: Record<string, unknown>; hash: Buffer };

/** Data as the log keeps it, and apart from it the fields that can hold personal data. */
export function splitPersonal(
  type: EventType,
  data: object,
): { data: Record<string, unknown>; personal: Record<string, unknown> | null } {
  const fields = PERSONAL_FIELDS[type] ?? [];
  const kept: Record<string, unknown> = { ...data };
  const personal: Record<string, unknown> = {};
  for (const field of fields) {
    if (kept[field] === undefined) continue;
    personal[field] = kept[field];
    delete kept[field];
  }
  return { data: kept, personal: Object.keys(personal).length > 0 ? personal : null };
}

/** The salt makes the hash in the log say nothing once value and salt are erased. */
export function sealPersonal(value: Record<string, unknown>, salt: Buffer = randomBytes(16)): Personal {
  return { salt, value, hash: sha256(Buffer.concat([salt, Buffer.from(canonical(value))])) };
}

/**
 * Hash of what an event says, without its personal fields: decides whether a repeated id is a repeated event.
 * `dataText` is its data in canonical form.
 */
export const contentHash = (type: string, unit: string, at: number, dataText: string): Buffer =>
  sha256(`[${JSON.stringify(type)},${JSON.stringify(unit)},${at},${dataText}]`);

export type ChainLink = {
  seq: number;
  source: string;
  id: string;
  receivedAt: number;
  contentHash: Uint8Array;
  personalHash: Uint8Array | null;
};

/** The first link hangs on nothing. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

const NOTHING = Buffer.alloc(0);

/** Each event's hash covers the one before it, so that nothing in the log can be changed, removed or slipped in unseen. */
export function chainHash(before: Uint8Array, link: ChainLink): Buffer {
  // Canonical as it stands: a list of texts and numbers.
  const text = JSON.stringify([link.seq, link.source, link.id, link.receivedAt]);
  return sha256(Buffer.concat([before, Buffer.from(text), link.contentHash, link.personalHash ?? NOTHING]));
}
