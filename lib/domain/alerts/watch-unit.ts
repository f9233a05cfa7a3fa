import { ALERT_KINDS, type AlertKind } from './kind.ts';
import type { AlertReading } from './reading.ts';
import { type AlertRules, isQuiet } from './rule.ts';
import { type Cause, verdictOf } from './verdict.ts';

/** An alert that was raised and not cleared. `calmSince` is null while its cause is there, or as good as. */
export type Standing = { alert: string; calmSince: number | null };
export type StandingAlerts = ReadonlyMap<AlertKind, Standing>;

/** What is to be written, and since when each alert that goes on standing has been calm. */
export type Watched<C extends Cause = Cause> = {
  raise: { cause: C; escalateMinutes: number }[];
  clear: { kind: AlertKind; alert: string; cause: 'over' | 'switched_off' }[];
  calmSince: Map<AlertKind, number | null>;
};

/**
 * AA2–AA5: what a unit's reading at an instant does to its alerts. It depends on nothing but that unit's own part, so
 * units may be watched in any batches and come to the same.
 */
export function watchUnit(
  standing: StandingAlerts,
  reading: AlertReading,
  rules: AlertRules,
  zone: string,
  at: number,
): Watched {
  const watched: Watched = { raise: [], clear: [], calmSince: new Map() };
  for (const kind of ALERT_KINDS) {
    const rule = rules[kind];
    const held = standing.get(kind);
    if (!rule.on) {
      if (held) watched.clear.push({ kind, alert: held.alert, cause: 'switched_off' });
      continue;
    }
    const verdict = verdictOf(kind, { reading, rule, at });
    if (!held) {
      if (verdict.state === 'over' && !isQuiet(rule, zone, at))
        watched.raise.push({ cause: verdict.cause, escalateMinutes: rule.escalateMinutes });
    } else if (verdict.state !== 'calm') {
      watched.calmSince.set(kind, null);
    } else {
      // A clock that was set back must not make it calm from a time to come.
      const since = Math.min(held.calmSince ?? at, at);
      if (at - since >= rule.holdMs) watched.clear.push({ kind, alert: held.alert, cause: 'over' });
      else watched.calmSince.set(kind, since);
    }
  }
  return watched;
}
