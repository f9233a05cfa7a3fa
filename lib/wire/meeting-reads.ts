import { z } from 'zod';
import { HOURS_REVERSED, hoursInOrder, meetingEvents, type ReceptionWhen } from '../domain/events/meeting.ts';
import { code } from '../domain/events/text.ts';
import type { QuestionCounts, QuestionState } from '../domain/meeting/question-state.ts';
import type { Named } from '../i18n/local-name.ts';

export const setReceptionRequest = z
  .strictObject(meetingEvents['reception.set'].shape)
  .omit({ area: true, reception: true })
  .refine(hoursInOrder, HOURS_REVERSED);
export const endReceptionRequest = z.strictObject({
  lastDay: meetingEvents['reception.ended'].shape.lastDay,
});
export const planDialogueRequest = z
  .strictObject({
    ...meetingEvents['dialogue.planned'].shape,
    /** One of the area that is planned anew; without it a new one. */
    dialogue: code().optional(),
  })
  .omit({ area: true })
  .refine(hoursInOrder, HOURS_REVERSED);
export const callOffRequest = z.strictObject({ reason: meetingEvents['dialogue.called_off'].shape.reason });
const raised = meetingEvents['dialogue.question_raised'].shape;
export const raiseQuestionRequest = z.strictObject({
  text: raised.text,
  raisedBy: raised.raisedBy,
  owner: raised.owner,
  dueDay: raised.dueDay,
});
export const answerQuestionRequest = z.strictObject({
  text: meetingEvents['dialogue.question_answered'].shape.text,
});

/** Whose it is; null: of the very area that is asked for. */
type From = { from: Named | null };

/** A reception (PC7). `next`: its coming days; `closed`: the calendar knows no session on it. */
export type ReceptionLine = From & {
  reception: string;
  leader: string;
  place: string;
  when: ReceptionWhen;
  fromClock: string;
  toClock: string;
  fromDay: string;
  lastDay: string | null;
  source: string;
  next: { day: string; closed: boolean }[];
};

/** A dialogue without its questions. */
export type DialogueLine = From & {
  dialogue: string;
  topic: string;
  day: string;
  fromClock: string;
  toClock: string;
  place: string;
  /** Why it does not take place; null: it does. */
  calledOff: string | null;
};

/** A question of a dialogue (PC8); its words are null where they were erased. */
export type QuestionLine = {
  question: string;
  dialogue: string;
  topic: string;
  text: string | null;
  owner: string | null;
  dueDay: string;
  state: QuestionState;
  answeredDay: string | null;
  answer: string | null;
};

/** `GET …/meetings`: receptions and dialogues of an area and of those above it, for whoever reads its measures. */
export type MeetingsAnswer = {
  today: string;
  receptions: ReceptionLine[];
  /** The newest first. */
  dialogues: DialogueLine[];
  counts: QuestionCounts;
  /** What is owed first. `raisedBy` is told to whoever keeps them alone. */
  questions: (QuestionLine & { raisedBy: string | null })[];
  mayKeep: boolean;
};

/** What the page of a unit tells everybody of them (PC7, PC8); `more`: questions that are counted and not listed. */
export type PublicMeetings = {
  receptions: Omit<ReceptionLine, 'source' | 'reception'>[];
  /** Ahead, the next first. */
  dialogues: DialogueLine[];
  counts: QuestionCounts;
  questions: QuestionLine[];
  more: number;
};
