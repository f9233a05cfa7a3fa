import { openUntil } from '../../lib/domain/dossier/dossier.ts';
import { dueOfTold, lateFrom } from '../../lib/domain/dossier/due.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Column } from './array-parameter.ts';
import { DOSSIER_CELL_VALUES } from './dossier-cells.ts';
import {
  type ApologyRow,
  type DossierCellRow,
  type DossierRow,
  type GroupRows,
  type GroupTable,
  into,
} from './group-table.ts';

const dayOr = (zone: string, at: number | null): string | null => (at === null ? null : localDay(zone, at));

const DOSSIER: readonly Column<DossierRow>[] = [
  ['root', 'text', (row) => row.root],
  ['dossier', 'text', (row) => row.id],
  ['unit', 'text', ({ entry }) => entry.dossier.unit],
  ['state', 'text', ({ entry }) => entry.dossier.state],
  ['procedure', 'text', ({ entry }) => entry.dossier.procedure],
  ['channel', 'text', ({ entry }) => entry.dossier.channel],
  ['handler', 'text', ({ entry }) => entry.dossier.handler],
  ['stage', 'text', ({ entry }) => entry.dossier.stages.at(-1)?.stage],
  ['stage_due_at', 'timestamptz', ({ entry }) => entry.dossier.stages.at(-1)?.dueAt],
  ['submitted_at', 'timestamptz', ({ entry }) => entry.dossier.submittedAt],
  ['received_at', 'timestamptz', ({ entry }) => entry.dossier.receivedAt],
  ['received_day', 'date', ({ entry, zone }) => dayOr(zone, entry.dossier.receivedAt)],
  ['due_at', 'timestamptz', ({ entry }) => entry.dossier.due?.at],
  ['due_day', 'date', ({ entry }) => entry.dossier.due?.day],
  ['due_kind', 'text', ({ entry }) => entry.dossier.due?.kind],
  ['late_from', 'timestamptz', ({ entry }) => entry.dossier.lateFrom.own],
  ['awaiting_since', 'timestamptz', ({ entry }) => entry.dossier.awaitingSince],
  ['settled_at', 'timestamptz', ({ entry }) => entry.dossier.settledAt],
  ['settled_day', 'date', ({ entry, zone }) => dayOr(zone, entry.dossier.settledAt)],
  ['result', 'text', ({ entry }) => entry.dossier.result],
  ['open_until', 'timestamptz', ({ entry }) => openUntil(entry.dossier)],
  ['delivered_at', 'timestamptz', ({ entry }) => entry.dossier.deliveredAt],
  ['extensions', 'int4', ({ entry }) => entry.dossier.extensions],
  ['supplements', 'int4', ({ entry }) => entry.dossier.supplements.asked],
  ['second_asked_at', 'timestamptz', ({ entry }) => entry.dossier.supplements.secondAskedAt],
  ['previous', 'text', ({ entry }) => entry.dossier.previous],
  ['faults', 'text[]', ({ entry }) => entry.dossier.faults],
  ['facts', 'jsonb', ({ entry }) => JSON.stringify(entry.facts)],
  ['accept_seconds', 'int4', ({ entry }) => entry.dossier.acceptSeconds],
];

// A new date judges by itself: when the dossier was received plays no part in that.
const newDue = ({ entry, zone }: ApologyRow) =>
  entry.apology.newDueAt === null ? null : dueOfTold(entry.apology.newDueAt, zone, 0);

function newLateFrom(row: ApologyRow): number | null {
  const due = newDue(row);
  return due && lateFrom(due, 'own', row.zone);
}

