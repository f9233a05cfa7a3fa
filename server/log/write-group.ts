import { CELL_COLUMNS, CELL_TYPES, type CellRow } from './cell-columns.ts';

/** Rows of one group commit, table by table; every value is JSON. */
export type GroupRows = {
  events: Record<string, unknown>[];
  personal: Record<string, unknown>[];
  sources: Record<string, unknown>[];
  signals: Record<string, unknown>[];
  counters: Record<string, unknown>[];
  queueStates: Record<string, unknown>[];
  notes: Record<string, unknown>[];
  tickets: Record<string, unknown>[];
  ratings: Record<string, unknown>[];
  halfHours: CellRow[];
  days: CellRow[];
  months: CellRow[];
};

export const emptyGroup = (): GroupRows => ({
  events: [],
  personal: [],
  sources: [],
  signals: [],
  counters: [],
  queueStates: [],
  notes: [],
  tickets: [],
  ratings: [],
  halfHours: [],
  days: [],
  months: [],
});

const ms = (column: string): string => `to_timestamp(x.${column} / 1000.0)`;
const hex = (column: string): string => `decode(x.${column}, 'hex')`;

/** Sets every column but the key to the new value. */
const overwrite = (columns: readonly string[]): string =>
  columns.map((column) => `${column} = excluded.${column}`).join(', ');

const TICKET = [
  'number',
  'service',
  'state',
  'pending',
  'service_day',
  'half_hour',
  'wait_start_at',
  'first_call_at',
  'ended_at',
  'wait_seconds',
  'counter',
  'outcome',
  'facts',
];
const RATING = [
  'at',
  'source',
  'id',
  'seq',
  'day',
  'half_hour',
  'level',
  'raw',
  'scale',
  'counter',
  'ticket',
  'dossier',
  'service',
  'officer',
  'phase',
  'channel',
  'reasons',
  'second',
  'repeats',
];

function rollup(table: string, parameter: number, key: readonly string[], types: string): string {
  return `INSERT INTO ${table} (${[...key, ...CELL_COLUMNS].join(', ')})
    SELECT ${[...key, ...CELL_COLUMNS].map((column) => `x.${column}`).join(', ')}
    FROM json_to_recordset($${parameter}::json) AS x(${types}, ${CELL_TYPES})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${overwrite(CELL_COLUMNS)}`;
}

/**
 * The whole group in one statement, which is one transaction: log, keys, personal fields, read tables and rollups are
 * on disk together or not at all. Rollup and read rows are whole new values, so writing them twice changes nothing.
 */
export const WRITE_GROUP = `
WITH x1 AS (
  INSERT INTO event (seq, source, id, type, unit, at, received_at, version, key_id, data, content_hash, personal_hash, chain_hash)
  SELECT x.seq, x.source, x.id, x.type, x.unit, ${ms('at')}, ${ms('received_at')}, x.version, x.key_id, x.data,
    ${hex('content_hash')}, ${hex('personal_hash')}, ${hex('chain_hash')}
  FROM json_to_recordset($1::json) AS x(seq bigint, source text, id text, type text, unit text, at double precision,
    received_at double precision, version smallint, key_id text, data jsonb, content_hash text, personal_hash text, chain_hash text)
), x2 AS (
  INSERT INTO event_key (source, id, seq, content_hash)
  SELECT x.source, x.id, x.seq, ${hex('content_hash')}
  FROM json_to_recordset($1::json) AS x(seq bigint, source text, id text, content_hash text)
), x3 AS (
  INSERT INTO personal (seq, salt, value)
  SELECT x.seq, ${hex('salt')}, x.value FROM json_to_recordset($2::json) AS x(seq bigint, salt text, value jsonb)
), x4 AS (
  INSERT INTO source (source, area) SELECT x.source, x.area FROM json_to_recordset($3::json) AS x(source text, area text)
  ON CONFLICT (source) DO NOTHING
), x5 AS (
  INSERT INTO signal (unit, kind, last_at) SELECT x.unit, x.kind, ${ms('last_at')}
  FROM json_to_recordset($4::json) AS x(unit text, kind text, last_at double precision)
  ON CONFLICT (unit, kind) DO UPDATE SET last_at = excluded.last_at
), x6 AS (
  INSERT INTO counter (unit, counter, state, at, source, id, officer, services)
  SELECT x.unit, x.counter, x.state, ${ms('at')}, x.source, x.id, x.officer, x.services
  FROM json_to_recordset($5::json) AS x(unit text, counter text, state text, at double precision, source text, id text, officer text, services text[])
  ON CONFLICT (unit, counter) DO UPDATE SET ${overwrite(['state', 'at', 'source', 'id', 'officer', 'services'])}
), x7 AS (
  INSERT INTO queue_state (unit, service, kind, at, source, id, data)
  SELECT x.unit, x.service, x.kind, ${ms('at')}, x.source, x.id, x.data
  FROM json_to_recordset($6::json) AS x(unit text, service text, kind text, at double precision, source text, id text, data jsonb)
  ON CONFLICT (unit, service, kind) DO UPDATE SET ${overwrite(['at', 'source', 'id', 'data'])}
), x8 AS (
  INSERT INTO note (seq, unit, from_at, to_at, text)
  SELECT x.seq, x.unit, ${ms('from_at')}, ${ms('to_at')}, x.text
  FROM json_to_recordset($7::json) AS x(seq bigint, unit text, from_at double precision, to_at double precision, text text)
), x9 AS (
  INSERT INTO ticket (unit, ticket, ${TICKET.join(', ')})
  SELECT x.unit, x.ticket, x.number, x.service, x.state, x.pending, x.service_day, x.half_hour, ${ms('wait_start_at')},
    ${ms('first_call_at')}, ${ms('ended_at')}, x.wait_seconds, x.counter, x.outcome, x.facts
  FROM json_to_recordset($8::json) AS x(unit text, ticket text, number text, service text, state text, pending boolean,
    service_day date, half_hour smallint, wait_start_at double precision, first_call_at double precision,
    ended_at double precision, wait_seconds integer, counter text, outcome text, facts jsonb)
  ON CONFLICT (unit, ticket) DO UPDATE SET ${overwrite(TICKET)}
), x10 AS (
  INSERT INTO rating (unit, rating, ${RATING.join(', ')})
  SELECT x.unit, x.rating, ${ms('at')}, ${RATING.slice(1)
    .map((column) => `x.${column}`)
    .join(', ')}
  FROM json_to_recordset($9::json) AS x(unit text, rating text, at double precision, source text, id text, seq bigint, day date,
    half_hour smallint, level text, raw smallint, scale text, counter text, ticket text, dossier text, service text,
    officer text, phase text, channel text, reasons text[], second boolean, repeats integer)
  ON CONFLICT (unit, rating) DO UPDATE SET ${overwrite(RATING)}
), x11 AS (${rollup('rollup_half_hour', 10, ['unit', 'day', 'half_hour', 'service'], 'unit text, day date, half_hour smallint, service text')}
), x12 AS (${rollup('rollup_day', 11, ['unit', 'day', 'service'], 'unit text, day date, service text')}
), x13 AS (${rollup('rollup_month', 12, ['unit', 'day', 'service'], 'unit text, day date, service text')}
) SELECT 1 AS written`;

export const groupParameters = (rows: GroupRows): string[] =>
  [
    rows.events,
    rows.personal,
    rows.sources,
    rows.signals,
    rows.counters,
    rows.queueStates,
    rows.notes,
    rows.tickets,
    rows.ratings,
    rows.halfHours,
    rows.days,
    rows.months,
  ].map((part) => JSON.stringify(part));
