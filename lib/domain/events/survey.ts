import { z } from 'zod';
import { SURVEY_MEASURES } from '../survey-measure.ts';
import { areaCode, day } from './place.ts';
import { freeText } from './text.ts';

/**
 * U1: the result of a survey that somebody enters, such as SIPAS; never computed here and never mixed with live ratings.
 * A later entry of the same name and period takes the place of an earlier one. Only the server writes it.
 */
export const surveyEvents = {
  'survey.entered': z
    .strictObject({
      area: areaCode,
      name: freeText(100),
      fromDay: day,
      toDay: day,
      /** People who were asked and answered. */
      n: z.int().min(1).max(100_000_000),
      measure: z.enum(SURVEY_MEASURES),
      value: z.number().min(0, { message: 'share_range' }).max(1, { message: 'share_range' }),
      method: freeText(500),
      /** The document that publishes it. */
      source: freeText(500),
    })
    .refine(({ fromDay, toDay }) => fromDay <= toDay, { message: 'period_reversed', path: ['toDay'] }),
} as const;
