import { ALERT_KINDS, type AlertKind } from './kind.ts';
import { type AlertRules, isQuiet } from './rule.ts';
import type { Cause } from './verdict.ts';
import type { StandingAlerts, Watched } from './watch-unit.ts';

/** AA8, as A10: more than this share of the units, and at least so many of them. */
const GROUP_SHARE = 0.2;
const GROUP_UNITS = 3;
/** Over again at half of it, for so long. */
const HOLD_MS = 5 * 60_000;

/** Of one kind: how many units of an area have a standing alert of it, how many people that touches, and since when. */
export type Members = { units: number; people: number; since: number };

/** AA8: the cause of an alert that stands for those of many units. */
export type GroupCause = Cause & { units: [number, number] };

/**
 * AA8: what the standing alerts of its units do to the alerts of an area above them. While one of them stands it speaks
 * for all of its kind below: one sentence in the place of many.
 */
export function watchGroup(
  standing: StandingAlerts,
  members: ReadonlyMap<AlertKind, Members>,
  units: number,
  rules: AlertRules,
  zone: string,
  at: number,
): Watched<GroupCause> {
  const watched: Watched<GroupCause> = { raise: [], clear: [], calmSince: new Map() };
  for (const kind of ALERT_KINDS) {
    const { units: n, people, since } = members.get(kind) ?? { units: 0, people: 0, since: at };
    const held = standing.get(kind);
    if (!held) {
      const many = n >= GROUP_UNITS && n > units * GROUP_SHARE;
      if (!many || isQuiet(rules[kind], zone, at)) continue;
      const cause: GroupCause = { kind, since, value: n, of: units, people, units: [n, units] };
      watched.raise.push({ cause, escalateMinutes: rules[kind].escalateMinutes });
    } else if (n > 1 && n > (units * GROUP_SHARE) / 2) {
      watched.calmSince.set(kind, null);
    } else {
      const from = Math.min(held.calmSince ?? at, at);
      if (at - from >= HOLD_MS) watched.clear.push({ kind, alert: held.alert, cause: 'over' });
      else watched.calmSince.set(kind, from);
    }
  }
  return watched;
}
