import type { LiveDossier } from '../../lib/domain/dossier/unit-dossiers.ts';
import { addDays, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { epochMs } from './load-entries.ts';
import { type Memory, unitIn } from './memory.ts';
import type { Query } from './query.ts';

const INSTANTS = ['submitted_at', 'received_at', 'open_until', 'settled_at', 'due_at', 'late_from'] as const;

/** Columns that `liveOfRow` reads, with the unit and code. */
export const LIVE_COLUMNS = `unit, dossier, ${INSTANTS.map((column) => epochMs(column)).join(', ')}, due_day::text AS due_day,
    awaiting_since IS NOT NULL AS awaiting, coalesce(result IN ('done', 'refused'), false) AS decided`;

const LIVE = `SELECT ${LIVE_COLUMNS} FROM dossier WHERE unit = ANY($1) AND`;

/** Fills the live part of units' dossiers from the tables, as the fold of the whole log would leave it at `at`. */
export async function restoreDossiers(
  query: Query,
  memory: Memory,
  codes: readonly string[],
  at: number,
): Promise<void> {
  const units = codes.flatMap((code) => unitIn(memory, code) ?? []);
  const eves = units.map(({ zone }) => addDays(localDay(zone, at), -1)).sort();
  const [first = ''] = eves;
  // Each by its own index.
  const parts: [string, unknown[]][] = [
    [`state = 'open'`, [codes]],
    [`state = 'submitted'`, [codes]],
    // It was open until the later of the two.
    [`settled_day >= $2::date - 1 AND state = 'settled'`, [codes, first]],
    [`received_day >= $2::date - 1 AND state = 'settled'`, [codes, first]],
  ];
  for (const [where, values] of parts)
    for (const row of await query(`${LIVE} ${where}`, values))
      unitIn(memory, String(row.unit))?.dossiers.live.set(String(row.dossier), liveOfRow(row));
  for (const unit of units) {
    const eve = addDays(localDay(unit.zone, at), -1);
    for (const [id, { openUntil }] of unit.dossiers.live)
      if (openUntil !== null && localDay(unit.zone, openUntil) < eve) unit.dossiers.live.delete(id);
  }
  await restoreSums(query, memory, codes, monthOf(first));
}

async function restoreSums(
  query: Query,
  memory: Memory,
  codes: readonly string[],
  fromMonth: string,
): Promise<void> {
  const tallies = `SELECT unit, kind, n::float8 AS n FROM dossier_tally
    WHERE unit = ANY($1) AND kind IN ('settled', 'collected')`;
  for (const { unit, kind, n } of await query(tallies, [codes])) {
    const held = unitIn(memory, String(unit))?.dossiers;
    if (held) Object.assign(held, { [String(kind)]: Number(n ?? 0) });
  }
  const months = `SELECT unit, day::text AS month, on_own AS on_time, judged
    FROM rollup_dossier_unit_month WHERE unit = ANY($1) AND day >= $2 AND judged IS NOT NULL`;
  for (const row of await query(months, [codes, fromMonth]))
    unitIn(memory, String(row.unit))?.dossiers.months.set(String(row.month), [
      Number(row.on_time ?? 0),
      Number(row.judged ?? 0),
    ]);
}

const instant = (value: unknown): number | null => (value === null ? null : Number(value));

/** A stored dossier as far as live boards need it. */
export function liveOfRow(row: Record<string, unknown>): LiveDossier {
  return {
    submittedAt: instant(row.submitted_at),
    receivedAt: instant(row.received_at),
    openUntil: instant(row.open_until),
    decidedAt: row.decided === true ? instant(row.settled_at) : null,
    dueAt: instant(row.due_at),
    dueDay: typeof row.due_day === 'string' ? row.due_day : null,
    lateFrom: instant(row.late_from),
    awaiting: row.awaiting === true,
  };
}
