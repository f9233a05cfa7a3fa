import { busyHours } from '../../lib/domain/busy-hours.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { BusyAnswer } from '../../lib/wire/reads.ts';
import type { ReadContext } from './context.ts';
import { flow } from './flow.ts';

/** V4: mean arrivals by weekday and hour over the days of a period; `buckets` are its hours. */
export async function busy(
  context: ReadContext,
  code: string,
  period: Period,
  buckets: readonly string[],
): Promise<BusyAnswer> {
  const { series } = await flow(context, code, { period, bucket: 'hour', buckets, service: null });
  return { ...period, ...busyHours(series.map(({ bucket, arrived }) => ({ bucket, value: arrived }))) };
}
