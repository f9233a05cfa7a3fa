import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { Bucket, Period } from '../../lib/domain/period.ts';

/** The question to `GET …/history`. */
export function historyPath(
  area: string,
  metric: ComparedMetric,
  bucket: Bucket,
  { from, to }: Period,
): string {
  return `/areas/${encodeURIComponent(area)}/history?${new URLSearchParams({ metric, bucket, from, to })}`;
}

/** The question to `GET …/flow`: who came and who was served. */
export const flowPath = (area: string, bucket: Bucket, { from, to }: Period): string =>
  `/areas/${encodeURIComponent(area)}/flow?${new URLSearchParams({ bucket, from, to })}`;
