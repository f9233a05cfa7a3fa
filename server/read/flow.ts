import { type Bucket, bucketOf, type Period } from '../../lib/domain/period.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import type { FlowAnswer } from '../../lib/wire/reads.ts';
import type { ReadContext } from './context.ts';
import { GRAIN } from './history.ts';
import { pooledSeries } from './pooled-sums.ts';
import { scopeOf } from './scope.ts';

type FlowQuestion = {
  period: Period;
  bucket: Bucket;
  /** Every bucket of the period in order. */
  buckets: readonly string[];
  service: string | null;
};

const UNKNOWN = { arrived: null, finished: null };
const NOBODY = { arrived: 0, finished: 0 };

/**
 * Q1: who came and who was served by then, bucket by bucket; of a bucket that has not begun, and
 * where there is no queue, nothing is known.
 */
export async function flow(
  context: ReadContext,
  code: string,
  { period, bucket, buckets, service }: FlowQuestion,
): Promise<FlowAnswer> {
  const now = context.now();
  const units = scopeOf(context, code, now, () => code).filter((unit) => unit.queue);
  const rows = await pooledSeries(context, units, {
    period,
    service,
    grain: GRAIN[bucket],
    columns: ['issued', 'finishedThen'],
  });
  const sums = new Map<string, { arrived: number; finished: number }>();
  for (const { day, halfHour, sum } of rows) {
    const name = bucketOf(bucket, day, halfHour);
    const { arrived, finished } = sums.get(name) ?? { arrived: 0, finished: 0 };
    sums.set(name, { arrived: arrived + sum.cell.issued, finished: finished + sum.cell.finishedThen });
  }
  const moment = localMoment(context.tree.areas.get(code)?.timezone ?? 'UTC', now);
  const last = bucketOf(bucket, moment.day, moment.halfHour);
  return {
    bucket,
    ...period,
    series: buckets.map((name) => ({
      bucket: name,
      ...(sums.get(name) ?? (units.length === 0 || name > last ? UNKNOWN : NOBODY)),
    })),
  };
}
