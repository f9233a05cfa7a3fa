import { z } from 'zod';
import { code, freeText, wholeNumber } from './text.ts';

const issuing = z.strictObject({ service: code(), reason: freeText(500).optional() });

/** What a machine says of a service as a whole: issuing switched off or on, or the length of its queue. */
export const queueStateEvents = {
  'issuing.stopped': issuing,
  'issuing.resumed': issuing,
  'gauge.reported': z.strictObject({
    service: code(),
    waiting: wholeNumber(100_000),
    openCounters: wholeNumber(10_000).optional(),
    currentNumber: code(32).optional(),
  }),
} as const;
