import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { signalOf } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { type Span, sessionsOf } from '../../lib/domain/settings.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import { type SimulatedDay, simulateDay, simulateRatings } from '../../lib/domain/simulation/simulate-day.ts';
import { type Tree, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import { endOfDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { codeOf } from './demo-city.ts';
import { planDossiers } from './dossier-plan.ts';
import { runOf } from './run-of.ts';
import { profileOf } from './unit-profiles.ts';

/** An event and the instant at which its source tells it, which is later than it happened where a line was down. */
export type PlannedEvent = { tellAt: number; event: SourceEvent };

/** The ward whose machine falls silent in the course of every session and tells what it kept after closing. */
const SILENT = codeOf('Yên Thụy');
const SILENT_PART = 0.3;
const SILENT_AFTER_MS = 10 * 60_000;

/** Ratings an hour where a day is told by its ratings alone. */
const RATINGS_PER_HOUR = 1.8;

/**
 * Everything the units below `root` tell of a local day, in the order in which it is told; of dossiers what becomes that
 * day of those received on it.
 */
export function planDay(tree: Tree, root: string, day: string, seed: number): PlannedEvent[] {
  const dossiers = planDossiers(tree, root, seed)(day);
  return [...planVisits(tree, root, day, seed), ...toldOn(tree, day, dossiers)].sort(byTelling);
}

/** What of some events happens on a local day of their unit. */
export function toldOn(tree: Tree, day: string, events: readonly SourceEvent[]): PlannedEvent[] {
  const dayOf = daysOf(tree, day);
  return events
    .filter(({ unit, at }) => at >= dayOf(unit).fromAt && at < dayOf(unit).toAt)
    .map((event) => ({ tellAt: event.at, event }));
}

/** A local day as a span, of each unit by its zone. */
export function daysOf(tree: Tree, day: string): (unit: string) => Span {
  const spans = new Map<string, Span>();
  return (unit) => {
    const zone = zoneOf(tree, unit);
    return heldOrMade(spans, zone, () => ({ fromAt: startOfDay(zone, day), toAt: endOfDay(zone, day) }));
  };
}

export const byTelling = (a: PlannedEvent, b: PlannedEvent): number => a.tellAt - b.tellAt;

function planVisits(tree: Tree, root: string, day: string, seed: number): PlannedEvent[] {
  return simulatedDays(tree, root, day, seed).flatMap((simulated) =>
    simulateDay(simulated).map((event) => ({ tellAt: tellAt(event, simulated.spans), event })),
  );
}

/**
 * The visits of a past day as they stand in the log: what a machine said of its queue minute by minute is no history,
 * and dossiers have one of their own.
 */
export function planPastDay(tree: Tree, root: string, day: string, seed: number): SourceEvent[] {
  return planVisits(tree, root, day, seed)
    .sort(byTelling)
    .map(({ event }) => event)
    .filter(({ type }) => type !== 'gauge.reported');
}

export const planPastRatings = (tree: Tree, root: string, day: string, seed: number): SourceEvent[] =>
  simulatedDays(tree, root, day, seed).flatMap((simulated) => simulateRatings(simulated, RATINGS_PER_HOUR));

function simulatedDays(tree: Tree, root: string, day: string, seed: number): SimulatedDay[] {
  return unitsBelow(tree, root)
    .flatMap((code) => tree.areas.get(code) ?? [])
    .map((area) => ({
      profile: profileOf(tree, area, day, seed),
      day,
      startAt: startOfDay(area.timezone, day),
      spans: sessionsOf(tree, area.code, area.timezone, day) ?? [],
      seed,
      source: simulatedSource(runOf(day, seed)),
    }));
}

function tellAt(event: SourceEvent, spans: readonly Span[]): number {
  if (event.unit !== SILENT || signalOf(event) !== 'queue') return event.at;
  const span = spans.findLast(({ fromAt }) => fromAt <= event.at);
  if (!span || event.at < span.fromAt + (span.toAt - span.fromAt) * SILENT_PART) return event.at;
  return Math.max(event.at, span.toAt + SILENT_AFTER_MS);
}
