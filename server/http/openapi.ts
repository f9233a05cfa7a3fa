import type { z } from 'zod';
import { emptyDossierCell } from '../../lib/domain/dossier/dossier-cell.ts';
import { dossierMeasures, NOTHING_OPEN } from '../../lib/domain/dossier/dossier-measures.ts';
import { ratingMeasures, ticketMeasures } from '../../lib/domain/measures.ts';
import { emptyMarks } from '../../lib/domain/rating-marks.ts';
import { emptyCell } from '../../lib/domain/rollup.ts';
import { alertsQuery, briefQuery } from '../../lib/wire/alert-reads.ts';
import { EXPORT_TYPES } from '../../lib/wire/export-format.ts';
import { inspectionsQuery } from '../../lib/wire/inspection-reads.ts';
import { openCommentRequest, ratingsProfileQuery, ratingsQuery } from '../../lib/wire/rating-reads.ts';
import {
  apologiesQuery,
  areasQuery,
  busyQuery,
  compareQuery,
  dossiersQuery,
  fileQuery,
  flowQuery,
  handlersQuery,
  historyQuery,
  kpisQuery,
  listQuery,
  periodQuery,
  replayQuery,
  sinceQuery,
  suggestionsQuery,
  usualQuery,
} from '../../lib/wire/reads-query.ts';
import { SESSION_COOKIE } from './cookies.ts';
import { accountPaths } from './openapi-account.ts';
import { administrationPaths } from './openapi-administration.ts';
import { alertPaths } from './openapi-alerts.ts';
import { apologyPaths } from './openapi-apologies.ts';
import { bookPaths } from './openapi-book.ts';
import { citizenPaths } from './openapi-citizen.ts';
import { devicePaths } from './openapi-devices.ts';
import { exampleOf, SOURCE_TYPES } from './openapi-examples.ts';
import { exclusionPaths } from './openapi-exclusions.ts';
import { exportPaths } from './openapi-exports.ts';
import { inspectionPaths } from './openapi-inspections.ts';
import { meetingPaths } from './openapi-meetings.ts';
import { modelPaths } from './openapi-models.ts';
import { json, parametersOf, pathsOf, problems } from './openapi-operations.ts';
import { reportPaths } from './openapi-reports.ts';
import { ref, SCHEMAS } from './openapi-schemas.ts';

const READ_PROBLEMS = [
  'bad_parameter',
  'no_key',
  'bad_key',
  'revoked_key',
  'forbidden',
  'unknown_area',
  'rate_limited',
  'too_much_at_once',
  'internal',
] as const;
const codeParameter = {
  name: 'code',
  in: 'path',
  required: true,
  description: 'Code of an area.',
  schema: { type: 'string' },
};

const reading = (
  id: string,
  summary: string,
  query: z.ZodObject | null,
  answer: object = json({ type: 'object' }),
) => ({
  operationId: id,
  tags: ['Reading'],
  summary,
  parameters: query ? parametersOf(query) : [],
  responses: { 200: { description: 'The answer.', content: answer }, ...problems(...READ_PROBLEMS) },
});

const ofArea = (...of: Parameters<typeof reading>) => {
  const get = reading(...of);
  return { get: { ...get, parameters: [codeParameter, ...get.parameters] } };
};

const ofDossier = () => {
  const get = reading('readDossier', 'One dossier with everything told of it', null);
  const dossier = { ...codeParameter, name: 'dossier', description: 'Code of a dossier.' };
  return { get: { ...get, parameters: [codeParameter, dossier] } };
};

const list = (id: string, summary: string, query: z.ZodObject = listQuery) => ({
  get: reading(id, summary, query, {
    ...json({ type: 'object' }),
    [EXPORT_TYPES.csv]: { schema: { type: 'string' } },
    [EXPORT_TYPES.xlsx]: { schema: { type: 'string', format: 'binary' } },
  }),
});

/** An answer of nothing, from the code itself: every field with its place. */
const kpisExample = () => ({
  area: 'an-phu',
  from: '2026-11-01',
  to: '2026-11-30',
  asOf: '2026-11-23T02:41:07.000Z',
  tickets: ticketMeasures(
    { cell: emptyCell(), unserved: 0, unfinished: 0 },
    { waiting: 0, waitingLonger: () => 0 },
    [900],
  ),
  ratings: ratingMeasures(emptyCell(), emptyMarks()),
  dossiers: dossierMeasures(emptyDossierCell(), NOTHING_OPEN, NOTHING_OPEN, 'own'),
});

const events = {
  operationId: 'sendEvents',
  tags: ['Events'],
  summary: 'Tell what happened',
  security: [{ key: [] }],
  description:
    'Up to 1,000 events and 1 MiB. `stored` is said only after the event is on disk. Send again whatever had no answer.',
  requestBody: {
    required: true,
    content: {
      'application/cloudevents-batch+json': {
        schema: { type: 'array', items: ref('Event'), maxItems: 1000 },
        examples: batchExamples(),
      },
      'application/cloudevents+json': { schema: ref('Event'), examples: eventExamples() },
      'application/json': {
        schema: { oneOf: [ref('Event'), { type: 'array', items: ref('Event'), maxItems: 1000 }] },
      },
    },
  },
  responses: {
    200: { description: 'All are stored or were known.', content: json(ref('Results')) },
    207: {
      description: 'Some are rejected; each says why, the others are stored.',
      content: json(ref('Results')),
    },
    ...problems(
      'bad_json',
      'bad_shape',
      'no_key',
      'bad_key',
      'revoked_key',
      'forbidden',
      'body_too_large',
      'too_many_items',
      'unsupported_media_type',
      'rate_limited',
      'not_recording',
    ),
  },
};

