import type { Bucket } from '../../lib/domain/period.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';

const MINUTES: Partial<Record<Bucket, number>> = { half_hour: 30, hour: 60 };

/** When the halls are fullest, so that a day opens where there is something to see. */
const MORNING_PEAK = '10:00';

/**
 * The instant at which a bucket of a history is looked at: of a day its morning, of a shorter one its end, when all of it
 * has happened. Null: weeks and longer are no moment.
 */
export function momentOf(bucket: Bucket, name: string, zone: string): number | null {
  if (bucket === 'day') return instantOf(zone, name, MORNING_PEAK);
  const minutes = MINUTES[bucket];
  const [day = '', clock = ''] = name.split('T');
  return minutes === undefined ? null : instantOf(zone, day, clock) + minutes * 60_000;
}
