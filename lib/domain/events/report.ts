import { z } from 'zod';
import { REPORT_KINDS, REPORT_MONTHS } from '../report/report-kind.ts';
import { areaCode, day } from './place.ts';
import { wholeNumber } from './text.ts';

/** RP5: the cut-off of a report ("chốt số liệu"), with the figures that it froze. Only the server writes it. */
export const reportEvents = {
  'report.frozen': z.strictObject({
    area: areaCode,
    kind: z.enum(REPORT_KINDS),
    months: z.enum(REPORT_MONTHS),
    fromDay: day,
    toDay: day,
    /** The last event that the figures hold. */
    knownSeq: wholeNumber(Number.MAX_SAFE_INTEGER),
    /** The whole report as it was (`ReportData`), so that it reads the same for ever. */
    figures: z.record(z.string(), z.json()),
    /** SHA-256 of the figures in canonical form: printed on paper, so that paper and log can be held together. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
} as const;
