import { localDay } from '../../lib/domain/zoned-time.ts';
import { type GroupTable, into } from './group-table.ts';

/** What a group says of alerts. */
export const ALERT_TABLE: GroupTable = into('alert', ({ alerts }) => alerts, ['unit', 'alert'], 'overwrite', [
  ['unit', 'text', (row) => row.unit],
  ['alert', 'text', (row) => row.id],
  ['state', 'text', ({ entry }) => entry.alert.state],
  ['kind', 'text', ({ entry }) => entry.alert.raised?.kind],
  [
    'day',
    'date',
    ({ entry: { alert }, zone }) => (alert.raisedAt === null ? null : localDay(zone, alert.raisedAt)),
  ],
  ['raised_at', 'timestamptz', ({ entry }) => entry.alert.raisedAt],
  [
    'raised',
    'jsonb',
    ({ entry: { alert } }) => (alert.raised === null ? null : JSON.stringify(alert.raised)),
  ],
  ['taken_at', 'timestamptz', ({ entry }) => entry.alert.takenAt],
  ['taken_by', 'text', ({ entry }) => entry.alert.takenBy],
  ['noted_at', 'timestamptz', ({ entry }) => entry.alert.notedAt],
  ['closed_at', 'timestamptz', ({ entry }) => entry.alert.closedAt],
  ['closed_by', 'text', ({ entry }) => entry.alert.closedBy],
  ['cleared_at', 'timestamptz', ({ entry }) => entry.alert.clearedAt],
  ['facts', 'jsonb', ({ entry }) => JSON.stringify(entry.facts)],
]);
