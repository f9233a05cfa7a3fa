import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { CompareLevel } from '../../lib/wire/reads.ts';

/** The question to `GET …/compare`. */
export function comparePath(
  area: string,
  { metric, level, from, to }: { metric: ComparedMetric; level: CompareLevel } & Period,
): string {
  return `/areas/${encodeURIComponent(area)}/compare?${new URLSearchParams({ metric, level, from, to })}`;
}
