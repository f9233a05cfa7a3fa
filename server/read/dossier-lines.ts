import { procedureOf } from '../../lib/domain/calendar/procedure.ts';
import type { DossierFault } from '../../lib/domain/dossier/dossier-fault.ts';
import { DOSSIER_FAULTS } from '../../lib/domain/dossier/dossier-fault.ts';
import { lineOf, type Tree, zoneOf } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';
import { countdowns } from './countdowns.ts';

const DAYS = ['received_day', 'due_day', 'settled_day'] as const;
const INSTANTS = [
  'stage_due_at',
  'submitted_at',
  'received_at',
  'due_at',
  'late_from',
  'awaiting_since',
  'settled_at',
  'delivered_at',
] as const;

/** Columns that `dossierLine` reads, of the table `dossier` under the name `d`. */
export const DOSSIER_LINE = `d.unit, d.dossier, d.procedure, d.channel, d.state, d.handler, d.stage, d.due_kind, d.result,
  d.extensions, d.supplements, d.previous, d.faults, ${INSTANTS.map((column) => `d.${column}`).join(', ')},
  ${DAYS.map((column) => `d.${column}::text AS ${column}`).join(', ')}`;

export type DossierRow = {
  unit: string;
  dossier: string;
  procedure: string | null;
  channel: string | null;
  state: DossierLine['state'];
  handler: string | null;
  stage: string | null;
  due_kind: DossierLine['dueKind'];
  result: DossierLine['result'];
  extensions: number;
  supplements: number;
  previous: string | null;
  faults: string[];
} & Record<(typeof INSTANTS)[number], Date | null> &
  Record<(typeof DAYS)[number], string | null>;

export const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

export const isFault = (text: string): text is DossierFault => DOSSIER_FAULTS.some((fault) => fault === text);

/** F16: a procedure that nobody has defined, seen from a unit whose line has defined some. */
export function isUnknownProcedure(tree: Tree, unit: string, procedure: string): boolean {
  const defined = lineOf(tree, unit).flatMap(({ code }) => tree.procedures.get(code) ?? []);
  return defined.length > 0 && !defined.some((item) => item.procedure === procedure);
}

/** Stored dossiers as lines of a list at an instant (epoch ms). */
export function dossierLines(tree: Tree, at: number): (row: DossierRow) => DossierLine {
  const countdown = countdowns(tree, at);
  return (row) => dossierLine(tree, row, at, countdown);
}

function dossierLine(
  tree: Tree,
  row: DossierRow,
  at: number,
  countdown: ReturnType<typeof countdowns>,
): DossierLine {
  const unknown = row.procedure !== null && isUnknownProcedure(tree, row.unit, row.procedure);
  const day = row.received_day ?? localDay(zoneOf(tree, row.unit), at);
  const defined = row.procedure === null ? undefined : procedureOf(tree, row.unit, row.procedure, day);
  const lateFrom = row.state === 'open' ? (row.late_from?.getTime() ?? null) : null;
  const dueAt = lateFrom !== null && lateFrom > at ? row.due_at : null;
  return {
    unit: row.unit,
    dossier: row.dossier,
    procedure: row.procedure,
    procedureName: defined?.name ?? null,
    procedureNameEn: defined?.nameEn ?? null,
    channel: row.channel,
    state: row.state,
    handler: row.handler,
    stage: row.stage,
    stageDueAt: isoOf(row.stage_due_at),
    submittedAt: isoOf(row.submitted_at),
    receivedAt: isoOf(row.received_at),
    receivedDay: row.received_day,
    dueAt: isoOf(row.due_at),
    dueDay: row.due_day,
    dueKind: row.due_kind,
    lateFrom: isoOf(row.late_from),
    late: lateOf(row, at),
    countdown: dueAt && countdown(row.unit, defined?.sector, dueAt.getTime()),
    awaitingSince: isoOf(row.awaiting_since),
    settledAt: isoOf(row.settled_at),
    settledDay: row.settled_day,
    result: row.result,
    deliveredAt: isoOf(row.delivered_at),
    extensions: row.extensions,
    supplements: row.supplements,
    previous: row.previous,
    faults: [...row.faults.filter(isFault), ...(unknown ? (['unknown_procedure'] as const) : [])],
  };
}

// F8: withdrawn and stopped ones are not judged.
function lateOf(row: DossierRow, at: number): boolean | null {
  if (row.late_from === null || row.result === 'withdrawn' || row.result === 'stopped') return null;
  return row.late_from.getTime() <= (row.settled_at?.getTime() ?? at);
}
