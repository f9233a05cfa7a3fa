import { z } from 'zod';
import { RATING_CHANNELS } from '../rating-channel.ts';
import { LEVELS, levelOfRaw, SCALES } from '../rating-level.ts';
import { code, freeText } from './text.ts';

export const ratingEvents = {
  'rating.given': z
    .strictObject({
      rating: code(),
      level: z.enum(LEVELS).optional(),
      raw: z.int().min(1).max(5).optional(),
      scale: z
        .enum(SCALES)
        .or(z.literal([3, 5]).transform((scale) => (scale === 3 ? '3' : '5')))
        .optional(),
      counter: code().optional(),
      ticket: code().optional(),
      dossier: code().optional(),
      phase: z.enum(['intake', 'result']).optional(),
      service: code().optional(),
      officer: code().optional(),
      reasons: z.array(code()).max(50).optional(),
      comment: freeText(4000).optional(),
      channel: z.enum(RATING_CHANNELS).optional(),
    })
    .superRefine((data, context) => {
      const both = data.raw !== undefined && data.scale !== undefined;
      const one = data.raw !== undefined || data.scale !== undefined;
      if ((data.level !== undefined) === both || (one && !both)) {
        context.addIssue({ code: 'custom', message: 'exactly one of level or (raw, scale)' });
      } else if (both && data.raw !== undefined && data.scale && !levelOfRaw(data.raw, data.scale)) {
        context.addIssue({ code: 'custom', message: 'raw lies outside its scale', path: ['raw'] });
      }
    }),
} as const;
