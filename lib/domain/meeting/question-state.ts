/** PC8: a question of a dialogue, as far as its answer goes. */
export type Question = { dueDay: string; answeredDay: string | null };

export type QuestionState = 'inTime' | 'late' | 'due' | 'overdue';

/** Answered by the day that was promised or later; else due, and overdue once that day is over. */
export function questionState({ dueDay, answeredDay }: Question, today: string): QuestionState {
  if (answeredDay !== null) return answeredDay <= dueDay ? 'inTime' : 'late';
  return today <= dueDay ? 'due' : 'overdue';
}

/** How many questions there are, and of each state. */
export type QuestionCounts = { n: number } & Record<QuestionState, number>;

export function questionCounts(questions: readonly Question[], today: string): QuestionCounts {
  const counts: QuestionCounts = { n: questions.length, inTime: 0, late: 0, due: 0, overdue: 0 };
  for (const question of questions) counts[questionState(question, today)] += 1;
  return counts;
}

const URGENCY: Record<QuestionState, number> = { overdue: 0, due: 1, inTime: 2, late: 2 };

/** What is owed first, by the day it is due; then what was answered, the last answer first. */
export function byUrgency<T extends Question>(questions: readonly T[], today: string): T[] {
  const rank = (question: T): number => URGENCY[questionState(question, today)];
  return questions.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.answeredDay === null
        ? a.dueDay.localeCompare(b.dueDay)
        : (b.answeredDay ?? '').localeCompare(a.answeredDay)),
  );
}
