import { z } from 'zod';
import { areaCode, day } from './place.ts';
import { clock, code, freeText } from './text.ts';

/** PC7: when a leader receives citizens. */
const when = z.discriminatedUnion('kind', [
  /** 1: Monday. */
  z.strictObject({ kind: z.literal('weekly'), weekday: z.int().min(1).max(7) }),
  /** Days of each month; a month that lacks one goes without it. */
  z.strictObject({ kind: z.literal('monthly'), daysOfMonth: z.array(z.int().min(1).max(31)).min(1).max(8) }),
  z.strictObject({ kind: z.literal('days'), days: z.array(day).min(1).max(60) }),
]);
export type ReceptionWhen = z.output<typeof when>;

/** Hours that end after they begin. */
export const hoursInOrder = ({ fromClock, toClock }: { fromClock: string; toClock: string }): boolean =>
  fromClock < toClock;
export const HOURS_REVERSED = { message: 'hours_reversed', path: ['toClock'] };

/** PC7, PC8: days on which leaders receive citizens, and dialogues with them. Only the server writes them. */
export const meetingEvents = {
  'reception.set': z
    .strictObject({
      reception: code(),
      area: areaCode,
      /** The title of who receives; never a name. */
      leader: freeText(120),
      place: freeText(200),
      when,
      fromClock: clock,
      toClock: clock,
      fromDay: day,
      /** The plan or regulation that says so. */
      source: freeText(500),
    })
    .refine(hoursInOrder, HOURS_REVERSED),
  /** The last day on which it still holds. */
  'reception.ended': z.strictObject({ reception: code(), area: areaCode, lastDay: day }),
  /** Planned anew under the same code it has another topic, day, place or hours. */
  'dialogue.planned': z
    .strictObject({
      dialogue: code(),
      area: areaCode,
      topic: freeText(300),
      day,
      fromClock: clock,
      toClock: clock,
      place: freeText(200),
    })
    .refine(hoursInOrder, HOURS_REVERSED),
  'dialogue.called_off': z.strictObject({ dialogue: code(), area: areaCode, reason: freeText(300) }),
  'dialogue.question_raised': z.strictObject({
    dialogue: code(),
    area: areaCode,
    question: code(),
    text: freeText(2000),
    /** Who asked; read by whoever keeps dialogues alone. */
    raisedBy: freeText(120).optional(),
    /** The body or the title that answers. */
    owner: freeText(120),
    dueDay: day,
  }),
  'dialogue.question_answered': z.strictObject({
    dialogue: code(),
    area: areaCode,
    question: code(),
    text: freeText(4000),
  }),
} as const;
