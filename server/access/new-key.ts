import { createHash, randomBytes } from 'node:crypto';
import type { DataOf } from '../../lib/domain/events/registry.ts';
import type { Definition } from '../log/submission.ts';

export type KeyScope = Omit<DataOf<'key.created'>, 'key' | 'hash'>;

/** A key of a scope: its code, the secret that is shown once and kept nowhere, and what the log is to know of it. */
export function newKey(scope: KeyScope): { key: string; secret: string; definition: Definition } {
  const secret = `td_${randomBytes(32).toString('base64url')}`;
  const key = `k_${randomBytes(5).toString('hex')}`;
  const hash = createHash('sha256').update(secret).digest('hex');
  return { key, secret, definition: { type: 'key.created', data: { ...scope, key, hash } } };
}
