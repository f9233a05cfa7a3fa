import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../env.ts';
import { errorCode } from '../errors.ts';

/**
 * The secret that signs cookies and seals second factors: AUTH_SECRET, else one made once and kept in the data folder,
 * readable by its owner alone. With another secret everybody is signed out and second factors must be set up anew.
 */
export function authSecret({ AUTH_SECRET, DATA_DIR }: Pick<Env, 'AUTH_SECRET' | 'DATA_DIR'>): string {
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  const file = join(DATA_DIR, 'auth-secret');
  mkdirSync(DATA_DIR, { recursive: true });
  try {
    // Exclusive: of two processes that start together one makes it and the other reads it.
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
