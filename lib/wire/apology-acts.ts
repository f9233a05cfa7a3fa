import { z } from 'zod';
import { DELIVERY_CHANNELS } from '../domain/apology/delivery.ts';
import type { ApologyLetter } from '../domain/apology/letter.ts';
import { letterDraft } from '../domain/apology/letter.ts';
import { printedLine } from '../domain/apology/printed-text.ts';
import { day } from '../domain/events/place.ts';
import { code } from '../domain/events/text.ts';
import type { ApologyLine } from './dossier-reads.ts';

/** `POST /api/v1/areas/{unit}/apologies`: drafts a letter, or drafts anew one that is not signed yet. */
export const draftRequest = letterDraft;
export type DraftedAnswer = { apology: string };

/** Longest text of a file of ten megabytes in base64. */
const LONGEST_FILE = 14_000_000;

/** `POST …/apologies/{apology}/signed`. The file comes in base64, and is told by its content. */
export const signRequest = z.strictObject({
  documentNo: printedLine(100),
  documentDate: day,
  signatory: z.strictObject({ name: printedLine(100), title: printedLine(90) }),
  signatureKind: z.enum(['paper', 'digital']),
  file: z
    .string()
    .min(1, { message: 'required' })
    .max(LONGEST_FILE, { message: 'file_too_large' })
    .meta({ contentEncoding: 'base64', description: 'PDF, JPEG or PNG of at most 10 MB' }),
});

/** `POST …/apologies/{apology}/delivered`: local day and time of the unit. */
export const deliverRequest = z.strictObject({
  channel: z.enum(DELIVERY_CHANNELS),
  day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'bad_clock_time' }),
});

/** `GET …/apologies/{apology}/letter` */
export const letterQuery = z.object({
  format: z.enum(['docx', 'pdf']).describe('Word, or PDF where the office has no template of its own.'),
});

/** `GET /api/v1/areas/{unit}/apology-draft` */
export const draftQuery = z.object({
  dossier: code().optional().describe('A late dossier, or one that is about to be late.'),
  rating: code().optional().describe('A rating that told of conduct.'),
  suggestion: code().optional().describe('A page of the book that told of conduct.'),
});

type Late = Extract<ApologyLetter, { kind: 'late' }>;

/** Why no letter can be drafted; null: it can. */
export type DraftRefusal =
  | 'not_owed'
  | 'no_due_date'
  | 'already_signed'
  | 'unknown_dossier'
  | 'unknown_rating'
  | null;

/** What is known before somebody writes a letter, and what the unit wrote last time. */
export type DraftAnswer = {
  refusal: DraftRefusal;
  /** Of a dossier: what the letter will say of it. */
  dossier: Pick<Late, 'dossier' | 'procedure' | 'receivedOn' | 'promised' | 'state'> | null;
  /** The draft that is being written anew. */
  draft: ApologyLetter | null;
  /** Letterhead, symbol, signatory and recipients of the last letter, else what follows from the unit's name. */
  start: Pick<ApologyLetter, 'body' | 'symbol' | 'copies'> & { signatory: ApologyLetter['signatory'] | null };
  /** The unit's local day. */
  today: string;
  /** How many letters about the same were signed before: from the second on the extension is red. */
  before: number;
};

/** Who did a step; null where a machine told it. */
export type Author = { name: string | null; onBehalfOf: string | null };

/** `GET /api/v1/areas/{code}/apologies/{apology}` */
export type ApologyAnswer = ApologyLine & {
  timezone: string;
  steps: { step: 'drafted' | 'signed' | 'delivered'; at: string; by: Author | null; drafts: number }[];
  /** Null: this reader may not read it, nobody wrote it here, or it was erased. */
  letter: ApologyLetter | null;
  may: { write: boolean; read: boolean };
};
