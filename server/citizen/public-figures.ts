import { lastFullMonth, type PublicFigure, publicFigure } from '../../lib/domain/public-figure.ts';
import type { PublicMeasure } from '../../lib/domain/public-measures.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import { dayOfJudgement, targetFor } from '../read/compare.ts';
import { dossierFigures, visitFigures } from '../read/compared-figures.ts';
import type { ReadContext } from '../read/context.ts';
import { scopeOf } from '../read/scope.ts';

/** PC5: measures of a unit over the last full month, as everybody may read them. One that it does not have is absent. */
export async function publicFigures(
  context: ReadContext,
  code: string,
  measures: readonly PublicMeasure[],
  today: string,
): Promise<PublicFigure[]> {
  const period = lastFullMonth(today);
  const now = context.now();
  const day = dayOfJudgement(context.tree, code, period, now);
  const told: PublicFigure[] = [];
  for (const measure of measures) {
    const units = scopeOf(context, code, now).filter(({ queue }) => queue || measure !== 'within');
    const target = targetFor(context.tree, code, measure, day, null);
    if (units.length === 0 || target === null) continue;
    const figureOf =
      measure === 'onTimeOfSettled'
        ? await dossierFigures(context, units, {
            metric: measure,
            period,
            rule: 'own',
            procedure: null,
            handler: null,
          })
        : await visitFigures(
            context,
            units,
            { metric: measure, period, service: null, within: null, area: code },
            day,
            now,
          );
    told.push(publicFigure(measure, figureOf(new Set(units.map(({ unit }) => unit))).whole, target));
  }
  return told;
}

/** The first day of which anything of a unit was told; null: none, or it is no unit. */
export async function firstDayOf({ pool, tree }: ReadContext, code: string): Promise<string | null> {
  const area = tree.areas.get(code);
  if (!area || !isUnit(area)) return null;
  const { rows } = await pool.query<{ day: string | null }>(
    `SELECT least((SELECT min(day) FROM rollup_day WHERE unit = $1),
       (SELECT min(day) FROM rollup_dossier_day WHERE unit = $1))::text AS day`,
    [code],
  );
  return rows[0]?.day ?? null;
}
