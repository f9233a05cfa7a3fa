import { z } from 'zod';
import type { AreaContact } from '../domain/area-contact.ts';
import { photoText } from '../domain/events/suggestion.ts';
import { freeText } from '../domain/events/text.ts';
import type { PageState } from '../domain/suggestion/suggestion.ts';

/** `GET /api/v1/public/{code}`: the unit that a form is for, and the slip that it must be sent back with, once. */
export type PublicFormAnswer = {
  area: { code: string; name: string; nameEn: string | null; demo: boolean } & AreaContact;
  slip: string;
};

/**
 * `POST /api/v1/public/{code}/suggestions`: what a citizen writes, without signing in. `above`: not to the unit but to
 * the level above it, where it never opens inside the unit (N5).
 */
export const publicSuggestionRequest = z.strictObject({
  slip: z.string().max(200),
  text: freeText(4000),
  contact: freeText(300).optional(),
  photo: photoText.optional(),
  above: z.boolean().default(false),
});

/** The receipt opens what `GET /api/v1/public/{code}/receipts/{receipt}` tells, and nothing else. */
export type PublicSuggestionMade = { receipt: string; page: number };
/** Where a page stands, without a word of it. `day` is the day it was handed in. */
export type ReceiptAnswer = { page: number; day: string; state: PageState };
