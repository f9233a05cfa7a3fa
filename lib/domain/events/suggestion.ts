import { z } from 'zod';
import { SUGGESTION_CHANNELS } from '../suggestion/channel.ts';
import { SUGGESTION_KINDS } from '../suggestion/kind.ts';
import { dueDate } from './due-date.ts';
import { code, freeText, wholeNumber } from './text.ts';

const suggestion = code();

/** Somebody of the office who stands for a step, by name. */
const by = z.strictObject({
  name: freeText(200),
  title: freeText(200).optional(),
  onBehalfOf: freeText(200).optional(),
});

const step = z.strictObject({
  suggestion,
  by,
  text: freeText(4000).optional(),
  /** Who carries an instruction out. */
  owner: freeText(200).optional(),
  dueAt: dueDate.optional(),
});

/** A photo of a written page: JPEG, PNG or WebP in base64, some 700 KB of them. The door draws it anew. */
export const photoText = z
  .string()
  .max(960_000, { message: 'photo_large' })
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, { message: 'photo_form' });

/** A suggestion is unique within its unit. */
export const suggestionEvents = {
  'suggestion.submitted': z.strictObject({
    suggestion,
    text: freeText(10_000),
    channel: z.enum(SUGGESTION_CHANNELS).optional(),
    contact: freeText(300).optional(),
    photo: photoText.optional(),
  }),
  'suggestion.sorted': z.strictObject({
    suggestion,
    kind: z.enum(SUGGESTION_KINDS),
    /** The body that a page which leaves the book goes to; without one it is the level above. */
    body: freeText(200).optional(),
  }),
  'suggestion.seen': step,
  'suggestion.instructed': step,
  'suggestion.answered': step,
} as const;

/** What the server adds to pages by its log and the calendar of that moment, for good (N1, N4, N6). Epoch ms. */
export const bookEvents = {
  /** The page of the book that a submission was written on; it must be seen before `lateFrom`. */
  'suggestion.page_computed': z.strictObject({
    suggestion,
    page: wholeNumber(Number.MAX_SAFE_INTEGER),
    of: z.strictObject({ source: code(512), id: code() }),
    lateFrom: z.number(),
  }),
  /** Until when the law wants a first step for a kind of page. */
  'suggestion.due_computed': z.strictObject({
    suggestion,
    kind: z.enum(SUGGESTION_KINDS),
    from: z.number(),
    dueAt: z.number(),
  }),
  /** Working time between submission and "seen". */
  'suggestion.wait_computed': z.strictObject({
    suggestion,
    from: z.number(),
    to: z.number(),
    workingSeconds: wholeNumber(Number.MAX_SAFE_INTEGER),
  }),
} as const;
