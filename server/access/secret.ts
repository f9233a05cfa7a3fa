import { hash, randomBytes } from 'node:crypto';

/** What opens something and is shown once: 256 random bits, safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It has 256 random bits of its own, so it needs neither salt nor slowness. */
export const secretHash = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A code for something new, such as `g_` and twelve digits. */
export const newCode = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;
