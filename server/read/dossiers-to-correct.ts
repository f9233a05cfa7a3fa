import { unitsBelow } from '../../lib/domain/tree.ts';
import type { ToCorrectAnswer } from '../../lib/wire/dossier-reads.ts';
import type { ReadContext } from './context.ts';
import { isFault, isUnknownProcedure } from './dossier-lines.ts';

/** F16: how many dossiers of an area somebody must correct, by reason; a missing definition is one thing to correct. */
export async function dossiersToCorrect({ pool, tree }: ReadContext, code: string): Promise<ToCorrectAnswer> {
  const { rows } = await pool.query<{ unit: string; kind: string; about: string; n: number }>(
    `SELECT unit, kind, about, n FROM dossier_tally
     WHERE unit = ANY($1) AND kind IN ('fault', 'received') AND n > 0 ORDER BY about`,
    [unitsBelow(tree, code)],
  );
  const byReason: ToCorrectAnswer['byReason'] = {};
  const unknown = new Map<string, number>();
  for (const { unit, kind, about, n } of rows) {
    if (kind === 'fault' && isFault(about)) byReason[about] = (byReason[about] ?? 0) + n;
    if (kind === 'received' && isUnknownProcedure(tree, unit, about))
      unknown.set(about, (unknown.get(about) ?? 0) + n);
  }
  return {
    byReason,
    unknownProcedures: [...unknown].map(([procedure, dossiers]) => ({ procedure, dossiers })),
  };
}
