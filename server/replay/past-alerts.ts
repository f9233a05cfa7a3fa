import { type AlertFact, foldAlert } from '../../lib/domain/alerts/alert.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { ALERT_FACTS } from '../log/fold-alerts.ts';
import type { Memory } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import { instant, type Moment } from './past.ts';

// By the index of the spans in which alerts stood; a minute around the moment, for those that were just being told.
const STOOD = `SELECT ${ALERT_FACTS} FROM alert WHERE unit = ANY($1)
  AND raised_at IS NOT NULL AND (cleared_at IS NULL OR cleared_at > raised_at)
  AND tstzrange(raised_at, CASE WHEN cleared_at > raised_at THEN cleared_at END)
    && tstzrange(${instant('$2')} - interval '1 minute', ${instant('$3')} + interval '1 millisecond')`;
const NAMED = `SELECT ${ALERT_FACTS} FROM alert WHERE (unit, alert) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

/** The alerts of areas that stood at a moment, with the steps that were known. */
export async function loadPastAlerts(
  query: Query,
  memory: Memory,
  areas: readonly string[],
  moment: Moment,
): Promise<void> {
  for (const row of await query(STOOD, [areas, moment.at, moment.horizon])) hold(memory, row, moment);
}

/** Alerts by area and code, with the steps that were known at a moment. */
export async function holdPastAlerts(
  query: Query,
  memory: Memory,
  named: readonly (readonly [area: string, alert: string])[],
  moment: Moment,
): Promise<void> {
  const absent = named.filter(([area, alert]) => !memory.alerts.get(area)?.has(alert));
  if (absent.length === 0) return;
  const values = [absent.map(([area]) => area), absent.map(([, alert]) => alert)];
  for (const row of await query(NAMED, values)) hold(memory, row, moment);
}

function hold(memory: Memory, row: Record<string, unknown>, { known, at, seq }: Moment): void {
  // Written by this server from checked events; the column holds nothing else.
  const facts = (row.facts as AlertFact[]).filter((fact) =>
    known === 'then' ? fact.seq <= seq : fact.at <= at,
  );
  if (facts.length === 0) return;
  const ofArea = heldOrMade(memory.alerts, String(row.unit), () => new Map());
  ofArea.set(String(row.alert), { facts, alert: foldAlert(facts) });
}
