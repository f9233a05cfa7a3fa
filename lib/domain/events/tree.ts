import { z } from 'zod';
import { dialled } from '../area-contact.ts';
import { areaCode, day } from './place.ts';
import { clock, code, freeText, wholeNumber } from './text.ts';
import { KINDS, METRICS, QUEUES } from './tree-words.ts';

const span = z
  .strictObject({
    weekday: z.int().min(1).max(7).optional(),
    from: clock,
    to: clock,
    place: freeText(200).optional(),
    sectors: z.array(code()).max(100).optional(),
  })
  .refine((s) => s.from < s.to, { message: 'from must lie before to', path: ['to'] });

/** As the office writes it, with its hours where it has some; it holds a number that can be dialled. */
const hotline = freeText(100).refine((text) => dialled(text) !== null, { message: 'hotline_number' });

/** Definitions: only the server writes them, so that a board, a right and a target are a fold of the log. */
export const treeEvents = {
  'area.defined': z.strictObject({
    code: areaCode,
    parent: areaCode.nullable(),
    kind: z.enum(KINDS),
    name: freeText(200),
    nameEn: freeText(200).optional(),
    label: freeText(100).optional(),
    timezone: z.string().max(64),
    queue: z.enum(QUEUES),
    hotline: hotline.optional(),
    address: freeText(300).optional(),
    demo: z.boolean(),
    validFrom: day.optional(),
    validTo: day.optional(),
    succeeds: z.array(areaCode).max(100),
  }),
  'service.defined': z.strictObject({
    area: areaCode,
    service: code(),
    name: freeText(200),
    nameEn: freeText(200).optional(),
    maxServiceMinutes: z.int().min(1).max(1440).optional(),
    effectiveFrom: day,
  }),
  'target.set': z.strictObject({
    area: areaCode,
    metric: z.enum(METRICS),
    service: code().optional(),
    value: z.number().min(0).max(1),
    seconds: z.int().min(30).max(14_400).optional(),
    effectiveFrom: day,
    source: freeText(500),
  }),
  'sessions.set': z.strictObject({
    area: areaCode,
    /** `week` holds from `fromDay` until the next `week`; `day` holds for that one date (no span: closed). */
    scope: z.enum(['week', 'day']),
    fromDay: day,
    spans: z.array(span).max(100),
    source: freeText(500).optional(),
  }),
  'key.created': z.strictObject({
    key: code(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    name: freeText(200),
    area: areaCode,
    sources: z.array(code(512)).max(100),
    rights: z.array(z.enum(['read', 'write', 'import'])).min(1),
    types: z.array(code()).max(200),
  }),
  'key.revoked': z.strictObject({ key: code() }),
  'personal.erased': z.strictObject({
    seq: wholeNumber(Number.MAX_SAFE_INTEGER),
    reason: freeText(500).optional(),
  }),
} as const;
