import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { MOST, TIMES } from '../http/limits.ts';

export type FormSlips = {
  make(unit: string): string;
  /** Whether it is ours, of this unit, neither too young nor too old, and was not taken before. */
  good(unit: string, slip: string): boolean;
  /** The same, and takes it. */
  take(unit: string, slip: string): boolean;
};

const SHAPE = /^(\d{1,15})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * Slips that a form is given and comes back with once: whoever sends many forms needs as many slips, and must wait with
 * each as long as writing a sentence takes. Signed with a secret of this run, so nothing of them is kept but those used.
 */
export function createFormSlips(now: () => number): FormSlips {
  const secret = randomBytes(32);
  /** Slips that came back, in that order, until they would be too old anyway. */
  const used = new Map<string, number>();

  const sign = (unit: string, at: string, mark: string): string =>
    createHmac('sha256', secret).update(`${at}.${mark}.${unit}`).digest('base64url');

  /** The mark and the moment of a good slip. */
  const read = (unit: string, slip: string): { mark: string; at: number } | null => {
    const [, at, mark, given] = SHAPE.exec(slip) ?? [];
    if (at === undefined || mark === undefined || given === undefined) return null;
    if (!timingSafeEqual(Buffer.from(given), Buffer.from(sign(unit, at, mark)))) return null;
    const age = now() - Number(at);
    if (age < TIMES.formYoungest || age > TIMES.formOldest || used.has(mark)) return null;
    return { mark, at: Number(at) };
  };

  // Only from the front: whatever waits there behind a younger one goes with it, two hours later at most.
  const forget = (): void => {
    for (const [mark, until] of used) {
      if (until >= now() && used.size < MOST.slipsUsed) return;
      used.delete(mark);
    }
  };

  return {
    make(unit) {
      const [at, mark] = [String(now()), randomBytes(16).toString('base64url')];
      return `${at}.${mark}.${sign(unit, at, mark)}`;
    },
    good: (unit, slip) => read(unit, slip) !== null,
    take(unit, slip) {
      const good = read(unit, slip);
      if (!good) return false;
      forget();
      used.set(good.mark, good.at + TIMES.formOldest);
      return true;
    },
  };
}
