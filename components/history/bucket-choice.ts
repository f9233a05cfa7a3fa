import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { isDossierMetric } from '../../lib/domain/figure.ts';
import type { Bucket, Period } from '../../lib/domain/period.ts';

const DAY_MS = 86_400_000;
const daysOf = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** Buckets that make a readable picture of a period, finest first; the first is taken unless another is asked for. */
export function bucketsFor(period: Period, metric: ComparedMetric): Bucket[] {
  const days = daysOf(period);
  if (days <= 2) return isDossierMetric(metric) ? ['day'] : ['half_hour', 'hour', 'day'];
  if (days <= 45) return ['day', 'week'];
  if (days <= 200) return ['week', 'day', 'month'];
  if (days <= 800) return ['month', 'week', 'quarter'];
  return ['month', 'quarter', 'year'];
}

/** The bucket an address names, if it fits. */
export const bucketOf = (name: string | null, fitting: readonly Bucket[]): Bucket =>
  fitting.find((bucket) => bucket === name) ?? fitting[0] ?? 'day';
