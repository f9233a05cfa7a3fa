import { DOSSIER_COLUMNS, mergeDossierCells } from '../../lib/domain/dossier/dossier-cell.ts';
import { type DossierMeasures, dossierMeasures } from '../../lib/domain/dossier/dossier-measures.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import type { Period } from '../../lib/domain/period.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import { endOfDay } from '../../lib/domain/zoned-time.ts';
import type { ReadContext } from './context.ts';
import { type DossierFilter, dossierSums } from './dossier-sums.ts';
import { takeBackUnknown } from './dossiers-known.ts';
import { openDossiers } from './open-dossiers.ts';
import { scopeOf } from './scope.ts';

export type DossierQuestion = DossierFilter & {
  period: Period;
  rule: DueRule;
  knownAt: number | null;
};

/** F8–F14: the measures of an area's dossiers over local days, what is open read at `asOf` (epoch ms). */
export async function dossierKpis(
  context: ReadContext,
  code: string,
  question: DossierQuestion,
  asOf: number,
): Promise<DossierMeasures> {
  const { period, rule } = question;
  const units = scopeOf(context, code, asOf, () => code);
  const rows = await dossierSums(context, {
    ...question,
    units,
    grain: 'period',
    byHandler: false,
    columns: DOSSIER_COLUMNS,
  });
  const cell = mergeDossierCells(rows.map((row) => row.cell));
  const now = { ...(await openDossiers(context, units, asOf, rule, question)) };
  // F10: the last instant of the period, unless the moment of reading comes first.
  const endAt = Math.min(asOf, endOfDay(zoneOf(context.tree, code), period.to) - 1);
  const atEnd =
    endAt === asOf ? { ...now } : { ...(await openDossiers(context, units, endAt, rule, question)) };
  if (question.knownAt !== null)
    await takeBackUnknown(
      context,
      units,
      { ...question, knownAt: question.knownAt, asOf, endAt },
      { cell, now, atEnd },
    );
  return dossierMeasures(cell, now, atEnd, rule);
}
