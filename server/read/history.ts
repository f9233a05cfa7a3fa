import type { ComparedMetric, DossierMetric, VisitMetric } from '../../lib/domain/compared-metric.ts';
import { mergeDossierCells } from '../../lib/domain/dossier/dossier-cell.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import {
  cellColumnsOf,
  dossierColumnsOf,
  dossierFigure,
  type Figure,
  figureOf,
  isDossierMetric,
  needsQueue,
} from '../../lib/domain/figure.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { poolSums } from '../../lib/domain/measures.ts';
import { type Bucket, bucketOf, type Period } from '../../lib/domain/period.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import type { LocalMoment } from '../../lib/domain/zoned-time.ts';
import type { HistoryAnswer } from '../../lib/wire/reads.ts';
import { dayOfJudgement, targetFor } from './compare.ts';
import type { FigurePair } from './compared-figures.ts';
import type { ReadContext } from './context.ts';
import { type DossierFilter, dossierSums } from './dossier-sums.ts';
import { approvedExclusions, takenAwayDossiers, takenAwayVisits } from './excluded.ts';
import { hiddenSums } from './hidden-ratings.ts';
import { notes } from './notes.ts';
import { type Grain, periodSums } from './period-sums.ts';
import { pooledDossierDays, pooledSeries } from './pooled-sums.ts';
import { type ScopedUnit, scopeOf } from './scope.ts';
import { waitersNow } from './waiters.ts';
import { thresholdsOf, withinFigure } from './within-figures.ts';

export type HistoryQuestion = DossierFilter & {
  metric: ComparedMetric;
  period: Period;
  bucket: Bucket;
  /** Every bucket of the period in order. */
  buckets: readonly string[];
  service: string | null;
  within: number | null;
  rule: DueRule;
};

/** The rows that a bucket is made of. */
export const GRAIN: Record<Bucket, Grain> = {
  half_hour: 'half_hour',
  hour: 'half_hour',
  day: 'day',
  week: 'day',
  month: 'month',
  quarter: 'month',
  year: 'month',
};

/** A metric of an area through time, one figure per bucket; a bucket without cases has none. */
export async function history(
  context: ReadContext,
  code: string,
  question: HistoryQuestion,
): Promise<HistoryAnswer> {
  const { metric, period, bucket, service } = question;
  const now = context.now();
  const day = dayOfJudgement(context.tree, code, period, now);
  const units = scopeOf(context, code, now).filter((unit) => unit.queue || !needsQueue(metric));
  const figure = isDossierMetric(metric)
    ? await dossierSeries(context, code, units, { ...question, metric })
    : await visitSeries(context, code, units, { ...question, metric }, day, now);
  const total = figure(null);
  return {
    metric,
    bucket,
    ...period,
    target: targetFor(context.tree, code, metric, day, service)?.value ?? null,
    series: question.buckets.map((name) => {
      const { whole, without } = figure(name);
      return { bucket: name, ...whole, without };
    }),
    total: total.whole,
    totalWithout: total.without,
    notes: await notes(
      context,
      units.map((unit) => unit.unit),
      period,
      zoneOf(context.tree, code),
    ),
  };
}

/** The figures of a bucket by its name, or of all buckets. */
type FigureOf = (bucket: string | null) => FigurePair;

/** Rows by their bucket, and all of them. */
function byBucket<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): (bucket: string | null) => readonly Row[] {
  const rowsIn = grouped(rows, nameOf);
  return (bucket) => (bucket === null ? rows : (rowsIn.get(bucket) ?? []));
}

async function dossierSeries(
  context: ReadContext,
  code: string,
  units: readonly ScopedUnit[],
  { metric, period, bucket, rule, procedure, handler }: HistoryQuestion & { metric: DossierMetric },
): Promise<FigureOf> {
  const columns = dossierColumnsOf(metric, rule);
  const whole = procedure === null && handler === null && units.length > 1;
  const rows = whole
    ? (await pooledDossierDays(context, units, period, columns)).map(({ day, sum }) => ({ day, cell: sum }))
    : await dossierSums(context, {
        units: units.map((unit) => ({ ...unit, key: code })),
        period,
        grain: GRAIN[bucket] === 'month' ? 'month' : 'day',
        byHandler: false,
        columns,
        procedure,
        handler,
      });
  const excluded = await approvedExclusions(context, units, metric, period);
  const taken = await takenAwayDossiers(context, excluded, period, { columns, procedure, handler });
  const nameOf = (row: { day: string }): string => bucketOf(bucket, row.day, 0);
  const rowsIn = byBucket(rows, nameOf);
  const takenIn = byBucket(taken, nameOf);
  return (name) => {
    const own = rowsIn(name);
    const away = takenIn(name);
    const figure = (some: typeof own): Figure =>
      dossierFigure(metric, mergeDossierCells(some.map((row) => row.cell)), rule);
    return { whole: figure(own), without: away.length === 0 ? null : figure([...own, ...away]) };
  };
}

async function visitSeries(
  context: ReadContext,
  code: string,
  units: readonly ScopedUnit[],
  { metric, period, bucket, service, within }: HistoryQuestion & { metric: VisitMetric },
  day: string,
  now: number,
): Promise<FigureOf> {
  const thresholds = thresholdsOf(
    context.tree,
    units.map((unit) => unit.unit),
    day,
    within,
  );
  const apart = metric === 'within' && thresholds.perService;
  // Pooled in the database unless units or services are judged apart.
  const pooled = apart ? units : units.map((unit) => ({ ...unit, key: code }));
  const columns = cellColumnsOf(metric);
  const grain = GRAIN[bucket];
  const rows = apart
    ? await periodSums(context, { units: pooled, period, service, grain, byService: true, columns })
    : await pooledSeries(context, pooled, { period, service, grain, columns });
  const waiters = metric === 'within' ? await waitersNow(context, pooled, period, now) : [];
  const excluded = await approvedExclusions(context, pooled, metric, period);
  const taken = await takenAwayVisits(context, excluded, {
    period,
    service,
    byService: apart,
    columns,
  });
  const nameOf = (row: LocalMoment): string => bucketOf(bucket, row.day, row.halfHour);
  // B6: else a service would tell when a low rating was given just now.
  const hidden = await hiddenSums(context, code, { service, period });
  const rowsIn = byBucket([...rows, ...hidden], nameOf);
  const takenIn = byBucket(taken, nameOf);
  const waitersIn = byBucket(waiters, nameOf);
  return (name) => {
    const own = rowsIn(name);
    const away = takenIn(name);
    const waiting = waitersIn(name).filter((waiter) => service === null || waiter.issuedService === service);
    const figure = (some: typeof own): Figure =>
      figureOf(metric, poolSums(some.map((row) => row.sum)), withinFigure(some, waiting, thresholds, now));
    return { whole: figure(own), without: away.length === 0 ? null : figure([...own, ...away]) };
  };
}
