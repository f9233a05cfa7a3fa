import type { QuestionLine } from '../../lib/wire/meeting-reads.ts';

const COLUMNS = ['question', 'dialogue', 'topic', 'owner', 'dueDay', 'state', 'answeredDay'] as const;

/** PC8: what is owed and by whom; words of questions and answers leave in no file, since what is saved cannot be erased. */
export const questionsTable = (area: string, questions: readonly QuestionLine[]) => ({
  list: 'dialogue-questions',
  area,
  period: null,
  columns: COLUMNS,
  items: questions.map(({ question, dialogue, topic, owner, dueDay, state, answeredDay }) => ({
    question,
    dialogue,
    topic,
    owner,
    dueDay,
    state,
    answeredDay,
  })),
});
