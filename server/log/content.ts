import { hash, randomBytes } from 'node:crypto';
import { type EventType, PERSONAL_FIELDS } from '../../lib/domain/events/registry.ts';

/** JSON with sorted keys: the same text for the same value, whatever order a column or a client gave the keys in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const held: Record<string, unknown> = { ...value };
  let members = '';
  for (const key of Object.keys(held).sort()) {
    if (held[key] === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(held[key])}`;
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

/** Hash of what an event says, without its personal fields: decides whether a repeated id is a repeated event. */
export const contentHash = (type: string, unit: string, at: number, data: unknown): Buffer =>
  sha256(canonical([type, unit, at, data]));

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

/** Each event's hash covers the one before it, so that nothing in the log can be changed, removed or slipped in unseen. */
export const chainHash = (before: Uint8Array, link: ChainLink): Buffer =>
  sha256(
    Buffer.concat([
      before,
      Buffer.from(canonical([link.seq, link.source, link.id, link.receivedAt])),
      link.contentHash,
      link.personalHash ?? NOTHING,
    ]),
  );

const NOTHING = Buffer.alloc(0);
