import {
  askExclusionRequest,
  decideExclusionRequest,
  exclusionsQuery,
} from '../../lib/wire/exclusion-reads.ts';
import { pathsOf } from './openapi-operations.ts';

const PATH = '/api/v1/areas/:code/exclusions';

/** Noted periods left out of measures, in the document. */
export const exclusionPaths = () =>
  pathsOf(
    'Exclusions',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: PATH,
        id: 'listExclusions',
        summary: 'Noted periods that were asked to be left out of measures, and what was decided',
        input: exclusionsQuery,
      },
      {
        method: 'POST',
        path: PATH,
        id: 'askExclusion',
        summary: 'Asks to leave a noted period out of measures of its unit; people only',
        input: askExclusionRequest,
        created: true,
      },
      {
        method: 'POST',
        path: `${PATH}/:exclusion/decision`,
        id: 'decideExclusion',
        summary: 'Approves or refuses it, one level up; people only',
        input: decideExclusionRequest,
      },
    ],
  );
