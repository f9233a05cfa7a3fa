import { hash } from 'node:crypto';

/** A short name of a state: the same for the same state. */
export const tagOf = (state: object): string =>
  hash('sha256', JSON.stringify(state), 'base64url').slice(0, 16);
