import { alertActRequest, explainAlertRequest } from '../../lib/wire/alert-reads.ts';
import { helpRequest } from '../../lib/wire/help-requests.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { pathsOf } from './openapi-operations.ts';

const PATH = '/api/v1/areas/:code/alerts/:alert';

/** One alert, in the document. */
export const alertPaths = () => ({
  ...pathsOf(
    'Reading',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: PATH,
        id: 'readAlert',
        summary: 'One alert with everything done and said about it',
        input: noQuery,
      },
    ],
  ),
  ...pathsOf(
    'Alerts',
    [{ session: [] }],
    [
      {
        method: 'POST',
        path: '/api/v1/areas/:code/help-requests',
        id: 'askForHelp',
        summary: 'A unit’s head asks for help from above; it stands as a note of the unit',
        input: helpRequest,
        created: true,
      },
      {
        method: 'POST',
        path: `${PATH}/acts`,
        id: 'actOnAlert',
        summary: 'Takes, notes or closes an alert',
        input: alertActRequest,
      },
      {
        method: 'POST',
        path: `${PATH}/explanations`,
        id: 'explainAlert',
        summary: 'The unit’s own words about an alert',
        input: explainAlertRequest,
      },
    ],
  ),
});
