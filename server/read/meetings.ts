import { byUrgency, questionState } from '../../lib/domain/meeting/question-state.ts';
import { receptionDays } from '../../lib/domain/meeting/reception-days.ts';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { lineOf } from '../../lib/domain/tree.ts';
import { addDays, localClock, localDay } from '../../lib/domain/zoned-time.ts';
import type { DialogueLine, MeetingsAnswer, ReceptionLine } from '../../lib/wire/meeting-reads.ts';
import type { ReadContext } from './context.ts';

/** Coming days that are told of a reception, within so many. */
const AHEAD = { most: 3, within: 62 };
/** Dialogues of so many days back, and their questions. */
const DAYS_BACK = 365;
/** More of either nobody reads. */
const MOST = 500;

type ReceptionRow = Omit<ReceptionLine, 'from' | 'next'> & { area: string };
type DialogueRow = Omit<DialogueLine, 'from'> & { area: string };
type QuestionRow = {
  question: string;
  dialogue: string;
  topic: string;
  dueDay: string;
  answered_at: Date | null;
  text: string | null;
  owner: string | null;
  raisedBy: string | null;
  answer: string | null;
};

/** What an area and those above it keep of receptions and dialogues. */
export type ReadMeetings = Omit<MeetingsAnswer, 'mayKeep' | 'counts'>;

/** Receptions that have not ended, dialogues ahead and of the last twelve months, and their questions (PC7, PC8). */
export async function meetings(context: ReadContext, code: string): Promise<ReadMeetings> {
  const { pool, tree } = context;
  const now = context.now();
  const line = lineOf(tree, code);
  const zone = line[0]?.timezone ?? 'UTC';
  const today = localDay(zone, now);
  const areas = line.map((area) => area.code);
  const since = addDays(today, -DAYS_BACK);
  const [receptions, dialogues, questions] = await Promise.all([
    pool.query<ReceptionRow>(
      `SELECT reception, area, leader, place, "when", from_clock AS "fromClock", to_clock AS "toClock",
         from_day::text AS "fromDay", last_day::text AS "lastDay", source
       FROM reception WHERE area = ANY($1) AND (last_day IS NULL OR last_day >= $2) ORDER BY seq LIMIT ${MOST}`,
      [areas, today],
    ),
    pool.query<DialogueRow>(
      `SELECT dialogue, area, topic, day::text AS day, from_clock AS "fromClock", to_clock AS "toClock", place,
         called_off AS "calledOff"
       FROM dialogue WHERE area = ANY($1) AND day >= $2 ORDER BY day DESC, seq DESC LIMIT ${MOST}`,
      [areas, since],
    ),
    pool.query<QuestionRow>(
      `SELECT q.question, q.dialogue, d.topic, q.due_day::text AS "dueDay", q.answered_at, r.value ->> 'text' AS text,
         r.value ->> 'owner' AS owner, r.value ->> 'raisedBy' AS "raisedBy", a.value ->> 'text' AS answer
       FROM dialogue d JOIN dialogue_question q ON q.dialogue = d.dialogue
         LEFT JOIN personal r ON r.seq = q.raised_seq LEFT JOIN personal a ON a.seq = q.answered_seq
       WHERE d.area = ANY($1) AND d.day >= $2 ORDER BY q.raised_seq DESC LIMIT ${MOST}`,
      [areas, since],
    ),
  ]);
  const from = (area: string) => {
    const above = area === code ? undefined : tree.areas.get(area);
    return above ? { name: above.name, nameEn: above.nameEn ?? null } : null;
  };
  const order = (area: string): number => areas.indexOf(area);
  const clock = localClock(zone, now);
  return {
    today,
    receptions: receptions.rows
      .toSorted((a, b) => order(a.area) - order(b.area))
      .map(
        ({ area, ...one }): ReceptionLine => ({
          ...one,
          from: from(area),
          next: receptionDays(one, today, clock, AHEAD).map((day) => ({
            day,
            closed: sessionsOf(tree, area, zone, day)?.length === 0,
          })),
        }),
      ),
    dialogues: dialogues.rows.map(({ area, ...one }) => ({ ...one, from: from(area) })),
    questions: byUrgency(
      questions.rows.map(({ answered_at, ...one }) => {
        const answeredDay = answered_at && localDay(zone, answered_at.getTime());
        return { ...one, answeredDay, state: questionState({ dueDay: one.dueDay, answeredDay }, today) };
      }),
      today,
    ),
  };
}
