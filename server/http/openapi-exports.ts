import { noQuery } from '../../lib/wire/reads-query.ts';
import { pathsOf } from './openapi-operations.ts';

/** How far a file is, in the document. */
export const exportPaths = () =>
  pathsOf(
    'Reading',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: '/api/v1/exports/:export',
        id: 'readExport',
        summary: 'How many rows of a file of the caller’s are on their way, by its `progress` name',
        input: noQuery,
      },
    ],
  );
