import {
  type AreaDefinition,
  lineOf,
  type ServiceDefinition,
  type SessionDefinition,
  type TargetDefinition,
  type Tree,
} from './tree.ts';
import { endOfDay, instantOf, startOfDay, weekdayOf } from './zoned-time.ts';

/** Where nothing is set (4-measures). */
const DEFAULT_TARGETS = { satisfied: 0.98, onTime: 0.99, within: 0.9 } as const;
const DEFAULT_WITHIN_SECONDS = 900;
const DEFAULT_MAX_SERVICE_MINUTES = 60;
const DEFAULT_FROM = '2000-01-01';

export type Metric = keyof typeof DEFAULT_TARGETS;
export type TargetInForce = { value: number; seconds: number; source: string; from: string };

/** The last that is in force on the day. */
export function inForce<T>(
  items: readonly T[] | undefined,
  from: (item: T) => string,
  day: string,
  fits: (item: T) => boolean,
): T | undefined {
  let best: T | undefined;
  for (const item of items ?? []) {
    if (fits(item) && from(item) <= day && (best === undefined || from(item) > from(best))) best = item;
  }
  return best;
}

/** G1: the nearest ancestor's target in force on the day; one for the service before one for all services. */
export function targetOf(
  tree: Tree,
  code: string,
  metric: Metric,
  day: string,
  service?: string,
): TargetInForce {
  const lookup = (wanted: string | undefined): TargetDefinition | undefined => {
    for (const area of lineOf(tree, code)) {
      const found = inForce(
        tree.targets.get(area.code),
        (item) => item.effectiveFrom,
        day,
        (item) => item.metric === metric && item.service === wanted,
      );
      if (found) return found;
    }
    return undefined;
  };
  const found = (service === undefined ? undefined : lookup(service)) ?? lookup(undefined);
  return {
    value: found?.value ?? DEFAULT_TARGETS[metric],
    seconds: found?.seconds ?? DEFAULT_WITHIN_SECONDS,
    source: found?.source ?? 'default',
    from: found?.effectiveFrom ?? DEFAULT_FROM,
  };
}

/** Of each key what is in force on the day in the nearest of the areas, which come nearest first. */
export function nearestInForce<T>(
  line: readonly AreaDefinition[],
  items: ReadonlyMap<string, readonly T[]>,
  day: string,
  from: (item: T) => string,
  keyOf: (item: T) => string,
): Map<string, T> {
  const held = new Map<string, T>();
  for (const area of line) {
    const own = new Map<string, T>();
    for (const item of items.get(area.code) ?? []) {
      const best = own.get(keyOf(item));
      if (from(item) <= day && (best === undefined || from(item) > from(best))) own.set(keyOf(item), item);
    }
    for (const [key, item] of own) if (!held.has(key)) held.set(key, item);
  }
  return held;
}

/** Service definitions seen from an area on a day, nearest ancestor first, by service code. */
export const servicesOf = (tree: Tree, code: string, day: string): Map<string, ServiceDefinition> =>
  nearestInForce(
    lineOf(tree, code),
    tree.services,
    day,
    (item) => item.effectiveFrom,
    (item) => item.service,
  );

/** Longest believable serving time of a service, minutes. */
export function maxServiceMinutesOf(tree: Tree, code: string, service: string, day: string): number {
  for (const area of lineOf(tree, code)) {
    const own = tree.services.get(area.code);
    const found = inForce(
      own,
      (item) => item.effectiveFrom,
      day,
      (item) => item.service === service && item.maxServiceMinutes !== undefined,
    );
    if (found?.maxServiceMinutes) return found.maxServiceMinutes;
  }
  return DEFAULT_MAX_SERVICE_MINUTES;
}

/** What the nearest area of the line has set for that very day. */
export const datedSetOf = (tree: Tree, code: string, day: string): SessionDefinition | undefined =>
  lineOf(tree, code)
    .map((area) => tree.sessions.get(area.code)?.find((set) => set.scope === 'day' && set.fromDay === day))
    .find(Boolean);

/** The nearest weekly plan of the line that is in force on a day. */
export const weeklySetOf = (tree: Tree, code: string, day: string): SessionDefinition | undefined =>
  lineOf(tree, code)
    .map((area) =>
      inForce(
        tree.sessions.get(area.code),
        (set) => set.fromDay,
        day,
        (set) => set.scope === 'week',
      ),
    )
    .find(Boolean);

export type Span = { fromAt: number; toAt: number };

/**
 * G2: opening spans of a unit on a local day as instants, in order; null when no sessions are known. A dated day of
 * the nearest ancestor goes before every weekly plan, so that a city's closing holds for units with a plan of their own.
 * Of a `sector` only the spans that serve it (C6).
 */
export function sessionsOf(
  tree: Tree,
  code: string,
  zone: string,
  day: string,
  sector?: string,
): Span[] | null {
  const set = datedSetOf(tree, code, day) ?? weeklySetOf(tree, code, day);
  return set ? spansOf(set, zone, day, sector) : null;
}

/** The spans of a set of sessions on a local day as instants, in order; of a `sector` only those that serve it (C6). */
export function spansOf(set: SessionDefinition, zone: string, day: string, sector?: string): Span[] {
  const weekday = weekdayOf(day);
  return set.spans
    .filter((span) => set.scope === 'day' || span.weekday === weekday)
    .filter(({ sectors = [] }) => sector === undefined || sectors.length === 0 || sectors.includes(sector))
    .map((span) => ({
      fromAt: span.from === '00:00' ? startOfDay(zone, day) : instantOf(zone, day, span.from),
      toAt: span.to === '24:00' ? endOfDay(zone, day) : instantOf(zone, day, span.to),
    }))
    .sort((a, b) => a.fromAt - b.fromAt);
}
