import { z } from 'zod';
import { COMPARED_METRICS } from '../compared-metric.ts';
import { areaCode } from './place.ts';
import { code, freeText, wholeNumber } from './text.ts';

const instant = wholeNumber(Number.MAX_SAFE_INTEGER);
const decision = z.strictObject({ exclusion: code(), area: areaCode, reason: freeText(1000) });

/** V5: a noted period is asked to be left out of measures of its unit, and that is decided. Only the server writes it. */
export const exclusionEvents = {
  'exclusion.asked': z.strictObject({
    exclusion: code(),
    /** The unit that the note is of. */
    area: areaCode,
    /** Seq of the note, and its period: notes never change. */
    note: wholeNumber(Number.MAX_SAFE_INTEGER),
    fromAt: instant,
    toAt: instant,
    metrics: z.array(z.enum(COMPARED_METRICS)).min(1).max(COMPARED_METRICS.length),
    reason: freeText(1000),
    /** The area by whose role it was asked: it is decided strictly above. */
    askedIn: areaCode,
  }),
  'exclusion.approved': decision,
  'exclusion.refused': decision,
} as const;
