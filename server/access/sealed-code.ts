import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What a code is for: one made for one purpose opens nothing of another. */
export type CodePurpose = 'ticket-page' | 'rate-later';

export type SealedCodes<T> = {
  /** A code for an address that tells nothing of what is in it; opens until `until`, epoch ms. */
  seal(value: T, until: number): string;
  /** What was sealed; null when it is no code of ours, was altered, is for something else or is past its time. */
  open(code: string): unknown;
};

const NONCE = 12;
const TAG = 16;
const LONGEST = 8192;

/**
 * Codes that citizens carry away on paper: nothing of them is kept, so nothing can leak or be found by counting up.
 * AES-256-GCM under a key of the installation's secret and the purpose; `now` in epoch ms.
 */
export function createSealedCodes<T>(
  secret: string,
  purpose: CodePurpose,
  now: () => number,
): SealedCodes<T> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `thuoc-do ${purpose}`, 32));
  return {
    seal(value, until) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const inner = Buffer.concat([cipher.update(JSON.stringify([until, value]), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), inner]).toString('base64url');
    },
    open(code) {
      const bytes =
        /^[A-Za-z0-9_-]+$/.test(code) && code.length <= LONGEST ? Buffer.from(code, 'base64url') : null;
      if (!bytes || bytes.length <= NONCE + TAG) return null;
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
      cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      let inner: string;
      try {
        inner = cipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + cipher.final('utf8');
      } catch {
        // Not sealed by us, or altered: there is nothing in it.
        return null;
      }
      const [until, value]: [number, unknown] = JSON.parse(inner);
      return now() <= until ? value : null;
    },
  };
}
