import { unitsBelow } from '../../lib/domain/tree.ts';
import type { ToCorrectAnswer } from '../../lib/wire/dossier-reads.ts';
import type { ReadContext } from './context.ts';
import { isFault, isUnknownProcedure } from './dossier-lines.ts';

/** F16: how many dossiers of an area somebody must correct, by reason; a missing definition is one thing to correct. */
export async function dossiersToCorrect({ pool, tree }: ReadContext, code: string): Promise<ToCorrectAnswer> {
  const units = unitsBelow(tree, code);
  const faults = await pool.query<{ fault: string; n: number }>(
    `SELECT fault, count(*)::float8 AS n FROM dossier d, unnest(d.faults) AS fault
     WHERE d.unit = ANY($1) AND d.faults <> '{}' GROUP BY fault`,
    [units],
  );
  // Sums by month: what a procedure counts does not depend on how many dossiers it has.
  const procedures = await pool.query<{ unit: string; procedure: string; n: number }>(
    `SELECT unit, procedure, sum(received)::float8 AS n FROM rollup_dossier_month
     WHERE unit = ANY($1) AND received IS NOT NULL GROUP BY unit, procedure ORDER BY procedure`,
    [units],
  );
  const byReason: ToCorrectAnswer['byReason'] = {};
  for (const { fault, n } of faults.rows) if (isFault(fault)) byReason[fault] = n;
  const unknown = new Map<string, number>();
  for (const { unit, procedure, n } of procedures.rows)
    if (isUnknownProcedure(tree, unit, procedure)) unknown.set(procedure, (unknown.get(procedure) ?? 0) + n);
  return {
    byReason,
    unknownProcedures: [...unknown].map(([procedure, dossiers]) => ({ procedure, dossiers })),
  };
}
