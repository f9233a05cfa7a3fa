import {
  addPersonRequest,
  areaQuery,
  areasCsvRequest,
  auditQuery,
  defineRequest,
  empty,
  grantRequest,
  makeKeyRequest,
  noQuery,
  pairDeviceRequest,
  pairWallRequest,
  personStateRequest,
  policyRequest,
  renamePersonRequest,
  setTargetRequest,
  wallSettingsRequest,
} from '../../lib/wire/access/administration.ts';
import {
  defineProcedureRequest,
  holidaysQuery,
  setHolidaysRequest,
  setReportingPeriodsRequest,
} from '../../lib/wire/access/calendar.ts';
import { setPriorityRequest } from '../../lib/wire/access/priority.ts';
import { setPublicFigureRequest } from '../../lib/wire/access/public-figures.ts';
import { setAlertRuleRequest } from '../../lib/wire/alert-reads.ts';
import { setChecklistRequest } from '../../lib/wire/inspection-reads.ts';
import { linkOfficerRequest } from '../../lib/wire/officer-reads.ts';
import { setConductRequest } from '../../lib/wire/rating-reads.ts';
import { enterSurveyRequest } from '../../lib/wire/survey-reads.ts';
import { wallOrderRequest } from '../../lib/wire/wall-report.ts';
import { type Described, pathsOf } from './openapi-operations.ts';

const at = (
  call: `${Described['method']} ${string}`,
  id: string,
  summary: string,
  input: Described['input'],
  more: Pick<Described, 'created' | 'csv'> = {},
): Described => {
  const [method, path] = call.split(' ') as [Described['method'], string];
  return { method, path: `/api/v1/admin/${path}`, id, summary, input, ...more };
};
const created = { created: true } as const;

const ROUTES: readonly Described[] = [
  at('GET people', 'listPeople', 'Whom the caller administers, with their roles', areaQuery),
  at(
    'POST people',
    'addPerson',
    'Somebody with a first role; answers a one-time invitation',
    addPersonRequest,
    created,
  ),
  at('PUT people/:person', 'renamePerson', 'Another name, user name or e-mail', renamePersonRequest),
  at(
    'POST people/:person/state',
    'setPersonState',
    'Disable or enable; disabling ends all sessions',
    personStateRequest,
  ),
  at(
    'POST people/:person/links',
    'makePersonLink',
    'A new one-time link: invitation, or recovery',
    empty,
    created,
  ),
  at('GET people/:person/sessions', 'listPersonSessions', 'Where somebody is signed in', noQuery),
  at('DELETE people/:person/sessions', 'endPersonSessions', 'Ends all sessions of somebody', noQuery),
  at('POST people/:person/grants', 'grantRole', 'Gives a role in an area', grantRequest, created),
  at('DELETE grants/:grant', 'endGrant', 'Takes a role back', noQuery),
  at(
    'POST people/:person/officers',
    'linkOfficer',
    'Makes an officer code of a unit somebody’s',
    linkOfficerRequest,
    created,
  ),
  at('DELETE officers/:link', 'unlinkOfficer', 'Makes it nobody’s again', noQuery),
  at('GET keys', 'listKeys', 'Keys with their scope and last use', areaQuery),
  at('POST keys', 'makeKey', 'A key; its secret is answered this once', makeKeyRequest, created),
  at('POST keys/:key/rotation', 'rotateKey', 'A second key of the same scope; both work', empty, created),
  at('DELETE keys/:key', 'revokeKey', 'Revokes a key at once', noQuery),
  at('GET walls', 'listWalls', 'Paired walls', areaQuery),
  at('POST walls', 'pairWall', 'A wall’s token, answered this once', pairWallRequest, created),
  at('POST walls/:wall/orders', 'orderWall', 'Asks a wall to show its name or to reload', wallOrderRequest),
  at('POST walls/:wall/settings', 'setWall', 'Night, turning and playlist of a wall', wallSettingsRequest),
  at('DELETE walls/:wall', 'revokeWall', 'Revokes a wall’s token at once', noQuery),
  at('GET devices', 'listDevices', 'Consoles of counters, kiosks and pads', areaQuery),
  at(
    'POST devices',
    'pairDevice',
    'What shows the code becomes a wall or a device; a code is good once',
    pairDeviceRequest,
    created,
  ),
  at('DELETE devices/:device', 'revokeDevice', 'Revokes a device at once', noQuery),
  at('POST areas', 'defineAreas', 'Defines areas, services and opening sessions', defineRequest),
  at('POST areas/csv', 'pasteAreas', 'Areas of a CSV text; names every bad line', areasCsvRequest),
  at('GET areas/:code/settings', 'readSettings', 'What holds in an area, own and inherited', noQuery),
  at(
    'GET areas/:code/holidays',
    'planHolidays',
    'The public holidays of a year, before they are set',
    holidaysQuery,
  ),
  at('POST areas/:code/holidays', 'setHolidays', 'Sets those that nobody has set', setHolidaysRequest),
  at(
    'GET areas/:code/procedures',
    'readProcedures',
    'Procedures with their limits, own and inherited',
    noQuery,
  ),
  at(
    'POST procedures',
    'defineProcedure',
    'A procedure with its limit, day and source',
    defineProcedureRequest,
  ),
  at(
    'GET areas/:code/reporting-periods',
    'readReportingPeriods',
    'Cut days, and the present month of reports',
    noQuery,
  ),
  at(
    'POST reporting-periods',
    'setReportingPeriods',
    'A cut day with its day and source',
    setReportingPeriodsRequest,
  ),
  at(
    'POST surveys',
    'enterSurvey',
    'The result of a survey; a later entry takes the place of an earlier one',
    enterSurveyRequest,
  ),
  at('GET areas/:code/alert-rules', 'readAlertRules', 'Rules of alerts, own and inherited', noQuery),
  at(
    'POST alert-rules',
    'setAlertRule',
    'How causes of a kind are watched, from a day on',
    setAlertRuleRequest,
  ),
  at('GET areas/:code/conduct', 'readConduct', 'Codes of conduct, own and inherited', noQuery),
  at('POST conduct', 'setConduct', 'A code of conduct with its day and source', setConductRequest),
  at('GET areas/:code/priority', 'readPriority', 'Who goes first, own and inherited', noQuery),
  at('POST priority', 'setPriority', 'Who goes first, from a day on', setPriorityRequest),
  at(
    'GET areas/:code/public-figures',
    'readPublicFigures',
    'Figures of the last full month that everybody reads, or would; leaders only',
    noQuery,
  ),
  at(
    'POST public-figures',
    'setPublicFigure',
    'Publishes a measure of a unit or withdraws it; leaders only, after a full month of data',
    setPublicFigureRequest,
  ),
  at(
    'GET areas/:code/checklists',
    'readChecklistSettings',
    'Checklists of inspections, own and inherited',
    noQuery,
  ),
  at(
    'POST checklists',
    'setChecklist',
    'Lines of a checklist of inspections, from a day on',
    setChecklistRequest,
  ),
  at('POST targets', 'setTarget', 'A target with its day and source', setTargetRequest),
  at('GET policy', 'readPolicy', 'Which roles ask for a second factor', noQuery),
  at('POST policy', 'setPolicy', 'Whether a role asks for a second factor', policyRequest),
  at('GET audit', 'readAudit', 'Who did what, newest first', auditQuery, { csv: true }),
];

/** The routes of administration in the document. */
export const administrationPaths = () => pathsOf('Administration', [{ session: [] }], ROUTES);
