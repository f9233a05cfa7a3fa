import { z } from 'zod';
import { dueDate } from './due-date.ts';
import { day } from './place.ts';
import { code, freeText } from './text.ts';

const step = z
  .strictObject({
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
  })
  .refine((data) => [data.dossier, data.rating, data.suggestion].filter(Boolean).length <= 1, {
    message: 'at most one of dossier, rating, suggestion',
    path: ['dossier'],
  });

/** An apology is unique within its root city. Any step may repeat or add what the letter says. */
export const apologyEvents = {
  'apology.drafted': step,
  'apology.signed': step,
  'apology.delivered': step,
} as const;
