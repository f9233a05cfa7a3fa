import type { Bucket } from '../../lib/domain/period.ts';

type Point = { bucket: string; value: number | null };

/** The buckets worth drawing with their places: of a day's hours those from the first to the last with anybody. */
export function seen<P extends Point>(bucket: Bucket, series: readonly P[]): { point: P; i: number }[] {
  const all = series.map((point, i) => ({ point, i }));
  if (bucket !== 'half_hour' && bucket !== 'hour') return all;
  const has = ({ value }: Point): boolean => value !== null && value > 0;
  const first = series.findIndex(has);
  return first < 0 ? [] : all.slice(first, series.findLastIndex(has) + 1);
}
