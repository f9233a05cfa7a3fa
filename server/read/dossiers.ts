import { z } from 'zod';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import type { DossierFault } from '../../lib/domain/dossier/dossier-fault.ts';
import { soonUntil } from '../../lib/domain/dossier/dossier-reading.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { DossierListState, DossiersAnswer } from '../../lib/wire/dossier-reads.ts';
import type { ReadContext } from './context.ts';
import { DOSSIER_LINE, type DossierRow, dossierLines } from './dossier-lines.ts';
import type { DossierFilter } from './dossier-sums.ts';
import { type Cursor, pageOf } from './list-page.ts';
import { scopeOf } from './scope.ts';

export type DossiersQuestion = DossierFilter & {
  area: string;
  /** null: every day. */
  period: Period | null;
  state: DossierListState | null;
  stage: string | null;
  channel: string | null;
  fault: DossierFault | null;
  cursor: Cursor | null;
  limit: number;
};

const place = z.union([z.iso.date(), z.iso.datetime(), z.literal(['infinity', '-infinity'])]);
/** Unit, what the list is sorted by, dossier. */
export const dossierCursor = z.tuple([z.string(), place, z.string()]);

/**
 * `sort` is a date or an instant; `days` the day that a period is about. `perUnit`: the condition reads the local date
 * (`u.today`) or the next working hours (`u.soon`) of each unit. `$2` is the moment of reading.
 */
type Kind = {
  where: string;
  sort: string;
  type: 'date' | 'timestamptz';
  days: string | null;
  perUnit?: boolean;
};

const NOW = 'to_timestamp($2 / 1000.0)';
const OPEN = `d.state = 'open' AND d.received_at <= ${NOW}`;
const DECIDED = `d.state = 'settled' AND d.result IN ('done', 'refused')`;

const byDue = (where: string, perUnit = false): Kind => ({
  where: `${OPEN} AND ${where}`,
  sort: `coalesce(d.due_at, 'infinity')`,
  type: 'timestamptz',
  days: 'd.received_day',
  perUnit,
});
const byDay = (where: string, days: string): Kind => ({ where, sort: days, type: 'date', days });

/** F18: the same as the counts of a board; each part stands on an index of its own. */
const KINDS: Record<DossierListState, Kind> = {
  open: byDue('true'),
  overdue: byDue(`d.late_from <= ${NOW}`),
  // The bounds say of the day what the index of open ones is sorted by.
  dueToday: byDue(
    `d.late_from > ${NOW} AND d.due_day = u.today AND d.due_at >= u.today - 1 AND d.due_at < u.today + 2`,
    true,
  ),
  dueSoon: byDue(`d.late_from > ${NOW} AND d.due_at <= u.soon`, true),
  awaitingSupplement: byDue('d.awaiting_since IS NOT NULL'),
  unaccepted: {
    where: `d.state = 'submitted' AND d.submitted_at <= ${NOW}`,
    sort: 'd.submitted_at',
    type: 'timestamptz',
    days: null,
  },
  toCorrect: { where: `d.faults <> '{}'`, sort: `'-infinity'::date`, type: 'date', days: null },
  settled: byDay(DECIDED, 'd.settled_day'),
  late: byDay(`${DECIDED} AND d.settled_at >= d.late_from`, 'd.settled_day'),
  notCollected: byDay(`${DECIDED} AND d.delivered_at IS NULL`, 'd.settled_day'),
};
const RECEIVED = byDay('d.received_day IS NOT NULL', 'd.received_day');

/** Whether a list is about all days unless some are asked for: what is open or wrong has no day. */
export const isOfAllDays = (state: DossierListState | null): boolean =>
  state !== null && KINDS[state].days !== 'd.settled_day';

/**
 * Dossiers of an area by cursor. Open ones come by their due date, the first before all, those that wait to be accepted
 * by their submission, all others unit by unit and day by day.
 */
export async function dossiers(context: ReadContext, question: DossiersQuestion): Promise<DossiersAnswer> {
  const { pool, tree } = context;
  const { period, state, limit } = question;
  const at = context.now();
  const units = scopeOf(context, question.area, at);
  const kind = state === null ? RECEIVED : KINDS[state];
  const values: unknown[] = [units.map(({ unit }) => unit), at];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const wheres = [kind.where, `${NOW} IS NOT NULL`];
  if (period && kind.days)
    wheres.push(`${kind.days} BETWEEN ${parameter(period.from)}::date AND ${parameter(period.to)}::date`);
  for (const column of ['procedure', 'handler', 'stage', 'channel'] as const)
    if (question[column] !== null) wheres.push(`d.${column} = ${parameter(question[column])}`);
  // Not by @>: the planner would count it beside the condition that it implies, expect next to nothing, and sort all
  // there ever was to correct instead of walking the index to the first few.
  if (question.fault !== null)
    wheres.push(`array_position(d.faults, ${parameter(question.fault)}::text) IS NOT NULL`);
  const order = kind.type === 'date' ? `d.unit, ${kind.sort}, d.dossier` : `${kind.sort}, d.unit, d.dossier`;
  if (question.cursor) {
    const [unit = '', sort = '', dossier = ''] = question.cursor;
    const [first, second, third] = [parameter(unit), `${parameter(sort)}::${kind.type}`, parameter(dossier)];
    wheres.push(
      kind.type === 'date'
        ? `(${order}) > (${first}, ${second}, ${third})`
        : `(${order}) > (${second}, ${first}, ${third})`,
    );
  }
  const from = kind.perUnit
    ? `unnest($1::text[], ${parameter(units.map(({ today }) => today))}::date[],
         ${parameter(units.map(({ unit }) => new Date(soonUntil(openingOf(tree, unit), at))))}::timestamptz[])
         AS u(unit, today, soon) JOIN dossier d ON d.unit = u.unit`
    : 'dossier d';
  if (!kind.perUnit) wheres.push('d.unit = ANY($1)');
  const { rows } = await pool.query<DossierRow & { sort: string | number | Date }>(
    `SELECT ${DOSSIER_LINE}, ${kind.sort}${kind.type === 'date' ? '::text' : ''} AS sort FROM ${from}
     WHERE ${wheres.join(' AND ')} ORDER BY ${order} LIMIT ${parameter(limit + 1)}`,
    values,
  );
  const lineOf = dossierLines(tree, at);
  return pageOf(rows, limit, lineOf, (row) => [
    row.unit,
    // The driver gives what has no due date as the number Infinity.
    row.sort instanceof Date ? row.sort.toISOString() : String(row.sort).toLowerCase(),
    row.dossier,
  ]);
}
