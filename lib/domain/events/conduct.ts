import { z } from 'zod';
import { isCondition } from '../conduct/condition.ts';
import { areaCode, day } from './place.ts';
import { code, freeText } from './text.ts';

const text = freeText(80);

// Rule 10 of the product: such a report goes to the level above, past the unit, and never through a pad in the hall.
const CORRUPTION =
  /hối lộ|tham nhũng|nhũng nhiễu|vòi vĩnh|tiêu cực|lót tay|phong bì|bribe|corrupt|kickback|extort/i;

const pointOf = z.strictObject({
  point: code(64),
  /** As praise. */
  text,
  textEn: text,
  /** As what was lacking: "chưa", never "không" (glossary). */
  lack: text.refine((words) => /^chưa\s/i.test(words), { message: 'lack_without_chua' }),
  lackEn: text,
});
export type ConductPoint = z.output<typeof pointOf>;

/** S6: the code of conduct that ratings in an area and below it are read by, from a day on. Only the server writes it. */
export const conductEvents = {
  'conduct.set': z.strictObject({
    area: areaCode,
    name: freeText(120),
    nameEn: freeText(120),
    points: z
      .array(pointOf)
      .min(1)
      .max(20)
      .check(({ value: points, issues }) => {
        const fault = (index: number, field: string, message: string): void =>
          void issues.push({ code: 'custom', message, path: [index, field], input: points });
        points.forEach(({ point, ...words }, index) => {
          if (isCondition(point)) fault(index, 'point', 'point_is_condition');
          if (points.findIndex((other) => other.point === point) < index)
            fault(index, 'point', 'point_twice');
          for (const [field, said] of Object.entries({ point, ...words }))
            if (CORRUPTION.test(said)) fault(index, field, 'point_of_corruption');
        });
      }),
    effectiveFrom: day,
    /** The decision that gives the code. */
    source: freeText(500),
  }),
  /** K14: somebody has opened what a comment masks. */
  'comment.opened': z.strictObject({ area: areaCode, rating: code() }),
} as const;
