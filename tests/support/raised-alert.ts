import { WATCH_SOURCE, type WatchEvent } from '../../lib/domain/alerts/watch.ts';
import type { DataOf } from '../../lib/domain/events/registry.ts';
import type { Door } from '../../server/log/submission.ts';

/** An alert as the watch raises it, of a long wait that began 47 minutes before. */
export function raisedAlert(
  unit: string,
  alert: string,
  at: number,
  more: Partial<DataOf<'alert.raised'>> = {},
): WatchEvent {
  const data = {
    alert,
    kind: 'longWait',
    since: at - 47 * 60_000,
    value: 2820,
    limit: 1800,
    people: 14,
    escalateMinutes: 20,
    ...more,
  } as const;
  return {
    type: 'alert.raised',
    source: WATCH_SOURCE,
    id: `${unit}/${alert}/alert.raised`,
    unit,
    at,
    data,
  };
}

/** Tells what the watch saw. */
export async function tellWatch(door: Pick<Door, 'submit'>, ...events: WatchEvent[]): Promise<void> {
  for (const outcome of await door.submit(events, { kind: 'server' }))
    if (outcome.status === 'rejected') throw new Error(JSON.stringify(outcome.error));
}
