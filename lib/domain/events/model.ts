import { z } from 'zod';
import { COMPARED_METRICS } from '../compared-metric.ts';
import { areaCode, day } from './place.ts';
import { code, freeText } from './text.ts';

/** M1: ways of working that a unit tries, and others take over. Only the server writes them. */
export const modelEvents = {
  'model.started': z.strictObject({
    model: code(),
    /** The unit where it began. */
    area: areaCode,
    name: freeText(200),
    about: freeText(2000).optional(),
    /** What it is to change. */
    metric: z.enum(COMPARED_METRICS),
    startDay: day,
  }),
  'model.adopted': z.strictObject({ model: code(), area: areaCode, startDay: day }),
  /** In one unit; the last day on which it was still tried there. */
  'model.ended': z.strictObject({ model: code(), area: areaCode, endDay: day }),
} as const;
