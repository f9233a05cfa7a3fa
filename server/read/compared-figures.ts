import type { DossierMetric, VisitMetric } from '../../lib/domain/compared-metric.ts';
import { mergeDossierCells } from '../../lib/domain/dossier/dossier-cell.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import {
  cellColumnsOf,
  dossierColumnsOf,
  dossierFigure,
  type Figure,
  figureOf,
} from '../../lib/domain/figure.ts';
import { poolSums } from '../../lib/domain/measures.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { ReadContext } from './context.ts';
import { type DossierFilter, dossierSums } from './dossier-sums.ts';
import { approvedExclusions, takenAwayDossiers, takenAwayVisits } from './excluded.ts';
import { hiddenSums } from './hidden-ratings.ts';
import { periodSums } from './period-sums.ts';
import type { ScopedUnit } from './scope.ts';
import { waitersNow } from './waiters.ts';
import { thresholdsOf, withinFigure } from './within-figures.ts';

type DossierFigureQuestion = DossierFilter & { metric: DossierMetric; period: Period; rule: DueRule };
type VisitFigureQuestion = {
  metric: VisitMetric;
  period: Period;
  service: string | null;
  within: number | null;
  /** Which was asked for; the units are those below it. */
  area: string;
};

/** A figure of the whole period, and without what is left out by approval (V6); null: nothing is. */
export type FigurePair = { whole: Figure; without: Figure | null };

/** The figures of the units named, which must be among those that were read. */
type FigureOf = (units: ReadonlySet<string>) => FigurePair;

/** The figure of a metric of dossiers, for units pooled as the caller likes. */
export async function dossierFigures(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { metric, period, rule, procedure, handler }: DossierFigureQuestion,
): Promise<FigureOf> {
  const columns = dossierColumnsOf(metric, rule);
  const rows = await dossierSums(context, {
    units,
    period,
    grain: 'period',
    byHandler: false,
    columns,
    procedure,
    handler,
  });
  const excluded = await approvedExclusions(context, units, metric, period);
  const taken = await takenAwayDossiers(context, excluded, period, { columns, procedure, handler });
  return (codes) => {
    const own = rows.filter((row) => codes.has(row.key));
    const away = taken.filter((row) => codes.has(row.key));
    const figure = (some: typeof own): Figure =>
      dossierFigure(metric, mergeDossierCells(some.map((row) => row.cell)), rule);
    return { whole: figure(own), without: away.length === 0 ? null : figure([...own, ...away]) };
  };
}

/** The figure of a metric of queues or ratings, for units pooled as the caller likes; judged on `day`, read at `now`. */
export async function visitFigures(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { metric, period, service, within, area }: VisitFigureQuestion,
  day: string,
  now: number,
): Promise<FigureOf> {
  const thresholds = thresholdsOf(
    context.tree,
    units.map((unit) => unit.unit),
    day,
    within,
  );
  const byService = metric === 'within' && thresholds.perService;
  const rows = await periodSums(context, {
    units,
    period,
    service,
    grain: 'period',
    byService,
    columns: cellColumnsOf(metric),
  });
  rows.push(...(await hiddenSums(context, area, { service, period })));
  const waiters = metric === 'within' ? await waitersNow(context, units, period, now) : [];
  const excluded = await approvedExclusions(context, units, metric, period);
  const taken = await takenAwayVisits(context, excluded, {
    period,
    service,
    byService,
    columns: cellColumnsOf(metric),
  });
  return (codes) => {
    const own = rows.filter((row) => codes.has(row.key));
    const away = taken.filter((row) => codes.has(row.key));
    const waiting = waiters.filter(
      (waiter) => codes.has(waiter.key) && (service === null || waiter.issuedService === service),
    );
    const figure = (some: typeof own): Figure =>
      figureOf(metric, poolSums(some.map((row) => row.sum)), withinFigure(some, waiting, thresholds, now));
    return { whole: figure(own), without: away.length === 0 ? null : figure([...own, ...away]) };
  };
}
