import { z } from 'zod';
import { apologyLetter } from '../apology/letter.ts';
import { dueDate } from './due-date.ts';
import { day } from './place.ts';
import { code, freeText } from './text.ts';

const fields = {
  apology: code(),
  /** What it is about: one of these, said at least once. */
  dossier: code().optional(),
  rating: code().optional(),
  suggestion: code().optional(),
  cause: code().optional(),
  newDueAt: dueDate.optional(),
  documentNo: freeText(100).optional(),
  documentDate: day.optional(),
  signedBy: freeText(200).optional(),
  signatureKind: z.enum(['paper', 'digital']).optional(),
  signedFile: freeText(500).optional(),
  channel: code().optional(),
};

const aboutOne = (data: { dossier?: string; rating?: string; suggestion?: string }): boolean =>
  [data.dossier, data.rating, data.suggestion].filter(Boolean).length <= 1;
const rule = { message: 'at most one of dossier, rating, suggestion', path: ['dossier'] };

const step = z.strictObject(fields).refine(aboutOne, rule);

/** An apology is unique within its root city. Any step may repeat or add what the letter says. */
export const apologyEvents = {
  /** The letter itself names people: it is kept beside the log. */
  'apology.drafted': z.strictObject({ ...fields, letter: apologyLetter.optional() }).refine(aboutOne, rule),
  'apology.signed': step,
  'apology.delivered': step,
} as const;
