import type { Period } from '../../lib/domain/period.ts';
import type { HandlersAnswer } from '../../lib/wire/dossier-reads.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

/**
 * F22: how often people came for the dossiers done or refused on local days, as far as tickets or receipts say so. Where
 * receipts contradict one another, the ticket of the one that holds (F2) counts, the first of the facts.
 */
export async function dossierVisits(
  { pool }: ReadContext,
  units: readonly ScopedUnit[],
  { from, to }: Period,
): Promise<HandlersAnswer['visits']> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT count(*) AS of, count(v.visits) AS n, sum(v.visits) AS visits FROM dossier d
     LEFT JOIN LATERAL (SELECT nullif(count(DISTINCT (v.unit, v.ticket)), 0) AS visits FROM dossier_visit v
       WHERE v.root = d.root AND v.dossier = d.dossier AND (NOT v.receipt OR 'second_receipt' <> ALL(d.faults)
         OR jsonb_path_query_first(d.facts, '$[*] ? (@.kind == "received")')
           @> jsonb_build_object('unit', v.unit, 'ticket', v.ticket))) v ON true
     WHERE d.unit = ANY($1) AND d.settled_day BETWEEN $2 AND $3 AND d.received_at IS NOT NULL
       AND d.result IN ('done', 'refused')`,
    [units.map(({ unit }) => unit), from, to],
  );
  const [row] = rows;
  const n = Number(row?.n ?? 0);
  return { n, of: Number(row?.of ?? 0), mean: n > 0 ? Number(row?.visits) / n : null };
}
