import { z } from 'zod';
import { areaCode, day } from './place.ts';
import { code, freeText } from './text.ts';

const groupOf = z.strictObject({ group: code(64), name: freeText(120), nameEn: freeText(120) });
export type PriorityGroup = z.output<typeof groupOf>;

/** NT2: who goes first in an area and below it, and how often, from a day on. Only the server writes it. */
export const priorityEvents = {
  'priority.set': z.strictObject({
    area: areaCode,
    groups: z
      .array(groupOf)
      .max(12)
      .check(({ value: groups, issues }) => {
        groups.forEach(({ group }, index) => {
          if (groups.findIndex((other) => other.group === group) < index)
            issues.push({ code: 'custom', message: 'group_twice', path: [index, 'group'], input: groups });
        });
      }),
    /** Ordinary numbers between two favoured ones while both wait; 0: the favoured always first. */
    every: z.int().min(0).max(20),
    effectiveFrom: day,
    /** The regulation that says so. */
    source: freeText(500),
  }),
} as const;
