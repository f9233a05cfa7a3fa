import type { ColumnType } from './array-parameter.ts';
import { CELL_TYPES, type CellRow } from './cell-columns.ts';

type Row = Record<string, unknown>;

/** Rows of one group commit, table by table, their values under the names of the columns. Instants are epoch ms. */
export type GroupRows = {
  events: Row[];
  personal: Row[];
  sources: Row[];
  signals: Row[];
  counters: Row[];
  queueStates: Row[];
  notes: Row[];
  tickets: Row[];
  ratings: Row[];
  halfHours: CellRow[];
  days: CellRow[];
  months: CellRow[];
};

/**
 * A table of the group commit: which rows go into it, under which key, and what becomes of a row whose key is there
 * already. `fail`: it cannot be there. `keep`: the old row stays. `overwrite`: the new one is whole and replaces it.
 */
export type GroupTable = {
  table: string;
  rows: keyof GroupRows;
  key: readonly string[];
  columns: Readonly<Record<string, ColumnType>>;
  held: 'fail' | 'keep' | 'overwrite';
};

const rollup = (table: string, rows: keyof GroupRows, key: Record<string, ColumnType>): GroupTable => ({
  table,
  rows,
  key: Object.keys(key),
  columns: { ...key, ...CELL_TYPES },
  held: 'overwrite',
});

export const GROUP_TABLES: readonly GroupTable[] = [
  {
    table: 'event',
    rows: 'events',
    key: ['seq'],
    columns: {
      seq: 'int8',
      source: 'text',
      id: 'text',
      type: 'text',
      unit: 'text',
      at: 'timestamptz',
      received_at: 'timestamptz',
      version: 'int2',
      key_id: 'text',
      data: 'jsonb',
      content_hash: 'bytea',
      personal_hash: 'bytea',
      chain_hash: 'bytea',
    },
    held: 'fail',
  },
  {
    table: 'event_key',
    rows: 'events',
    key: ['source', 'id'],
    columns: { source: 'text', id: 'text', seq: 'int8', content_hash: 'bytea' },
    held: 'fail',
  },
  {
    table: 'personal',
    rows: 'personal',
    key: ['seq'],
    columns: { seq: 'int8', salt: 'bytea', value: 'jsonb' },
    held: 'fail',
  },
  {
    table: 'source',
    rows: 'sources',
    key: ['source'],
    columns: { source: 'text', area: 'text' },
    held: 'keep',
  },
  {
    table: 'signal',
    rows: 'signals',
    key: ['unit', 'kind'],
    columns: { unit: 'text', kind: 'text', last_at: 'timestamptz' },
    held: 'overwrite',
  },
  {
    table: 'counter',
    rows: 'counters',
    key: ['unit', 'counter'],
    columns: {
      unit: 'text',
      counter: 'text',
      state: 'text',
      at: 'timestamptz',
      source: 'text',
      id: 'text',
      officer: 'text',
      services: 'text[]',
    },
    held: 'overwrite',
  },
  {
    table: 'queue_state',
    rows: 'queueStates',
    key: ['unit', 'service', 'kind'],
    columns: {
      unit: 'text',
      service: 'text',
      kind: 'text',
      at: 'timestamptz',
      source: 'text',
      id: 'text',
      data: 'jsonb',
    },
    held: 'overwrite',
  },
  {
    table: 'note',
    rows: 'notes',
    key: ['seq'],
    columns: { seq: 'int8', unit: 'text', from_at: 'timestamptz', to_at: 'timestamptz', text: 'text' },
    held: 'fail',
  },
  {
    table: 'ticket',
    rows: 'tickets',
    key: ['unit', 'ticket'],
    columns: {
      unit: 'text',
      ticket: 'text',
      number: 'text',
      service: 'text',
      state: 'text',
      pending: 'bool',
      service_day: 'date',
      half_hour: 'int2',
      wait_start_at: 'timestamptz',
      first_call_at: 'timestamptz',
      ended_at: 'timestamptz',
      wait_seconds: 'int4',
      counter: 'text',
      outcome: 'text',
      facts: 'jsonb',
    },
    held: 'overwrite',
  },
  {
    table: 'rating',
    rows: 'ratings',
    key: ['unit', 'rating'],
    columns: {
      unit: 'text',
      rating: 'text',
      at: 'timestamptz',
      source: 'text',
      id: 'text',
      seq: 'int8',
      day: 'date',
      half_hour: 'int2',
      level: 'text',
      raw: 'int2',
      scale: 'text',
      counter: 'text',
      ticket: 'text',
      dossier: 'text',
      service: 'text',
      officer: 'text',
      phase: 'text',
      channel: 'text',
      reasons: 'text[]',
      second: 'bool',
      repeats: 'int4',
    },
    held: 'overwrite',
  },
  rollup('rollup_half_hour', 'halfHours', { unit: 'text', day: 'date', half_hour: 'int2', service: 'text' }),
  rollup('rollup_day', 'days', { unit: 'text', day: 'date', service: 'text' }),
  rollup('rollup_month', 'months', { unit: 'text', day: 'date', service: 'text' }),
];
