import { z } from 'zod';
import { PUBLIC_MEASURES } from '../public-measures.ts';
import { areaCode, day } from './place.ts';
import { code, freeText } from './text.ts';

const points = z.number().min(0).max(100).nullable();

/** V8: a figure that others published, entered as it is; PC4: figures of this house. Only the server writes them. */
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
  /** PC4: whether everybody reads a measure of a unit on its public page. Only a leader says so, by name. */
  'published.figure_set': z.strictObject({
    area: areaCode,
    measure: z.enum(PUBLIC_MEASURES),
    shown: z.boolean(),
    /** The reason or the document behind it. */
    source: freeText(500),
  }),
} as const;
