import type { DataOf } from '../../lib/domain/events/registry.ts';
import type { Definition } from '../log/submission.ts';
import { newCode, newSecret, secretHash } from './secret.ts';

export type KeyScope = Omit<DataOf<'key.created'>, 'key' | 'hash'>;

/** A key of a scope: its code, the secret that is shown once and kept nowhere, and what the log is to know of it. */
export function newKey(scope: KeyScope): { key: string; secret: string; definition: Definition } {
  const secret = `td_${newSecret()}`;
  const key = newCode('k');
  const hash = secretHash(secret).toString('hex');
  return { key, secret, definition: { type: 'key.created', data: { ...scope, key, hash } } };
}
