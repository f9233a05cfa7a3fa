import { z } from 'zod';
import type { AlertState } from '../domain/alerts/alert.ts';
import { ALERT_KINDS, type AlertKind } from '../domain/alerts/kind.ts';
import { alertRuleEvents } from '../domain/events/alert.ts';
import { freeText } from '../domain/events/text.ts';
import type { alertRulesAhead } from '../domain/settings-ahead.ts';
import { listQuery } from './reads-query.ts';

/** What can be asked for: one state, or all in which the cause is there and nobody has closed it. */
export const ASKED_STATES = ['standing', 'open', 'taken', 'noted', 'cleared', 'closed'] as const;
export type AskedState = (typeof ASKED_STATES)[number];

export const alertsQuery = listQuery.extend({
  from: listQuery.shape.from.describe('First local day of raising.'),
  to: listQuery.shape.to.describe('Last such day. Default of both: every day for what stands, else today.'),
  state: z.enum(ASKED_STATES).optional().describe('Only alerts in this state. Default: all.'),
  kind: z.enum(ALERT_KINDS).optional().describe('Only alerts of this kind.'),
  grouped: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: without those that a standing alert of an area above speaks for.'),
});

/** A line of `GET /api/v1/alerts`, newest first. Values are in the unit of the kind (seconds for what grows with time). */
export type AlertLine = {
  unit: string;
  alert: string;
  kind: AlertKind;
  state: AlertState;
  day: string;
  raisedAt: string;
  /** Since when the cause has been there. */
  since: string;
  value: number;
  of: number | null;
  limit: number | null;
  people: number;
  counter: string | null;
  /** AA8: units that it speaks for, of all units of its area. */
  units: number | null;
  unitsOf: number | null;
  takenAt: string | null;
  /** Who has it; null: nobody, or a system without a name. */
  takenBy: string | null;
  notedAt: string | null;
  closedAt: string | null;
  closedBy: string | null;
  clearedAt: string | null;
  /** AA10: the area whose leader it has reached. */
  escalatedTo: string;
  /** AA8: the area whose standing alert speaks for it. */
  group: string | null;
  /** What the unit has explained. */
  explanations: number;
};

/** `GET /api/v1/areas/{code}/alerts/{alert}`: with everything that was done and said about it. */
export type AlertAnswer = AlertLine & {
  steps: {
    step: 'raised' | 'acknowledged' | 'noted' | 'closed' | 'cleared';
    at: string;
    by: string | null;
    note: string | null;
  }[];
  explained: { at: string; by: string | null; text: string | null }[];
};

const note = freeText(4000);
/** `POST /api/v1/areas/{code}/alerts/{alert}/acts`. Who closes says why. */
export const alertActRequest = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('take'), note: note.optional() }),
  z.strictObject({ act: z.literal('note'), note }),
  z.strictObject({ act: z.literal('close'), note }),
]);

/** `POST /api/v1/areas/{code}/alerts/{alert}/explanations`: the unit's own words travel with the alert. */
export const explainAlertRequest = z.strictObject({ text: freeText(4000) });

/** `GET /api/v1/admin/areas/{code}/alert-rules`: what was set, own and inherited; a kind that is not there has its defaults. */
export type AlertRulesAnswer = { rules: ReturnType<typeof alertRulesAhead> };
/** `POST /api/v1/admin/alert-rules` */
export const setAlertRuleRequest = alertRuleEvents['alert_rule.set'];

/** `GET /api/v1/areas/{code}/brief`: five lines that can be copied; instants as of `asOf`. */
export const briefQuery = z.object({
  lang: z.enum(['vi', 'en']).default('vi').describe('Language of the lines. Default vi.'),
});
export type BriefAnswer = { area: string; asOf: string; subject: string; lines: string[] };
