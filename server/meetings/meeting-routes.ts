import { randomUUID } from 'node:crypto';
import { questionCounts } from '../../lib/domain/meeting/question-state.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import {
  answerQuestionRequest,
  callOffRequest,
  endReceptionRequest,
  type MeetingsAnswer,
  planDialogueRequest,
  raiseQuestionRequest,
  setReceptionRequest,
} from '../../lib/wire/meeting-reads.ts';
import { fileQuery } from '../../lib/wire/reads-query.ts';
import { defineAsked } from '../admin/define-asked.ts';
import type { Core } from '../core.ts';
import { answerOrFile } from '../export/table-file.ts';
import { answer } from '../http/answer.ts';
import { badFields } from '../http/bad-input.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, type Authorised, route } from '../http/route.ts';
import type { Definition } from '../log/submission.ts';
import type { ReadContext } from '../read/context.ts';
import { meetings } from '../read/meetings.ts';
import { keepsDialogue, keepsQuestion, keepsReception } from './own-meeting.ts';
import { forReader } from './public-meetings.ts';
import { questionsTable } from './questions-table.ts';

const AREA = '/api/v1/areas/:code';
const DIALOGUE = `${AREA}/dialogues/:dialogue`;

/** Reception days and dialogues of an area, kept by its head and the leaders above (PC9). */
export function meetingRoutes(
  { door, now, memory }: Pick<Core, 'door' | 'now' | 'memory'>,
  context: ReadContext,
): AnyRoute[] {
  const { pool } = context;
  const todayIn = (code: string): string => localDayIn(memory.tree, code, now());
  const tell = async (
    { request, actor }: Pick<Authorised<unknown>, 'request' | 'actor'>,
    area: string,
    definition: Definition,
  ): Promise<Response> => {
    const defined = await defineAsked(request, door, [definition], actor(area));
    return defined instanceof Response ? defined : answer(defined);
  };

  return [
    route({
      method: 'GET',
      path: `${AREA}/meetings`,
      need: 'measures.read',
      input: fileQuery,
      places: (_, { code }) => [code],
      async handle({ request, params: { code = '' }, may }) {
        const mayKeep = may('meetings.keep', code);
        const { questions, ...told } = await meetings(context, code);
        const whole: MeetingsAnswer = {
          ...told,
          questions: questions.map((one) => (mayKeep ? one : { ...forReader(one), raisedBy: null })),
          counts: questionCounts(questions, told.today),
          mayKeep,
        };
        return answerOrFile(context, request, whole, () => questionsTable(code, questions.map(forReader)));
      },
    }),
    route({
      method: 'POST',
      path: `${AREA}/receptions`,
      need: 'meetings.keep',
      input: setReceptionRequest,
      places: (_, { code }) => [code],
      handle: ({ request, actor, input, params: { code = '' } }) =>
        tell({ request, actor }, code, {
          type: 'reception.set',
          data: { ...input, reception: randomUUID(), area: code },
        }),
    }),
    route({
      method: 'POST',
      path: `${AREA}/receptions/:reception/end`,
      need: 'meetings.keep',
      input: endReceptionRequest,
      places: (_, { code }) => [code],
      async handle({ request, actor, input: { lastDay }, params: { code = '', reception = '' } }) {
        const today = todayIn(code);
        if (!(await keepsReception(pool, code, reception, today)))
          return problemResponse(request, 'not_found');
        // What was told of days that are over stays told.
        if (lastDay < addDays(today, -1))
          return badFields(request, [{ pointer: '/lastDay', rule: 'day_past' }]);
        return tell({ request, actor }, code, {
          type: 'reception.ended',
          data: { reception, area: code, lastDay },
        });
      },
    }),
    route({
      method: 'POST',
      path: `${AREA}/dialogues`,
      need: 'meetings.keep',
      input: planDialogueRequest,
      places: (_, { code }) => [code],
      async handle({ request, actor, input: { dialogue, ...plan }, params: { code = '' } }) {
        if (dialogue !== undefined && !(await keepsDialogue(pool, code, dialogue)))
          return problemResponse(request, 'not_found');
        return tell({ request, actor }, code, {
          type: 'dialogue.planned',
          data: { ...plan, dialogue: dialogue ?? randomUUID(), area: code },
        });
      },
    }),
    route({
      method: 'POST',
      path: `${DIALOGUE}/call-off`,
      need: 'meetings.keep',
      input: callOffRequest,
      places: (_, { code }) => [code],
      async handle({ request, actor, input: { reason }, params: { code = '', dialogue = '' } }) {
        if (!(await keepsDialogue(pool, code, dialogue))) return problemResponse(request, 'not_found');
        return tell({ request, actor }, code, {
          type: 'dialogue.called_off',
          data: { dialogue, area: code, reason },
        });
      },
    }),
    route({
      method: 'POST',
      path: `${DIALOGUE}/questions`,
      need: 'meetings.keep',
      input: raiseQuestionRequest,
      places: (_, { code }) => [code],
      async handle({ request, actor, input, params: { code = '', dialogue = '' } }) {
        if (!(await keepsDialogue(pool, code, dialogue))) return problemResponse(request, 'not_found');
        return tell({ request, actor }, code, {
          type: 'dialogue.question_raised',
          data: { ...input, dialogue, question: randomUUID(), area: code },
        });
      },
    }),
    route({
      method: 'POST',
      path: `${DIALOGUE}/questions/:question/answer`,
      need: 'meetings.keep',
      input: answerQuestionRequest,
      places: (_, { code }) => [code],
      async handle({ request, actor, input: { text }, params: { code = '', dialogue = '', question = '' } }) {
        if (!(await keepsQuestion(pool, code, dialogue, question)))
          return problemResponse(request, 'not_found');
        return tell({ request, actor }, code, {
          type: 'dialogue.question_answered',
          data: { dialogue, area: code, question, text },
        });
      },
    }),
  ];
}
