import { SCHEMA_VERSION } from '../../lib/domain/events/registry.ts';
import { type GroupTable, into } from './group-table.ts';

/** What a group says: the log, its keys, its personal fields and whose the sources are. */
export const LOG_TABLES: readonly GroupTable[] = [
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
    ['data', 'jsonb', (row) => row.dataText],
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
    ['value', 'jsonb', (row) => JSON.stringify(row.value)],
  ]),
  into('source', ({ sources }) => sources, ['source'], 'keep', [
    ['source', 'text', (row) => row.source],
    ['area', 'text', (row) => row.area],
  ]),
];
