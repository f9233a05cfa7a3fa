import {
  answerQuestionRequest,
  callOffRequest,
  endReceptionRequest,
  planDialogueRequest,
  raiseQuestionRequest,
  setReceptionRequest,
} from '../../lib/wire/meeting-reads.ts';
import { fileQuery } from '../../lib/wire/reads-query.ts';
import { pathsOf } from './openapi-operations.ts';

const AREA = '/api/v1/areas/:code';
const DIALOGUE = `${AREA}/dialogues/:dialogue`;

/** Reception days and dialogues, in the document. */
export const meetingPaths = () =>
  pathsOf(
    'Meetings',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: `${AREA}/meetings`,
        id: 'listMeetings',
        summary: 'Days on which leaders receive citizens, dialogues and their questions',
        input: fileQuery,
      },
      {
        method: 'POST',
        path: `${AREA}/receptions`,
        id: 'setReception',
        summary: 'Says when a leader receives citizens; people only',
        input: setReceptionRequest,
      },
      {
        method: 'POST',
        path: `${AREA}/receptions/:reception/end`,
        id: 'endReception',
        summary: 'Ends a reception; people only',
        input: endReceptionRequest,
      },
      {
        method: 'POST',
        path: `${AREA}/dialogues`,
        id: 'planDialogue',
        summary: 'Plans a dialogue, or plans one anew; people only',
        input: planDialogueRequest,
      },
      {
        method: 'POST',
        path: `${DIALOGUE}/call-off`,
        id: 'callOffDialogue',
        summary: 'Says that a dialogue does not take place; people only',
        input: callOffRequest,
      },
      {
        method: 'POST',
        path: `${DIALOGUE}/questions`,
        id: 'raiseQuestion',
        summary: 'Writes down a question of a dialogue, who answers it and by when; people only',
        input: raiseQuestionRequest,
      },
      {
        method: 'POST',
        path: `${DIALOGUE}/questions/:question/answer`,
        id: 'answerQuestion',
        summary: 'Answers a question of a dialogue; people only',
        input: answerQuestionRequest,
      },
    ],
  );
