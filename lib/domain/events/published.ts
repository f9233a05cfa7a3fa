import { z } from 'zod';
import { areaCode, day } from './place.ts';
import { code, freeText } from './text.ts';

const points = z.number().min(0).max(100).nullable();

/** V8: a figure that others published, entered as it is. Only the server writes it. */
export const publishedEvents = {
  'published.entered': z.strictObject({
    /** The root area beside whose own figures it is shown. */
    area: areaCode,
    index: z.literal('index766'),
    /** The last day that it speaks of. */
    day,
    /** Code and name of the place as the publisher has them. */
    code: code(64),
    name: freeText(200),
    parts: z.strictObject({
      transparency: points,
      progress: points,
      online: points,
      payment: points,
      digitisation: points,
      satisfaction: points,
    }),
    total: z.number().min(0).max(100),
    /** Who published it, and where it was taken from. */
    source: freeText(500),
  }),
} as const;