const openedCommentPaths = () =>
  pathsOf(
    'Reading',
    [{ session: [] }],
    [
      {
        method: 'POST',
        path: '/api/v1/areas/:code/opened-comments',
        id: 'openComment',
        summary: 'What is masked in the comment of a rating; in the audit trail',
        input: openCommentRequest,
      },
    ],
  );

function eventExamples() {
  return Object.fromEntries(SOURCE_TYPES.map((type) => [type, { value: exampleOf(type) }]));
}

function batchExamples() {
  return {
    visit: { value: (['ticket.issued', 'ticket.called', 'ticket.finished'] as const).map(exampleOf) },
  };
}

/** The API as OpenAPI 3.1, made from the schemas that check what comes in. */
export const openapiDocument = () => ({
  openapi: '3.1.1',
  info: {
    title: 'Thước Đo',
    version: '1',
    description:
      'Events in, measures out. Instants are RFC 3339, days are local dates of the area, shares are 0–1. v1 may gain fields and types, never lose or re-mean one.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ key: [] }, { session: [] }],
  tags: [
    { name: 'Events' },
    { name: 'Reading' },
    { name: 'Apologies' },
    { name: 'Alerts' },
    { name: 'Exclusions' },
    { name: 'Models' },
    { name: 'Suggestion book' },
    { name: 'Inspections' },
    { name: 'Administration' },
    { name: 'Account' },
  ],
  paths: {
    '/api/v1/events': { post: events },
    '/api/v1/areas': { get: reading('listAreas', 'The tree the caller may see', areasQuery) },
    '/api/v1/areas/{code}/board': ofArea('readBoard', 'The live board, as on the socket', null),
    '/api/v1/areas/{code}/kpis': ofArea(
      'readKpis',
      'Measures of local days',
      kpisQuery,
      json({ type: 'object' }, { example: kpisExample() }),
    ),
    '/api/v1/areas/{code}/ratings-profile': ofArea(
      'readRatingsProfile',
      'What people say: satisfied, response rates, marks, conduct and conditions',
      ratingsProfileQuery,
    ),
    '/api/v1/areas/{code}/compare': ofArea(
      'compareAreas',
      'The areas below against their targets, in order of need',
      compareQuery,
    ),
    '/api/v1/areas/{code}/period': ofArea(
      'readPeriod',
      'The days of a named period and of those it is compared with',
      periodQuery,
    ),
    '/api/v1/areas/{code}/history': ofArea('readHistory', 'One metric through time', historyQuery),
    '/api/v1/areas/{code}/flow': ofArea(
      'readFlow',
      'Who came and who was served, by the moment of each',
      flowQuery,
    ),
    '/api/v1/areas/{code}/busy': ofArea('readBusy', 'Mean arrivals by weekday and hour', busyQuery),
    '/api/v1/areas/{code}/replay': ofArea(
      'replayArea',
      'The board of a past moment, and the steps after it',
      replayQuery,
    ),
    '/api/v1/areas/{code}/clocks': ofArea(
      'readClocks',
      'Sources refused today for a clock that runs ahead',
      null,
    ),
    '/api/v1/areas/{code}/brief': ofArea('readBrief', 'Five lines of this moment, to be copied', briefQuery),
    '/api/v1/areas/{code}/since': ofArea(
      'readSince',
      'What changed in an area since an instant, each with how many',
      sinceQuery,
    ),
    '/api/v1/areas/{code}/surveys': ofArea(
      'readSurveys',
      'Results of surveys of an area and all below it; never mixed with live ratings',
      fileQuery,
    ),
    '/api/v1/areas/{code}/index766': ofArea(
      'readIndex766',
      'The published national index, as it was entered; never a figure of ours',
      fileQuery,
    ),
    '/api/v1/areas/{code}/usual': ofArea('readUsual', 'Half hours of the last comparable days', usualQuery),
    '/api/v1/areas/{code}/handlers': ofArea(
      'readHandlers',
      'Dossiers by who decides, and the stages at which they stayed',
      handlersQuery,
    ),
    '/api/v1/areas/{code}/dossiers-to-correct': ofArea(
      'readDossiersToCorrect',
      'How many dossiers somebody must correct, by reason',
      fileQuery,
    ),
    '/api/v1/areas/{code}/dossiers/{dossier}': ofDossier(),
    ...exportPaths(),
    '/api/v1/tickets': list('listTickets', 'Tickets by service day'),
    '/api/v1/ratings': list(
      'listRatings',
      'Ratings by local day; comments, masked, for people who may read them',
      ratingsQuery,
    ),
    ...openedCommentPaths(),
    '/api/v1/dossiers': list(
      'listDossiers',
      'Dossiers by state, day, procedure, handler, stage',
      dossiersQuery,
    ),
    '/api/v1/apologies': list('listApologies', 'Apologies owed, and where each stands', apologiesQuery),
    ...apologyPaths(),
    '/api/v1/alerts': list('listAlerts', 'Alerts and who has them, newest first', alertsQuery),
    ...alertPaths(),
    ...exclusionPaths(),
    ...reportPaths(),
    ...modelPaths(),
    ...meetingPaths(),
    '/api/v1/suggestions': list(
      'listSuggestions',
      'Pages of the suggestion book: what waits first; texts for people who may read them',
      suggestionsQuery,
    ),
    ...bookPaths(),
    ...citizenPaths(),
    '/api/v1/inspections': list(
      'listInspections',
      'Inspections, newest first; what is not announced is there for inspectors and leaders alone',
      inspectionsQuery,
    ),
    ...inspectionPaths(),
    ...administrationPaths(),
    ...accountPaths(),
    ...devicePaths(),
  },
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'A key: `td_…`' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: SESSION_COOKIE,
        description: 'The session of a person; `__Host-` stands before its name behind https.',
      },
    },
    schemas: SCHEMAS,
  },
});
