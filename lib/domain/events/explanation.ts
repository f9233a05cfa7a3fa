import { z } from 'zod';
import { code, freeText } from './text.ts';

/** What an explanation can be about. */
const EXPLAINED = ['alert', 'rating', 'dossier', 'finding'] as const;

export const explanationEvents = {
  /** Travels with the number and changes none. */
  'explanation.added': z.strictObject({
    about: z
      .strictObject({
        alert: code().optional(),
        rating: code().optional(),
        dossier: code().optional(),
        finding: code().optional(),
      })
      .refine((about) => EXPLAINED.filter((kind) => about[kind] !== undefined).length === 1, {
        message: 'exactly one of alert, rating, dossier, finding',
      }),
    text: freeText(4000),
  }),
} as const;
