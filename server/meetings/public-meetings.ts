import { questionCounts } from '../../lib/domain/meeting/question-state.ts';
import { maskPersonal } from '../../lib/domain/personal-text.ts';
import type { PublicMeetings, QuestionLine } from '../../lib/wire/meeting-reads.ts';
import type { ReadContext } from '../read/context.ts';
import { meetings, type ReadMeetings } from '../read/meetings.ts';

/** What everybody's page lists; the rest is counted. */
const MOST_QUESTIONS = 20;

const masked = (text: string | null): string | null => text && maskPersonal(text);

/** PC9: a question as whoever does not keep it reads it: never by whom, and without contacts. */
export const forReader = ({ raisedBy: _, ...one }: ReadMeetings['questions'][number]): QuestionLine => ({
  ...one,
  text: masked(one.text),
  owner: masked(one.owner),
  answer: masked(one.answer),
});

/** PC7, PC8: receptions with days ahead, dialogues ahead and questions; null: nothing is kept. */
export async function publicMeetings(context: ReadContext, code: string): Promise<PublicMeetings | null> {
  const { today, receptions, dialogues, questions } = await meetings(context, code);
  const ahead = dialogues.filter(({ day }) => day >= today).reverse();
  const coming = receptions.filter(({ next }) => next.length > 0);
  if (coming.length + ahead.length + questions.length === 0) return null;
  return {
    receptions: coming.map(({ source: _, reception: __, ...one }) => one),
    dialogues: ahead,
    counts: questionCounts(questions, today),
    questions: questions.slice(0, MOST_QUESTIONS).map(forReader),
    more: Math.max(0, questions.length - MOST_QUESTIONS),
  };
}
