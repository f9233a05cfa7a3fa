import {
  type AlertFact,
  alertFact,
  foldAlert,
  isAlertEvent,
  isStanding,
  withAlertFact,
} from '../../lib/domain/alerts/alert.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { AlertEntry, GroupRows } from './group-table.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';

/** What `alertOfRow` needs of a stored alert. */
export const ALERT_FACTS = 'unit, alert, facts';

/** Brings a stored alert into memory. */
export function holdAlert(memory: Memory, row: Record<string, unknown>): void {
  // Written by this server from checked events; the column holds nothing else.
  const facts = row.facts as AlertFact[];
  const entry: AlertEntry = { facts, alert: foldAlert(facts) };
  heldOrMade(memory.alerts, String(row.unit), () => new Map()).set(String(row.alert), entry);
}

/** Brings the alerts that events name, and that do not stand any more, into memory. */
export async function loadAlerts(
  query: Query,
  memory: Memory,
  events: readonly SourceEvent[],
): Promise<void> {
  const named = events
    .filter(isAlertEvent)
    .map(({ unit, data }) => ({ unit, alert: data.alert }))
    .filter(({ unit, alert }) => !memory.alerts.get(unit)?.has(alert));
  if (named.length === 0) return;
  const text = `SELECT ${ALERT_FACTS} FROM alert WHERE (unit, alert) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const values = [named.map(({ unit }) => unit), named.map(({ alert }) => alert)];
  for (const row of await query(text, values)) holdAlert(memory, row);
}

/** Folds what numbered events tell of alerts into memory. Gives the alerts that they touched, by area. */
export function foldAlerts(memory: Memory, logged: readonly LoggedEvent[]): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>();
  for (const { event, seq } of logged) {
    if (!isAlertEvent(event)) continue;
    const { alert: id } = event.data;
    const entries = heldOrMade(memory.alerts, event.unit, () => new Map<string, AlertEntry>());
    const facts = withAlertFact(entries.get(id)?.facts ?? [], alertFact(event, seq));
    entries.set(id, { facts, alert: foldAlert(facts) });
    heldOrMade(touched, event.unit, () => new Set()).add(id);
  }
  return touched;
}

/** Writes the touched alerts, as they now are, into the rows of the group. */
export function addAlertRows(
  memory: Memory,
  rows: GroupRows,
  touched: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const zoneOf = zonesOf(memory);
  for (const [unit, ids] of touched)
    for (const id of ids) {
      const entry = memory.alerts.get(unit)?.get(id);
      if (entry) rows.alerts.push({ unit, zone: zoneOf(unit), id, entry });
    }
}

/** After a commit: only what stands stays in memory. */
export function forgetEnded(memory: Memory): void {
  for (const [unit, entries] of memory.alerts) {
    for (const [id, { alert }] of entries) if (!isStanding(alert)) entries.delete(id);
    if (entries.size === 0) memory.alerts.delete(unit);
  }
}
