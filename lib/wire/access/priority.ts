import type { PriorityGroup } from '../../domain/events/priority.ts';
import { priorityEvents } from '../../domain/events/priority.ts';
import type { priorityAhead } from '../../domain/settings-ahead.ts';

/** `POST /api/v1/admin/priority`: who goes first in an area and below it, from a day on. */
export const setPriorityRequest = priorityEvents['priority.set'];
/** `GET /api/v1/admin/areas/:code/priority`: what is set, own and inherited, and what holds today. */
export type PriorityAnswer = {
  rules: ReturnType<typeof priorityAhead>;
  now: { groups: PriorityGroup[]; every: number };
};
