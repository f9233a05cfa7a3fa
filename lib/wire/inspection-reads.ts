import { z } from 'zod';
import { checklistEvents } from '../domain/events/inspection.ts';
import { day } from '../domain/events/place.ts';
import { photoText } from '../domain/events/suggestion.ts';
import { code, freeText, wholeNumber } from '../domain/events/text.ts';
import type { Checklist } from '../domain/inspection/checklist.ts';
import { INSPECTION_STATES, type InspectionState } from '../domain/inspection/inspection.ts';
import type { InspectionAct } from '../domain/inspection/inspection-rights.ts';
import {
  INSPECTION_KINDS,
  INSPECTION_LEVELS,
  type InspectionKind,
  type InspectionLevel,
  SEVERITIES,
  type Severity,
} from '../domain/inspection/words.ts';
import type { checklistsAhead } from '../domain/settings-ahead.ts';
import type { UnitBoard } from './board.ts';
import { INSPECTION_PERIODS, type InspectionCounts, type InspectionPeriod } from './inspection-counts.ts';
import { listQuery } from './reads-query.ts';

export const inspectionsQuery = listQuery.extend({
  from: listQuery.shape.from.describe(
    'First local day of opening (or planned day). Default: `to`, or every day.',
  ),
  to: listQuery.shape.to.describe('Last such day. Default: today, or every day.'),
  state: z.enum(INSPECTION_STATES).optional().describe('Only inspections in this state.'),
  level: z.enum(INSPECTION_LEVELS).optional().describe('Only inspections of this level.'),
  kind: z.enum(INSPECTION_KINDS).optional().describe('Only planned or only surprise inspections.'),
});

export const inspectionTotalsQuery = z.object({
  from: day.optional().describe('First local day. Default: the first day of this year.'),
  to: day.optional().describe('Last local day. Default: today.'),
  by: z.enum(INSPECTION_PERIODS).default('year').describe('Length of the periods of the rows.'),
  format: listQuery.shape.format,
});

/** `GET …/inspections/{inspection}/minutes.pdf` */
export const minutesQuery = z.object({
  lang: z
    .enum(['vi', 'en'])
    .default('vi')
    .describe('The language of what nobody wrote by hand. Default: vi.'),
});

/** A line of `GET /api/v1/inspections`, newest first (I2). Counts are of its findings, at the moment of reading. */
export type InspectionLine = {
  unit: string;
  inspection: string;
  /** The local day that it counts for (I8). */
  day: string;
  state: InspectionState;
  level: InspectionLevel | null;
  kind: InspectionKind;
  plannedDay: string | null;
  openedAt: string | null;
  /** Null: its unit does not know of it. */
  announcedAt: string | null;
  signedAt: string | null;
  closedAt: string | null;
  findings: number;
  remedied: number;
  remediedInTime: number;
  /** Not remedied, and the day has passed. */
  overdue: number;
  /** The first instant at which the next remedy is late. */
  nextLateFrom: string | null;
  /** People disciplined, of all forms. */
  disciplined: number;
};

export type FindingAnswer = {
  finding: string;
  at: string;
  severity: Severity | null;
  checklist: string | null;
  item: string | null;
  /** Null: not told, erased, or not for the reader; so below. */
  text: string | null;
  photo: boolean;
  /** An instant or a local day. */
  due: string | null;
  remediedAt: string | null;
  remedy: string | null;
  /** Null: no day was set, or it has not come. */
  inTime: boolean | null;
  /** What a source of the unit explains about it, besides the steps of the inspection; none for who reads no words. */
  explanations: { at: string; text: string | null }[];
};

export type InspectionStepAnswer = {
  step:
    | 'planned'
    | 'opened'
    | 'announced'
    | 'finding_added'
    | 'explained'
    | 'remedied'
    | 'signed'
    | 'disciplined'
    | 'closed';
  at: string;
  finding: string | null;
  text: string | null;
  /** Done here by somebody who was signed in; else a source told it. */
  here: boolean;
};

export type DisciplineAnswer = { form: string; people: number; inForce: boolean };

/** `GET /api/v1/areas/{code}/inspections/{inspection}`, and the answer to each act on it. */
export type InspectionAnswer = InspectionLine & {
  team: string | null;
  found: FindingAnswer[];
  steps: InspectionStepAnswer[];
  minutes: {
    documentNo: string | null;
    documentDate: string | null;
    signatories: { title: string; name: string | null }[];
    text: string | null;
  } | null;
  discipline: DisciplineAnswer[];
  /** I6: what was kept of the unit (`…/picture`); null: nothing, or not for the reader. */
  picture: { seq: number; at: string; hash: string } | null;
  /** What the reader may do now. */
  acts: InspectionAct[];
};

/** `GET …/inspections/{inspection}/picture`: the board of the unit as it was. */
export type PictureAnswer = { seq: number; asOf: string; hash: string; board: UnitBoard };

export type InspectionTotalsRow = InspectionCounts & {
  /** First local day of the period; null: all of them. */
  period: string | null;
  /** Null: all levels; `unknown`: nobody told. */
  level: InspectionLevel | 'unknown' | null;
};
/** `GET /api/v1/areas/{code}/inspection-totals`. */
export type InspectionTotals = {
  from: string;
  to: string;
  by: InspectionPeriod;
  /** Forms that the law knows on `to`, or that somebody got, by weight. */
  forms: string[];
  /** The law that each form stands in on the last day on which it was in force. */
  sources: Record<string, string>;
  /** Findings of announced inspections that are not remedied now, whenever they were found; of these the day has passed. */
  openFindings: { overdue: number; of: number };
  rows: InspectionTotalsRow[];
  total: InspectionTotalsRow;
};

/** `GET /api/v1/areas/{code}/checklists`. */
export type ChecklistsAnswer = { checklists: readonly Checklist[] };

const said = freeText(4000);

/** `POST /api/v1/areas/{code}/inspections`: with a day it is planned, else it is opened on the spot. */
export const beginInspectionRequest = z.strictObject({
  level: z.enum(INSPECTION_LEVELS),
  team: freeText(500).optional(),
  text: said.optional(),
  plannedDay: day.optional(),
});
/** Acts that need nothing but their name. */
export const plainInspectionRequest = z.strictObject({ text: said.optional() });
export const addFindingRequest = z.strictObject({
  text: said,
  severity: z.enum(SEVERITIES),
  checklist: code().optional(),
  item: code().optional(),
  dueDay: day.optional(),
  photo: photoText.optional(),
});
export const explainInspectionRequest = z.strictObject({ text: said, finding: code().optional() });
export const remedyRequest = z.strictObject({ finding: code(), text: said.optional() });
export const signMinutesRequest = z.strictObject({
  documentNo: freeText(100),
  documentDay: day,
  signatories: z
    .array(z.strictObject({ title: freeText(200), name: freeText(200).optional() }))
    .min(1, { message: 'required' })
    .max(20),
  text: said.optional(),
});
export const disciplineRequest = z.strictObject({ form: code(), people: wholeNumber(10_000) });

/**
 * `GET /api/v1/admin/areas/{code}/checklists`: what is looked at today, and what was set from today on, own and inherited.
 */
export type ChecklistSettings = { now: readonly Checklist[]; sets: ReturnType<typeof checklistsAhead> };
/** `POST /api/v1/admin/checklists` (I9). */
export const setChecklistRequest = checklistEvents['checklist.set'];
