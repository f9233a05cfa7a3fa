import { serviceDay, waitSeconds } from '../../lib/domain/contribution.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { TicketEntry } from '../../lib/domain/unit-state.ts';
import { localDay, localMoment } from '../../lib/domain/zoned-time.ts';
import { ALERT_TABLE } from './alert-table.ts';
import type { Column } from './array-parameter.ts';
import { BOOK_TABLES } from './book-tables.ts';
import { CELL_VALUES } from './cell-columns.ts';
import { DOSSIER_TABLES } from './dossier-tables.ts';
import { type CellRow, type GroupRows, type GroupTable, into } from './group-table.ts';
import { INSPECTION_TABLE } from './inspection-table.ts';

const CELL_KEY: readonly Column<CellRow>[] = [
  ['unit', 'text', (row) => row.unit],
  ['day', 'date', (row) => row.day],
  ['service', 'text', (row) => row.service],
];
const HALF_HOUR: Column<CellRow> = ['half_hour', 'int2', (row) => row.halfHour];

const rollup = (
  table: string,
  rows: (group: GroupRows) => readonly CellRow[],
  key: readonly Column<CellRow>[],
): GroupTable =>
  into(
    table,
    rows,
    key.map(([name]) => name),
    'overwrite',
    [...key, ...CELL_VALUES],
  );

const late = (table: string, rows: (group: GroupRows) => GroupRows['lateDays']): GroupTable =>
  into(table, rows, ['unit', 'day'], 'overwrite', [
    ['unit', 'text', (row) => row.unit],
    ['day', 'date', (row) => row.day],
    ['seq', 'int8', (row) => row.seq],
  ]);

/** The days on which something is told of a ticket; null: its service day alone, as of nearly all. */
function toldDays({ facts, ticket }: TicketEntry, zone: string): Period | null {
  const own = serviceDay(ticket, zone);
  const from = localDay(zone, facts[0]?.at ?? ticket.waitStartAt);
  const to = localDay(zone, facts.at(-1)?.at ?? ticket.waitStartAt);
  return from === own && to === own ? null : { from, to };
}

