import { isLiveDossier, liveDossier } from '../../lib/domain/dossier/unit-dossiers.ts';
import { rootOf, unitsBelow } from '../../lib/domain/tree.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import { LIVE_COLUMNS, liveOfRow } from '../log/restore-dossiers.ts';
import type { Knowledge } from './knowledge.ts';
import { knownDossiers } from './known-dossiers.ts';
import { instant, type PastUnit } from './past.ts';
import { loadPastSums } from './past-dossier-sums.ts';

const SPAN = 'tstzrange(least(submitted_at, received_at), open_until)';

/**
 * What may show on the day: was open on it, ended on it, waits elsewhere in the city to be received (it is its unit's
 * from the receipt on), has no receipt today, or was not known as it is known today.
 */
const CANDIDATES = `
  WITH c AS (
    SELECT root, dossier FROM dossier WHERE unit = ANY($1) AND state <> 'pending'
      AND ${SPAN} && tstzrange(${instant('$5')}, ${instant('$4')}, '[]')
    UNION SELECT root, dossier FROM dossier WHERE unit = ANY($1) AND settled_day BETWEEN $6::date AND $7::date
    UNION SELECT root, dossier FROM dossier WHERE unit = ANY($2) AND state <> 'pending'
      AND ${SPAN} && tstzrange(${instant('$3')}, ${instant('$4')}, '[]')
      AND (received_at IS NULL OR received_at > ${instant('$3')})
    UNION SELECT root, dossier FROM dossier WHERE unit = ANY($2) AND faults <> '{}' AND state = 'pending'
    UNION SELECT root, dossier FROM dossier WHERE root = $8 AND dossier = ANY($9)
  )
  SELECT ${LIVE_COLUMNS}, settled_at > ${instant('$4')} AS later,
    state IN ('open', 'settled') AND received_at <= ${instant('$3')} AND supplements = 0 AND previous IS NULL
      AND faults = '{}' AND NOT dossier = ANY($9) AS simple
  FROM c JOIN dossier USING (root, dossier)`;

/**
 * The dossiers of units as they were known at a moment. Most have told nothing later but their end: their row says what
 * they were. The others are folded from the facts that were known.
 */
export async function loadPastDossiers(
  query: Query,
  memory: Memory,
  units: readonly PastUnit[],
  knowledge: Knowledge,
): Promise<void> {
  const { at, horizon } = knowledge.moment;
  const [first] = units;
  if (!first) return;
  const root = rootOf(memory.tree, first.unit);
  const days = units.flatMap(({ eve, day }) => [eve, day]).sort();
  const named: [string, string][] = [];
  const rows = await query(CANDIDATES, [
    units.map(({ unit }) => unit),
    unitsBelow(memory.tree, root),
    at,
    horizon,
    Math.min(...units.map(({ since }) => since)),
    days[0],
    days.at(-1),
    root,
    knowledge.lateDossiers,
  ]);
  for (const row of rows) {
    if (row.simple !== true) named.push([root, String(row.dossier)]);
    else {
      const live = liveOfRow(row);
      const then = row.later === true ? { ...live, openUntil: null, decidedAt: null } : live;
      unitIn(memory, String(row.unit))?.dossiers.live.set(String(row.dossier), then);
    }
  }
  const own = new Map(units.map((unit) => [unit.unit, unit]));
  const folded = await knownDossiers(query, memory, root, named, knowledge);
  for (const [, id] of named) {
    const dossier = folded.get(id)?.dossier;
    const unit = own.get(dossier?.unit ?? '');
    if (!dossier || !unit || dossier.state === 'pending') continue;
    const live = liveDossier(dossier);
    if (isLiveDossier(live, unit.zone, unit.eve)) unitIn(memory, unit.unit)?.dossiers.live.set(id, live);
  }
  await loadPastSums(query, memory, units, root, knowledge);
}
