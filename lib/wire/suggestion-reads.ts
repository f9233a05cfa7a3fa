import { z } from 'zod';
import { day } from '../domain/events/place.ts';
import { photoText } from '../domain/events/suggestion.ts';
import { freeText } from '../domain/events/text.ts';
import { SUGGESTION_CHANNELS, type SuggestionChannel } from '../domain/suggestion/channel.ts';
import { SUGGESTION_KINDS, type SuggestionKind } from '../domain/suggestion/kind.ts';
import type { PageAct } from '../domain/suggestion/page-rights.ts';
import type { PageState } from '../domain/suggestion/suggestion.ts';
import type { Share } from '../domain/wilson.ts';

/** A line of `GET /api/v1/suggestions`. Of a page that has left the book, only the level above knows more than where it stood. */
export type SuggestionLine = {
  unit: string;
  page: number;
  /** Its code in the unit, as its sender gave it. */
  suggestion: string;
  day: string;
  state: PageState;
  /** Null: not sorted, or not known to the reader. */
  kind: SuggestionKind | null;
  channel: SuggestionChannel | null;
  submittedAt: string | null;
  /** The body it went to; null: the level above. */
  body: string | null;
  sortedAt: string | null;
  /** The term of the law. */
  dueAt: string | null;
  /** N4: unseen for too long. */
  late: boolean;
  seenAt: string | null;
  seenBy: string | null;
  seenTitle: string | null;
  seenOnBehalfOf: string | null;
  /** Working seconds until it was seen. */
  waitSec: number | null;
  instructedAt: string | null;
  owner: string | null;
  /** The first instant at which the instruction is late. */
  instructionLateFrom: string | null;
  answeredAt: string | null;
  repeats: number;
  erased: boolean;
  /** Null: erased, or not for the reader. */
  text: string | null;
};

/** One step of a page. */
export type PageStep = {
  step: 'submitted' | 'sorted' | 'seen' | 'instructed' | 'answered';
  at: string;
  kind: SuggestionKind | null;
  body: string | null;
  by: { name: string; title: string | null; onBehalfOf: string | null } | null;
  text: string | null;
  owner: string | null;
  /** An instant or a local day. */
  due: string | null;
  /** Done here by somebody who was signed in; else a source told it. */
  here: boolean;
};

/** `GET /api/v1/areas/{code}/suggestions/{page}`, and the answer to each act on a page. */
export type PageAnswer = SuggestionLine & {
  contact: string | null;
  /** Whether there is a photo, and the reader may see it (`…/photo`). */
  photo: boolean;
  /** Where the term of the law stands. */
  termSource: string | null;
  steps: PageStep[];
  /** What the reader may do now. */
  acts: PageAct[];
};

/** N7. Of the pages of local days; `unseen` and `unseenLate` are all that wait at `asOf`. */
export type SuggestionMeasures = {
  submitted: number;
  away: number;
  byKind: Record<'unsorted' | 'suggestion' | 'petition', number>;
  seen: Share;
  timeToSeen: { n: number; p50Sec: number | null; p90Sec: number | null };
  answered: number;
  unseen: number;
  unseenLate: number;
};

const title = freeText(200);
const said = freeText(4000);

/** `POST /api/v1/areas/{code}/suggestions`: what a clerk writes down of a telephone call, a slip or a visit. */
export const enterSuggestionRequest = z.strictObject({
  text: freeText(10_000),
  channel: z.enum(SUGGESTION_CHANNELS),
  contact: freeText(300).optional(),
  photo: photoText.optional(),
});
export const sortPageRequest = z.strictObject({
  kind: z.enum(SUGGESTION_KINDS),
  body: freeText(200).optional(),
});
/** N3: the password once more. Rule of a wrong one: `password_wrong`. */
export const seePageRequest = z.strictObject({
  title,
  password: z.string().min(1, { message: 'required' }).max(128, { message: 'password_long' }),
});
export const instructPageRequest = z.strictObject({
  title,
  text: said,
  owner: freeText(200),
  dueDay: day,
});
export const answerPageRequest = z.strictObject({ title, text: said });
export const erasePageRequest = z.strictObject({});
