import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { TIMES } from '../http/limits.ts';

export type FormSlips = {
  make(unit: string): string;
  /** Whether it is ours, of this unit, neither too young nor too old, and was not taken before. Takes it. */
  take(unit: string, slip: string): boolean;
};

const SHAPE = /^(\d{1,15})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * Slips that a form is given and comes back with once: whoever sends many forms needs as many slips, and must wait with
 * each as long as writing a sentence takes. Signed with a secret of this run, so nothing of them is kept but those used.
 */
export function createFormSlips(now: () => number): FormSlips {
  const secret = randomBytes(32);
  /** Slips that came back, until they would be too old anyway. */
  const used = new Map<string, number>();

  const sign = (unit: string, at: string, mark: string): string =>
    createHmac('sha256', secret).update(`${at}.${mark}.${unit}`).digest('base64url');

  return {
    make(unit) {
      const [at, mark] = [String(now()), randomBytes(16).toString('base64url')];
      return `${at}.${mark}.${sign(unit, at, mark)}`;
    },
    take(unit, slip) {
      const [, at, mark, given] = SHAPE.exec(slip) ?? [];
      if (at === undefined || mark === undefined || given === undefined) return false;
      const age = now() - Number(at);
      const own = timingSafeEqual(Buffer.from(given), Buffer.from(sign(unit, at, mark)));
      if (!own || age < TIMES.formYoungest || age > TIMES.formOldest || used.has(mark)) return false;
      for (const [old, until] of used) if (until < now()) used.delete(old);
      used.set(mark, Number(at) + TIMES.formOldest);
      return true;
    },
  };
}
