import { serviceDay, waitSeconds } from '../../lib/domain/contribution.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { SCHEMA_VERSION } from '../../lib/domain/events/registry.ts';
import type { FactKey } from '../../lib/domain/fact-order.ts';
import type { Cell } from '../../lib/domain/rollup.ts';
import type { CounterEntry, NoteEntry, RatingEntry, TicketEntry } from '../../lib/domain/unit-state.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import { arrayParameter, type Column, type ColumnType } from './array-parameter.ts';
import { CELL_VALUES } from './cell-columns.ts';

type LogRow = {
  seq: number;
  event: SourceEvent;
  data: Record<string, unknown>;
  receivedAt: number;
  keyId: string | null;
  contentHash: Uint8Array;
  personalHash: Uint8Array | null;
  chainHash: Uint8Array;
};
type Zoned = { unit: string; zone: string };
type QueueStateRow = { unit: string; service: string; kind: 'gauge' | 'issuing'; key: FactKey; data: object };
type CellRow = { unit: string; day: string; halfHour: number; service: string; cell: Cell };

/** Rows of one group commit, table by table. */
export type GroupRows = {
  events: LogRow[];
  personal: { seq: number; salt: Uint8Array; value: Record<string, unknown> }[];
  sources: { source: string; area: string }[];
  signals: { unit: string; kind: string; lastAt: number }[];
  counters: { unit: string; counter: string; entry: CounterEntry }[];
  queueStates: QueueStateRow[];
  notes: { seq: number; unit: string; entry: NoteEntry }[];
  tickets: (Zoned & { id: string; entry: TicketEntry })[];
  ratings: (Zoned & { entry: RatingEntry })[];
  halfHours: CellRow[];
  days: CellRow[];
  months: CellRow[];
};

/**
 * What becomes of a row whose key is in the table already. `fail`: it cannot be there. `keep`: the old row stays.
 * `overwrite`: the new one is whole and replaces it.
 */
type Held = 'fail' | 'keep' | 'overwrite';

/** A table of the group commit: its columns and their values in a group. */
export type GroupTable = {
  table: string;
  key: readonly string[];
  held: Held;
  columns: readonly { name: string; type: ColumnType }[];
  parameters(group: GroupRows): Buffer[];
};

const into = <R>(
  table: string,
  rows: (group: GroupRows) => readonly R[],
  key: readonly string[],
  held: Held,
  columns: readonly Column<R>[],
): GroupTable => ({
  table,
  key,
  held,
  columns: columns.map(([name, type]) => ({ name, type })),
  parameters: (group) => columns.map((column) => arrayParameter(column, rows(group))),
});

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

export const GROUP_TABLES: readonly GroupTable[] = [
  into('event', ({ events }) => events, ['seq'], 'fail', [
    ['seq', 'int8', (row) => row.seq],
    ['source', 'text', ({ event }) => event.source],
    ['id', 'text', ({ event }) => event.id],
    ['type', 'text', ({ event }) => event.type],
    ['unit', 'text', ({ event }) => event.unit],
    ['at', 'timestamptz', ({ event }) => event.at],
    ['received_at', 'timestamptz', (row) => row.receivedAt],
    ['version', 'int2', () => SCHEMA_VERSION],
    ['key_id', 'text', (row) => row.keyId],
    ['data', 'jsonb', (row) => row.data],
    ['content_hash', 'bytea', (row) => row.contentHash],
    ['personal_hash', 'bytea', (row) => row.personalHash],
    ['chain_hash', 'bytea', (row) => row.chainHash],
  ]),
  into('event_key', ({ events }) => events, ['source', 'id'], 'fail', [
    ['source', 'text', ({ event }) => event.source],
    ['id', 'text', ({ event }) => event.id],
    ['seq', 'int8', (row) => row.seq],
    ['content_hash', 'bytea', (row) => row.contentHash],
  ]),
  into('personal', ({ personal }) => personal, ['seq'], 'fail', [
    ['seq', 'int8', (row) => row.seq],
    ['salt', 'bytea', (row) => row.salt],
    ['value', 'jsonb', (row) => row.value],
  ]),
  into('source', ({ sources }) => sources, ['source'], 'keep', [
    ['source', 'text', (row) => row.source],
    ['area', 'text', (row) => row.area],
  ]),
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
    ['data', 'jsonb', (row) => row.data],
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
    ['facts', 'jsonb', ({ entry }) => entry.facts],
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
  rollup('rollup_half_hour', ({ halfHours }) => halfHours, [...CELL_KEY, HALF_HOUR]),
  rollup('rollup_day', ({ days }) => days, CELL_KEY),
  rollup('rollup_month', ({ months }) => months, CELL_KEY),
];
