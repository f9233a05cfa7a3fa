import { ALERT_FACTS, holdAlert } from './fold-alerts.ts';
import type { Memory } from './memory.ts';
import type { Query } from './query.ts';

/** Fills memory with the alerts that stand, so that none is raised again. */
export async function restoreAlerts(query: Query, memory: Memory): Promise<void> {
  const text = `SELECT ${ALERT_FACTS} FROM alert WHERE cleared_at IS NULL AND raised_at IS NOT NULL`;
  for (const row of await query(text, [])) holdAlert(memory, row);
}
