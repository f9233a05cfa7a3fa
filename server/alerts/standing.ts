import { isStanding } from '../../lib/domain/alerts/alert.ts';
import type { StandingAlert, WatchEvent } from '../../lib/domain/alerts/watch.ts';
import type { Memory } from '../log/memory.ts';

/** The alerts that stand, area by area, as the watch sees them. */
export function standingAlerts({ alerts }: Pick<Memory, 'alerts'>): Map<string, StandingAlert[]> {
  const standing = new Map<string, StandingAlert[]>();
  for (const [area, entries] of alerts) {
    const own = [...entries].flatMap(([alert, entry]): StandingAlert[] => {
      const { raised } = entry.alert;
      if (!raised || !isStanding(entry.alert)) return [];
      return [{ kind: raised.kind, alert, since: raised.since, people: raised.people }];
    });
    if (own.length > 0) standing.set(area, own);
  }
  return standing;
}

/** The same after the watch's events, which are not in the log yet. */
export function standingAfter(
  standing: ReadonlyMap<string, readonly StandingAlert[]>,
  events: readonly WatchEvent[],
): Map<string, StandingAlert[]> {
  const after = new Map([...standing].map(([area, alerts]) => [area, [...alerts]]));
  for (const { unit, type, data } of events) {
    const own = (after.get(unit) ?? []).filter(({ alert }) => alert !== data.alert);
    if (type === 'alert.raised') {
      const { kind, alert, since, people } = data;
      own.push({ kind, alert, since, people });
    }
    after.set(unit, own);
  }
  return after;
}