/** What a group means: read tables and rollups, every row a whole new value. */
export const READ_TABLES: readonly GroupTable[] = [
  into('signal', ({ signals }) => signals, ['unit', 'kind'], 'overwrite', [
    ['unit', 'text', (row) => row.unit],
    ['kind', 'text', (row) => row.kind],
    ['last_at', 'timestamptz', (row) => row.lastAt],
  ]),
  into('counter', ({ counters }) => counters, ['unit', 'counter'], 'overwrite', [
    ['unit', 'text', (row) => row.unit],
    ['counter', 'text', (row) => row.counter],
    ['state', 'text', ({ entry }) => entry.state],
    ['at', 'timestamptz', ({ entry }) => entry.at],
    ['source', 'text', ({ entry }) => entry.source],
    ['id', 'text', ({ entry }) => entry.id],
    ['officer', 'text', ({ entry }) => entry.officer],
    ['services', 'text[]', ({ entry }) => entry.services],
  ]),
  into('queue_state', ({ queueStates }) => queueStates, ['unit', 'service', 'kind'], 'overwrite', [
    ['unit', 'text', (row) => row.unit],
    ['service', 'text', (row) => row.service],
    ['kind', 'text', (row) => row.kind],
    ['at', 'timestamptz', ({ key }) => key.at],
    ['source', 'text', ({ key }) => key.source],
    ['id', 'text', ({ key }) => key.id],
    ['data', 'jsonb', (row) => JSON.stringify(row.data)],
  ]),
  into('note', ({ notes }) => notes, ['seq'], 'fail', [
    ['seq', 'int8', (row) => row.seq],
    ['unit', 'text', (row) => row.unit],
    ['from_at', 'timestamptz', ({ entry }) => entry.fromAt],
    ['to_at', 'timestamptz', ({ entry }) => entry.toAt],
    ['text', 'text', ({ entry }) => entry.text],
  ]),
  into('ticket', ({ tickets }) => tickets, ['unit', 'ticket'], 'overwrite', [
    ['unit', 'text', (row) => row.unit],
    ['ticket', 'text', (row) => row.id],
    ['number', 'text', ({ entry }) => entry.ticket.number],
    ['service', 'text', ({ entry }) => entry.ticket.issuedService],
    ['state', 'text', ({ entry }) => entry.ticket.state],
    ['pending', 'bool', ({ entry }) => entry.ticket.pending],
    ['service_day', 'date', ({ entry, zone }) => serviceDay(entry.ticket, zone)],
    ['half_hour', 'int2', ({ entry, zone }) => localMoment(zone, entry.ticket.waitStartAt).halfHour],
    ['wait_start_at', 'timestamptz', ({ entry }) => entry.ticket.waitStartAt],
    ['first_call_at', 'timestamptz', ({ entry }) => entry.ticket.firstCallAt],
    ['ended_at', 'timestamptz', ({ entry }) => entry.ticket.endedAt],
    ['wait_seconds', 'int4', ({ entry }) => waitSeconds(entry.ticket)],
    ['counter', 'text', ({ entry }) => entry.ticket.counter],
    ['outcome', 'text', ({ entry }) => entry.ticket.outcome],
    ['facts', 'jsonb', ({ entry }) => JSON.stringify(entry.facts)],
    ['told_from', 'date', ({ entry, zone }) => toldDays(entry, zone)?.from],
    ['told_until', 'date', ({ entry, zone }) => toldDays(entry, zone)?.to],
  ]),
  into('rating', ({ ratings }) => ratings, ['unit', 'rating'], 'overwrite', [
    ['unit', 'text', (row) => row.unit],
    ['rating', 'text', ({ entry }) => entry.rating.rating],
    ['at', 'timestamptz', ({ entry }) => entry.rating.at],
    ['source', 'text', ({ entry }) => entry.rating.source],
    ['id', 'text', ({ entry }) => entry.rating.id],
    ['seq', 'int8', ({ entry }) => entry.seq],
    ['day', 'date', ({ entry, zone }) => localMoment(zone, entry.rating.at).day],
    ['half_hour', 'int2', ({ entry, zone }) => localMoment(zone, entry.rating.at).halfHour],
    ['level', 'text', ({ entry }) => entry.rating.level],
    ['raw', 'int2', ({ entry }) => entry.rating.raw],
    ['scale', 'text', ({ entry }) => entry.rating.scale],
    ['counter', 'text', ({ entry }) => entry.rating.counter],
    ['ticket', 'text', ({ entry }) => entry.rating.ticket],
    ['dossier', 'text', ({ entry }) => entry.rating.dossier],
    ['service', 'text', ({ entry }) => entry.rating.service],
    ['officer', 'text', ({ entry }) => entry.rating.officer],
    ['phase', 'text', ({ entry }) => entry.rating.phase],
    ['channel', 'text', ({ entry }) => entry.rating.channel],
    ['reasons', 'text[]', ({ entry }) => entry.rating.reasons],
    ['second', 'bool', ({ entry }) => entry.second],
    ['repeats', 'int4', ({ entry }) => entry.repeats],
  ]),
  late('late_day', ({ lateDays }) => lateDays),
  late('late_dossier_day', ({ lateDossierDays }) => lateDossierDays),
  ...DOSSIER_TABLES,
  ALERT_TABLE,
  ...BOOK_TABLES,
  INSPECTION_TABLE,
  rollup('rollup_half_hour', ({ halfHours }) => halfHours, [...CELL_KEY, HALF_HOUR]),
  rollup('rollup_day', ({ days }) => days, CELL_KEY),
  rollup('rollup_month', ({ months }) => months, CELL_KEY),
];
