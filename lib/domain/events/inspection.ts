import { z } from 'zod';
import { INSPECTION_KINDS, INSPECTION_LEVELS, SEVERITIES } from '../inspection/words.ts';
import { dueDate } from './due-date.ts';
import { areaCode, day } from './place.ts';
import { photoText } from './suggestion.ts';
import { code, freeText, wholeNumber } from './text.ts';

const inspection = code();

/** What every step may tell; the text is in somebody's own words. */
const told = {
  inspection,
  level: z.enum(INSPECTION_LEVELS).optional(),
  kind: z.enum(INSPECTION_KINDS).optional(),
  /** The finding that a step is about; codes are unique in their inspection. */
  finding: code().optional(),
  dueAt: dueDate.optional(),
  /** A form of discipline (lib/domain/inspection/discipline), and how many people got it: 1 unless told. */
  disciplineForm: code().optional(),
  people: wholeNumber(10_000).optional(),
  text: freeText(4000).optional(),
};
/** Who inspects, as the minutes name them. */
const team = freeText(500).optional();

/** An inspection is unique within its unit. */
export const inspectionEvents = {
  'inspection.planned': z.strictObject({ ...told, day, team }),
  'inspection.opened': z.strictObject({ ...told, team }),
  'inspection.announced': z.strictObject(told),
  'inspection.finding_added': z.strictObject({
    ...told,
    severity: z.enum(SEVERITIES).optional(),
    /** The line of a checklist that it is against. */
    checklist: code().optional(),
    item: code().optional(),
    photo: photoText.optional(),
  }),
  'inspection.explained': z.strictObject(told),
  'inspection.remedied': z.strictObject(told),
  'inspection.minutes_signed': z.strictObject({
    ...told,
    documentNo: freeText(100).optional(),
    documentDate: day.optional(),
    signatories: z
      .array(z.strictObject({ title: freeText(200), name: freeText(200).optional() }))
      .max(20)
      .optional(),
  }),
  'inspection.disciplined': z.strictObject({ ...told, disciplineForm: code() }),
  'inspection.closed': z.strictObject(told),
} as const;

/** I9: what is looked at in an area and below it, from a day on. Only the server writes it; without lines it is left out. */
export const checklistEvents = {
  'checklist.set': z.strictObject({
    area: areaCode,
    checklist: code(),
    name: freeText(200),
    nameEn: freeText(200).optional(),
    items: z
      .array(z.strictObject({ item: code(), text: freeText(300), textEn: freeText(300).optional() }))
      .max(50),
    effectiveFrom: day,
    source: freeText(500),
  }),
} as const;

/** What the server keeps of a unit at the second in which its inspection is opened (I6): refused at the door. */
export const pictureEvents = {
  'inspection.pictured': z.strictObject({
    inspection,
    /** The board is the fold of the log up to this seq, at this instant (epoch ms). */
    boardSeq: wholeNumber(Number.MAX_SAFE_INTEGER),
    boardAt: wholeNumber(Number.MAX_SAFE_INTEGER),
    /** SHA-256 (hex) of `board`. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** JSON in canonical form. */
    board: z.string(),
  }),
} as const;
