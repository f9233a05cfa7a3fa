import type { meetingEvents } from '../../lib/domain/events/meeting.ts';
import type { Run } from './run.ts';
import type { Definition } from './submission.ts';

type MeetingDefinition = Extract<Definition, { type: keyof typeof meetingEvents }>;

/**
 * Writes a reception, a dialogue or a question of one (PC7, PC8): the last plan and the last answer hold, and the day of
 * the first answer.
 */
export async function writeMeetingRow(
  run: Run,
  { type, data }: MeetingDefinition,
  seq: number,
  now: number,
): Promise<void> {
  switch (type) {
    case 'reception.set':
      await run(
        `INSERT INTO reception (reception, area, leader, place, "when", from_clock, to_clock, from_day, source, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (reception) DO UPDATE SET leader = $3, place = $4, "when" = $5, from_clock = $6, to_clock = $7,
           from_day = $8, source = $9, seq = $10`,
        [
          data.reception,
          data.area,
          data.leader,
          data.place,
          JSON.stringify(data.when),
          data.fromClock,
          data.toClock,
          data.fromDay,
          data.source,
          seq,
        ],
      );
      break;
    case 'reception.ended':
      await run('UPDATE reception SET last_day = $2 WHERE reception = $1', [data.reception, data.lastDay]);
      break;
    case 'dialogue.planned':
      await run(
        `INSERT INTO dialogue (dialogue, area, topic, day, from_clock, to_clock, place, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (dialogue) DO UPDATE SET topic = $3, day = $4, from_clock = $5, to_clock = $6, place = $7, called_off = NULL,
           seq = $8`,
        [data.dialogue, data.area, data.topic, data.day, data.fromClock, data.toClock, data.place, seq],
      );
      break;
    case 'dialogue.called_off':
      await run('UPDATE dialogue SET called_off = $2 WHERE dialogue = $1', [data.dialogue, data.reason]);
      break;
    case 'dialogue.question_raised':
      await run(
        `INSERT INTO dialogue_question (question, dialogue, due_day, raised_seq) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [data.question, data.dialogue, data.dueDay, seq],
      );
      break;
    case 'dialogue.question_answered':
      await run(
        `UPDATE dialogue_question SET answered_at = coalesce(answered_at, to_timestamp($2 / 1000.0)), answered_seq = $3
         WHERE question = $1`,
        [data.question, now, seq],
      );
      break;
  }
}
