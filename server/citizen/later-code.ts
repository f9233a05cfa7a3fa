import * as z from 'zod';
import { createSealedCodes } from '../access/sealed-code.ts';

/** A visit that ended at a counter, to be rated afterwards. */
const visit = z.strictObject({ unit: z.string(), counter: z.string(), ticket: z.string() });
export type Visit = z.infer<typeof visit>;

export type LaterCodes = {
  /** The code of the page on which this visit can be rated for two days from `at` (epoch ms). */
  seal(visit: Visit, at: number): string;
  open(code: string): Visit | null;
};

const LASTS_MS = 48 * 3_600_000;

/** K15: codes by which a visit is rated from home; `now` in epoch ms. */
export function createLaterCodes(secret: string, now: () => number): LaterCodes {
  const codes = createSealedCodes<Visit>(secret, 'rate-later', now);
  return {
    seal: (one, at) => codes.seal(one, at + LASTS_MS),
    open: (code) => visit.nullable().catch(null).parse(codes.open(code)),
  };
}
