import { type Dossier, isDecided, onTime } from '../../lib/domain/dossier/dossier.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import type { Knowledge } from './knowledge.ts';
import { knownDossiers } from './known-dossiers.ts';
import { FROM_UNITS, instant, type PastUnit, valuesOf } from './past.ts';

const X = instant('$8');
const DECIDED = `result IN ('done', 'refused')`;
const U = `WITH u AS MATERIALIZED (SELECT * FROM ${FROM_UNITS})`;
const SETTLED_IN_MONTH = `u JOIN dossier d ON d.unit = u.unit AND d.settled_day >= u.month
    AND d.settled_day < (u.month + interval '1 month')::date AND d.settled_at <= ${X}`;

// Those that continue another one are judged by it (F15), so they are folded.
const MONTH = `${U} SELECT d.unit, u.month::text AS month, count(*) FILTER (WHERE judged AND settled_at < late_from)::float8 AS on_time,
    count(*) FILTER (WHERE judged)::float8 AS judged, array_agg(dossier) FILTER (WHERE previous IS NOT NULL) AS continued
  FROM ${SETTLED_IN_MONTH}, LATERAL (SELECT state = 'settled' AND ${DECIDED} AND due_at IS NOT NULL AND received_at <= ${X}
    AND previous IS NULL AS judged) j
  WHERE NOT dossier = ANY($9) GROUP BY d.unit, u.month`;

/** What lay with a unit: today's, less what was settled later, with what was handed out later. */
const LAID = `${U} SELECT u.unit,
  coalesce((SELECT sum(CASE kind WHEN 'settled' THEN n ELSE -n END) FROM dossier_tally t
    WHERE t.unit = u.unit AND kind IN ('settled', 'collected')), 0)::float8
  - (SELECT count(*) FROM dossier d WHERE d.unit = u.unit AND settled_day >= u.eve AND settled_at > ${X} AND ${DECIDED}
      AND delivered_at IS NULL AND state = 'settled')
  + (SELECT count(*) FROM dossier d WHERE d.unit = u.unit AND delivered_at > settled_at AND ${DECIDED} AND state = 'settled'
      AND tstzrange(settled_at, greatest(settled_at, delivered_at)) @> ${X})
  + (SELECT count(*) FROM dossier d WHERE d.unit = u.unit AND faults <> '{}' AND delivered_at <= settled_at AND ${DECIDED}
      AND state = 'settled' AND settled_at <= ${X} AND delivered_at > ${X})
  - (SELECT count(*) FROM dossier d WHERE d.unit = u.unit AND faults <> '{}' AND received_at > ${X} AND settled_at <= ${X}
      AND ${DECIDED} AND (delivered_at IS NULL OR delivered_at > ${X})) AS laid,
  EXISTS (SELECT 1 FROM dossier d WHERE d.unit = u.unit AND ${DECIDED} AND state = 'settled' AND settled_day <= u.day
    AND settled_at <= ${X} AND received_at <= ${X} AND delivered_at <= ${X} AND NOT dossier = ANY($9))
    AND EXISTS (SELECT 1 FROM dossier_tally t WHERE t.unit = u.unit AND kind = 'collected' AND n > 0) AS told
  FROM u`;
const LATE_LAID = `SELECT unit FROM dossier WHERE root = $1 AND dossier = ANY($2) AND state = 'settled' AND ${DECIDED}
  AND received_at <= ${instant('$3')} AND settled_at <= ${instant('$3')}
  AND (delivered_at IS NULL OR delivered_at > ${instant('$3')})`;

/** What boards say of all dossiers together: on time of the month, and what was not handed out. */
export async function loadPastSums(
  query: Query,
  memory: Memory,
  units: readonly PastUnit[],
  root: string,
  knowledge: Knowledge,
): Promise<void> {
  const late = knowledge.lateDossiers;
  const values = [...valuesOf(units), knowledge.moment.horizon, late];
  const own = new Map(units.map((unit) => [unit.unit, unit]));
  const count = (code: string, month: string, inTime: number, judged: number): void => {
    const months = unitIn(memory, code)?.dossiers.months;
    if (!months || judged === 0) return;
    const held = heldOrMade(months, month, (): [number, number] => [0, 0]);
    held[0] += inTime;
    held[1] += judged;
  };
  const continued: string[] = [];
  for (const row of await query(MONTH, values)) {
    count(String(row.unit), String(row.month), Number(row.on_time), Number(row.judged));
    if (Array.isArray(row.continued)) continued.push(...row.continued.map(String));
  }
  const named = [...late, ...continued].map((dossier): [string, string] => [root, dossier]);
  const folded = await knownDossiers(query, memory, root, named, knowledge);
  const known = (ids: readonly string[]): Dossier[] => ids.flatMap((id) => folded.get(id)?.dossier ?? []);
  for (const dossier of known([...late, ...continued])) {
    const unit = own.get(dossier.unit);
    if (!unit || dossier.receivedAt === null || dossier.settledAt === null || !isDecided(dossier)) continue;
    if (dossier.due === null || monthOf(localDay(unit.zone, dossier.settledAt)) !== unit.month) continue;
    count(unit.unit, unit.month, onTime(dossier, 'own') ? 1 : 0, 1);
  }
  await countLaid(query, memory, own, {
    values,
    root,
    late,
    known: known(late),
    at: knowledge.moment.horizon,
  });
}

type Laid = { values: unknown[]; root: string; late: string[]; known: Dossier[]; at: number };

async function countLaid(
  query: Query,
  memory: Memory,
  own: ReadonlyMap<string, PastUnit>,
  { values, root, late, known, at }: Laid,
): Promise<void> {
  const laid = new Map<string, { n: number; told: boolean }>();
  for (const row of await query(LAID, values))
    laid.set(String(row.unit), { n: Number(row.laid), told: row.told === true });
  if (late.length > 0)
    for (const row of await query(LATE_LAID, [root, late, at])) {
      const held = laid.get(String(row.unit));
      if (held) held.n -= 1;
    }
  for (const dossier of known) {
    const held = laid.get(dossier.unit);
    if (!held || dossier.receivedAt === null || dossier.settledAt === null || !isDecided(dossier)) continue;
    if (dossier.deliveredAt === null) held.n += 1;
    else held.told = true;
  }
  for (const [code, { n, told }] of laid) {
    const dossiers = own.has(code) ? unitIn(memory, code)?.dossiers : undefined;
    // Boards read their difference, and whether anything was ever handed out; how many were is in no board.
    if (dossiers)
      Object.assign(dossiers, told ? { settled: n + 1, collected: 1 } : { settled: n, collected: 0 });
  }
}
