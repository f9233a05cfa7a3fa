import { randomInt } from 'node:crypto';
import { newSecret, secretHash } from '../access/secret.ts';
import { MOST, TIMES } from '../http/limits.ts';

export type PairingCodes = {
  /** A code to show, and the token of whoever shows it. */
  make(): { code: string; token: string };
  /** Whether the code of this token can still be typed. */
  isWaiting(token: string): boolean;
  /** Uses a code up: the hash (hex) of the token that becomes a wall or a device. Null: no such code stands. */
  take(code: string): string | null;
};

/** Without letters and digits that are taken for one another on a screen far away: B8 G6 I1 O0Q S5 Z2 UV. */
const LETTERS = 'ACDEFHJKLMNPRTWXY3479';
const LENGTH = 8;

/** A code as somebody types it: any case, with or without the stroke in its middle. */
const asShown = (typed: string): string => {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
};

/**
 * Codes that devices show until an administrator types them: for ten minutes and once. Of the token only the hash is
 * kept, and only until then; from the pairing on the log knows it.
 */
export function createPairingCodes(now: () => number): PairingCodes {
  const waiting = new Map<string, { hash: string; until: number }>();
  const codeOf = new Map<string, string>();

  const drop = (code: string, { hash }: { hash: string }): void => {
    waiting.delete(code);
    codeOf.delete(hash);
  };
  // The oldest stand first.
  const forget = (): void => {
    for (const [code, held] of waiting) {
      if (held.until >= now() && waiting.size < MOST.pairingCodes) return;
      drop(code, held);
    }
  };
  const standing = (code: string): { hash: string; until: number } | null => {
    const held = waiting.get(code);
    return held && held.until >= now() ? held : null;
  };

  return {
    make() {
      forget();
      let code = '';
      do code = asShown(Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''));
      while (waiting.has(code));
      const token = newSecret();
      const hash = secretHash(token).toString('hex');
      waiting.set(code, { hash, until: now() + TIMES.pairing });
      codeOf.set(hash, code);
      return { code, token };
    },
    isWaiting(token) {
      const code = codeOf.get(secretHash(token).toString('hex'));
      return code !== undefined && standing(code) !== null;
    },
    take(typed) {
      const code = asShown(typed);
      const held = standing(code);
      if (held) drop(code, held);
      return held?.hash ?? null;
    },
  };
}
