import { type ComparedMetric, figureOf, needsHistograms, needsQueue } from '../../lib/domain/figure.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { poolSums } from '../../lib/domain/measures.ts';
import { type Bucket, bucketOf, type Period } from '../../lib/domain/period.ts';
import type { HistoryAnswer } from '../../lib/wire/reads.ts';
import { dayOfJudgement, targetFor } from './compare.ts';
import type { ReadContext } from './context.ts';
import { type Grain, periodSums } from './period-sums.ts';
import { scopeOf } from './scope.ts';
import { waitersNow } from './waiters.ts';
import { thresholdsOf, withinFigure } from './within-figures.ts';

export type HistoryQuestion = {
  metric: ComparedMetric;
  period: Period;
  bucket: Bucket;
  /** Every bucket of the period in order. */
  buckets: readonly string[];
  service: string | null;
  within: number | null;
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
  const thresholds = thresholdsOf(
    context.tree,
    units.map((unit) => unit.unit),
    day,
    question.within,
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
  return {
    metric,
    bucket,
    ...period,
    target: targetFor(context.tree, code, metric, day, service)?.value ?? null,
    series: question.buckets.map((name) => {
      const own = rowsIn.get(name) ?? [];
      const waiting = (waitersIn.get(name) ?? []).filter(
        (waiter) => service === null || waiter.issuedService === service,
      );
      return {
        bucket: name,
        ...figureOf(metric, poolSums(own.map((row) => row.sum)), withinFigure(own, waiting, thresholds, now)),
      };
    }),
  };
}
