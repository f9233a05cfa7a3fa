import { mergeDossierCells } from '../../lib/domain/dossier/dossier-cell.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import {
  type ComparedMetric,
  type DossierMetric,
  dossierFigure,
  type Figure,
  figureOf,
  isDossierMetric,
  needsHistograms,
  needsQueue,
  type VisitMetric,
} from '../../lib/domain/figure.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { poolSums } from '../../lib/domain/measures.ts';
import { type Bucket, bucketOf, type Period } from '../../lib/domain/period.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import type { HistoryAnswer } from '../../lib/wire/reads.ts';
import { dayOfJudgement, targetFor } from './compare.ts';
import type { ReadContext } from './context.ts';
import { type DossierFilter, dossierSums } from './dossier-sums.ts';
import { notes } from './notes.ts';
import { type Grain, periodSums } from './period-sums.ts';
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

const GRAIN: Record<Bucket, Grain> = {
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
  return {
    metric,
    bucket,
    ...period,
    target: targetFor(context.tree, code, metric, day, service)?.value ?? null,
    series: question.buckets.map((name) => ({ bucket: name, ...figure(name) })),
    notes: await notes(
      context,
      units.map((unit) => unit.unit),
      period,
      zoneOf(context.tree, code),
    ),
  };
}

/** The figure of a bucket by its name. */
type FigureOf = (bucket: string) => Figure;

async function dossierSeries(
  context: ReadContext,
  code: string,
  units: readonly ScopedUnit[],
  { metric, period, bucket, rule, procedure, handler }: HistoryQuestion & { metric: DossierMetric },
): Promise<FigureOf> {
  const rows = await dossierSums(context, {
    units: units.map((unit) => ({ ...unit, key: code })),
    period,
    grain: GRAIN[bucket] === 'month' ? 'month' : 'day',
    byHandler: false,
    procedure,
    handler,
  });
  const rowsIn = grouped(rows, (row) => bucketOf(bucket, row.day, 0));
  return (name) =>
    dossierFigure(metric, mergeDossierCells((rowsIn.get(name) ?? []).map((row) => row.cell)), rule);
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
  const rows = await periodSums(context, {
    units: pooled,
    period,
    service,
    grain: GRAIN[bucket],
    byService: apart,
    histograms: needsHistograms(metric),
  });
  const waiters = metric === 'within' ? await waitersNow(context, pooled, period, now) : [];
  const rowsIn = grouped(rows, (row) => bucketOf(bucket, row.day, row.halfHour));
  const waitersIn = grouped(waiters, (waiter) => bucketOf(bucket, waiter.day, waiter.halfHour));
  return (name) => {
    const own = rowsIn.get(name) ?? [];
    const waiting = (waitersIn.get(name) ?? []).filter(
      (waiter) => service === null || waiter.issuedService === service,
    );
    return figureOf(metric, poolSums(own.map((row) => row.sum)), withinFigure(own, waiting, thresholds, now));
  };
}
