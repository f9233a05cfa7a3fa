import { noQuery } from '../../lib/wire/reads-query.ts';
import { pathsOf } from './openapi-operations.ts';

/** What citizens read without signing in, and what opens it to them, in the document. */
export const citizenPaths = () => ({
  ...pathsOf(
    'Pages of citizens',
    [],
    [
      {
        method: 'GET',
        path: '/api/v1/t/:code',
        id: 'readTicketPlace',
        summary: 'The place in line that a sealed code opens until its day ends',
        input: noQuery,
      },
      {
        method: 'GET',
        path: '/api/v1/public/:code/page',
        id: 'readPublicPage',
        summary:
          'What a unit tells everybody: waits now, quiet hours, contact, counts of dossiers, procedures',
        input: noQuery,
      },
    ],
  ),
  ...pathsOf(
    'Pages of citizens',
    [{ key: [] }],
    [
      {
        method: 'GET',
        path: '/api/v1/areas/:code/tickets/:ticket/page',
        id: 'linkTicketPage',
        summary:
          'The address of the page of a ticket of today, to be printed on it (keys with the write right)',
        input: noQuery,
      },
    ],
  ),
});
