import type { DomainEvent, WatchType } from '../events/registry.ts';
import { heldOrMade } from '../held-or-made.ts';
import { isUnit, lineOf, type Tree, unitsBelow, zoneOf } from '../tree.ts';
import { localDay } from '../zoned-time.ts';
import { type GroupCause, type Members, watchGroup } from './group.ts';
import type { AlertKind } from './kind.ts';
import type { AlertReading } from './reading.ts';
import { alertRulesOf } from './rule.ts';
import { type Standing, type StandingAlerts, type Watched, watchUnit } from './watch-unit.ts';

/** No key may use it. */
export const WATCH_SOURCE = '/server/alerts';

export type WatchEvent = DomainEvent<WatchType>;

/** An alert that stands, as the watch sees it. */
export type StandingAlert = { kind: AlertKind; alert: string; since: number; people: number };

export type WatchParts = {
  tree: Tree;
  /** Areas that have standing alerts, with these. */
  standing: ReadonlyMap<string, readonly StandingAlert[]>;
  /** Null: the unit cannot be read, so nothing changes for it. */
  readingOf(unit: string): AlertReading | null;
  /** Since when an alert has been calm, by area and code: what the watch remembers from one instant to the next. */
  calm: Map<string, number>;
  at: number;
};

const calmKey = (area: string, alert: string): string => `${area}\n${alert}`;

function standingIn({ standing, calm }: WatchParts, area: string): Map<AlertKind, Standing> {
  const held = new Map<AlertKind, Standing>();
  for (const { kind, alert } of standing.get(area) ?? [])
    held.set(kind, { alert, calmSince: calm.get(calmKey(area, alert)) ?? null });
  return held;
}

/** AA2: one name for one raising of one cause, so that telling it twice changes nothing. */
const eventOf = (
  unit: string,
  alert: string,
  at: number,
  said: Pick<WatchEvent, 'type' | 'data'>,
): WatchEvent =>
  // Type and data were paired by whoever calls.
  ({ ...said, source: WATCH_SOURCE, id: `${unit}/${alert}/${said.type}`, unit, at }) as WatchEvent;

/** Turns what was seen in an area into events and notes since when its alerts are calm. */
function told(
  { calm, at }: WatchParts,
  area: string,
  standing: StandingAlerts,
  { raise, clear, calmSince }: Watched | Watched<GroupCause>,
): WatchEvent[] {
  for (const [kind, since] of calmSince) {
    const alert = standing.get(kind)?.alert ?? '';
    if (since === null) calm.delete(calmKey(area, alert));
    else calm.set(calmKey(area, alert), since);
  }
  const cleared = clear.map(({ alert, cause }) => {
    calm.delete(calmKey(area, alert));
    return eventOf(area, alert, at, { type: 'alert.cleared', data: { alert, cause } });
  });
  const raised = raise.map(({ cause, escalateMinutes }) => {
    const alert = `${cause.kind}-${at.toString(36)}`;
    return eventOf(area, alert, at, { type: 'alert.raised', data: { alert, ...cause, escalateMinutes } });
  });
  return [...cleared, ...raised];
}

/**
 * AA2–AA6: what the readings of some units at one instant raise and clear. The same whatever other units are looked at
 * together with them.
 */
export const watchUnits = (parts: WatchParts, units: Iterable<string>): WatchEvent[] =>
  [...units].flatMap((unit) => {
    const { tree, at } = parts;
    const reading = parts.readingOf(unit);
    if (!reading || !tree.areas.has(unit)) return [];
    const zone = zoneOf(tree, unit);
    const held = standingIn(parts, unit);
    const rules = alertRulesOf(tree, unit, localDay(zone, at));
    return told(parts, unit, held, watchUnit(held, reading, rules, zone, at));
  });

/** AA8: what the standing alerts of units raise and clear in the areas above them; asked when the units are through. */
export function watchGroups(parts: WatchParts): WatchEvent[] {
  const { tree, standing, at } = parts;
  const members = new Map<string, Map<AlertKind, Members>>();
  for (const [code, alerts] of standing) {
    const area = tree.areas.get(code);
    if (!area || !isUnit(area)) continue;
    for (const { code: above } of lineOf(tree, code).slice(1))
      for (const { kind, since, people } of alerts) {
        const ofArea = heldOrMade(members, above, () => new Map<AlertKind, Members>());
        const sum = heldOrMade(ofArea, kind, () => ({ units: 0, people: 0, since }));
        sum.units += 1;
        sum.people += people;
        sum.since = Math.min(sum.since, since);
      }
  }
  const above = [...tree.areas.values()].filter((area) => !isUnit(area)).map(({ code }) => code);
  return above.flatMap((code) => {
    const held = standingIn(parts, code);
    const counted = members.get(code);
    if (held.size === 0 && counted === undefined) return [];
    const zone = zoneOf(tree, code);
    const rules = alertRulesOf(tree, code, localDay(zone, at));
    const units = unitsBelow(tree, code).length;
    return told(parts, code, held, watchGroup(held, counted ?? new Map(), units, rules, zone, at));
  });
}