const APOLOGY: readonly Column<ApologyRow>[] = [
  ['root', 'text', (row) => row.root],
  ['apology', 'text', (row) => row.id],
  ['unit', 'text', ({ entry }) => entry.apology.unit],
  ['day', 'date', ({ entry, zone }) => localDay(zone, entry.facts[0]?.at ?? 0)],
  ['step', 'text', ({ entry }) => entry.apology.step],
  ['dossier', 'text', ({ entry }) => entry.apology.dossier],
  ['rating', 'text', ({ entry }) => entry.apology.rating],
  ['suggestion', 'text', ({ entry }) => entry.apology.suggestion],
  ['cause', 'text', ({ entry }) => entry.apology.cause],
  ['new_due_at', 'timestamptz', (row) => newDue(row)?.at],
  ['new_late_from', 'timestamptz', newLateFrom],
  ['document_no', 'text', ({ entry }) => entry.apology.documentNo],
  ['document_date', 'date', ({ entry }) => entry.apology.documentDate],
  ['signature_kind', 'text', ({ entry }) => entry.apology.signatureKind],
  ['signed_file', 'text', ({ entry }) => entry.apology.signedFile],
  ['channel', 'text', ({ entry }) => entry.apology.channel],
  ['drafted_at', 'timestamptz', ({ entry }) => entry.apology.draftedAt],
  ['signed_at', 'timestamptz', ({ entry }) => entry.apology.signedAt],
  ['delivered_at', 'timestamptz', ({ entry }) => entry.apology.deliveredAt],
  ['signed_seq', 'int8', ({ entry }) => entry.apology.signedSeq],
  ['facts', 'jsonb', ({ entry }) => JSON.stringify(entry.facts)],
];

const CELL: readonly Column<DossierCellRow>[] = [
  ['unit', 'text', (row) => row.unit],
  ['day', 'date', (row) => row.day],
  ['procedure', 'text', (row) => row.procedure],
  ['handler', 'text', (row) => row.handler],
  ...DOSSIER_CELL_VALUES,
];

const cells = (held: 'overwrite' | 'add'): GroupTable[] => {
  const sums = (table: string, rows: (group: GroupRows) => readonly DossierCellRow[]): GroupTable =>
    into(table, rows, ['unit', 'day', 'procedure', 'handler'], held, CELL);
  return [
    sums('rollup_dossier_day', ({ dossierDays }) => dossierDays),
    sums('rollup_dossier_month', ({ dossierMonths }) => dossierMonths),
  ];
};

const TALLY: GroupTable = into(
  'dossier_tally',
  ({ dossierTallies }) => dossierTallies,
  ['unit', 'kind', 'about'],
  'add',
  [
    ['unit', 'text', (row) => row.unit],
    ['kind', 'text', (row) => row.kind],
    ['about', 'text', (row) => row.about],
    ['n', 'int4', (row) => row.n],
  ],
);

const UNIT_MONTHS: GroupTable = into(
  'rollup_dossier_unit_month',
  ({ dossierUnitMonths }) => dossierUnitMonths,
  ['unit', 'day'],
  'add',
  [['unit', 'text', (row) => row.unit], ['day', 'date', (row) => row.day], ...DOSSIER_CELL_VALUES],
);

/** The sums of dossiers, added up as they come. */
export const DOSSIER_SUMS: readonly GroupTable[] = [...cells('add'), UNIT_MONTHS, TALLY];

/** A visit is nothing but its key. */
const VISIT_KEY = ['root', 'dossier', 'unit', 'ticket', 'receipt'];

/** What a group says of dossiers and letters. */
export const DOSSIER_TABLES: readonly GroupTable[] = [
  into('dossier', ({ dossiers }) => dossiers, ['root', 'dossier'], 'overwrite', DOSSIER),
  into('apology', ({ apologies }) => apologies, ['root', 'apology'], 'overwrite', APOLOGY),
  into('explanation', ({ explanations }) => explanations, ['seq'], 'fail', [
    ['seq', 'int8', (row) => row.seq],
    ['unit', 'text', (row) => row.unit],
    ['at', 'timestamptz', (row) => row.at],
    ['about_kind', 'text', (row) => row.kind],
    ['about', 'text', (row) => row.about],
  ]),
  into('dossier_visit', ({ dossierVisits }) => dossierVisits, VISIT_KEY, 'keep', [
    ['root', 'text', (row) => row.root],
    ['dossier', 'text', (row) => row.dossier],
    ['unit', 'text', (row) => row.unit],
    ['ticket', 'text', (row) => row.ticket],
    ['receipt', 'bool', (row) => row.receipt],
  ]),
  ...cells('overwrite'),
  UNIT_MONTHS,
  TALLY,
];
