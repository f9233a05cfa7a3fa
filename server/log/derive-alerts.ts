import {
  type AlertEvent,
  type AlertFact,
  alertFact,
  foldAlert,
  withAlertFact,
} from '../../lib/domain/alerts/alert.ts';
import { alertEvents, watchEvents } from '../../lib/domain/events/alert.ts';
import { rowsInPortions } from './cursor.ts';
import { eventOfRow } from './event-of-row.ts';
import { emptyGroup } from './group-table.ts';
import { epochMs } from './load-entries.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';
import { readStatement } from './write-group.ts';

/** Alerts that are written at once. */
const PORTION = 2000;

/** Derives alerts from the log, every one from all its steps at once. */
export async function deriveAlerts(query: Query, schema: string, memory: Memory): Promise<void> {
  const text = `SELECT seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event
    WHERE type = ANY($1) ORDER BY unit, data ->> 'alert' COLLATE "C", seq`;
  const zoneOf = zonesOf(memory);
  let rows = emptyGroup();
  let facts: AlertFact[] = [];
  // Assigned where TypeScript does not look: inside the loop, read inside `end`.
  let subject = null as { unit: string; id: string } | null;
  const end = (): void => {
    if (subject)
      rows.alerts.push({ ...subject, zone: zoneOf(subject.unit), entry: { facts, alert: foldAlert(facts) } });
    facts = [];
  };
  const write = async (): Promise<void> => {
    const statement = readStatement(rows);
    if (statement) await query(statement.text, statement.values);
    rows = emptyGroup();
  };
  const types = [...Object.keys(alertEvents), ...Object.keys(watchEvents)];
  for await (const portion of rowsInPortions(query, text, [types])) {
    for (const row of portion) {
      const event = eventOfRow<AlertEvent>(row);
      const { unit, data } = event;
      if (subject?.unit !== unit || subject.id !== data.alert) {
        end();
        if (rows.alerts.length >= PORTION) await write();
        subject = { unit, id: data.alert };
      }
      facts = withAlertFact(facts, alertFact(event, Number(row.seq)));
    }
  }
  end();
  await write();
}
