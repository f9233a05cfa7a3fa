import { z } from 'zod';
import { freeText, instant } from './text.ts';

export const noteEvents = {
  'note.added': z
    .strictObject({ from: instant, to: instant.optional(), text: freeText(1000) })
    .refine((note) => note.to === undefined || note.to >= note.from, {
      message: 'to lies before from',
      path: ['to'],
    }),
} as const;
