import {
  addFindingRequest,
  beginInspectionRequest,
  disciplineRequest,
  explainInspectionRequest,
  inspectionTotalsQuery,
  minutesQuery,
  plainInspectionRequest,
  remedyRequest,
  signMinutesRequest,
} from '../../lib/wire/inspection-reads.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import { type Described, pathsOf } from './openapi-operations.ts';

const PATH = '/api/v1/areas/:code/inspections';
const ONE = `${PATH}/:inspection`;

const act = (name: string, id: string, summary: string, input: Described['input']): Described => ({
  method: 'POST',
  path: `${ONE}/${name}`,
  id,
  summary,
  input,
});

const ACTS: readonly Described[] = [
  {
    method: 'POST',
    path: PATH,
    id: 'beginInspection',
    summary: 'Plans an inspection for a day, or opens one on the spot; its unit knows of neither',
    input: beginInspectionRequest,
    created: true,
  },
  act('open', 'openInspection', 'Opens a planned inspection', plainInspectionRequest),
  act('announce', 'announceInspection', 'From now on its unit knows of it', plainInspectionRequest),
  act('findings', 'addFinding', 'A finding, with photo and the day of its remedy', addFindingRequest),
  act('explain', 'explainInspection', 'The unit’s own words', explainInspectionRequest),
  act('remedied', 'sayRemedied', 'The unit says that a finding is remedied', remedyRequest),
  act('minutes', 'signMinutes', 'Minutes with number, day and who signed', signMinutesRequest),
  act('discipline', 'countDiscipline', 'How many people got a form of discipline', disciplineRequest),
  act('close', 'closeInspection', 'Closes an inspection whose minutes are signed', plainInspectionRequest),
];

const READS: readonly Described[] = [
  {
    method: 'GET',
    path: ONE,
    id: 'readInspection',
    summary: 'One inspection, as far as the caller may know it',
    input: noQuery,
  },
  {
    method: 'GET',
    path: `${ONE}/picture`,
    id: 'readInspectionPicture',
    summary: 'The board of the unit as it was at the opening',
    input: noQuery,
  },
  {
    method: 'GET',
    path: `${ONE}/minutes.pdf`,
    id: 'printMinutes',
    summary: 'The minutes as an official paper, a draft until they are signed',
    input: minutesQuery,
    answers: 'application/pdf',
  },
  {
    method: 'GET',
    path: `${ONE}/findings/:finding/photo`,
    id: 'readFindingPhoto',
    summary: 'The photo of a finding, for whoever may see it',
    input: noQuery,
    answers: 'image/jpeg',
  },
  {
    method: 'GET',
    path: '/api/v1/areas/:code/inspection-totals',
    id: 'readInspectionTotals',
    summary: 'Announced inspections by level and period',
    input: inspectionTotalsQuery,
  },
  {
    method: 'GET',
    path: '/api/v1/areas/:code/checklists',
    id: 'readChecklists',
    summary: 'What is looked at in an inspection there',
    input: noQuery,
  },
];

/** Inspections: reading follows who knows of one, the acts are for people. */
export const inspectionPaths = () => {
  const acts = pathsOf('Inspections', [{ session: [] }], ACTS);
  const reads = pathsOf('Inspections', [{ key: [] }, { session: [] }], READS);
  return { ...acts, ...reads };
};
