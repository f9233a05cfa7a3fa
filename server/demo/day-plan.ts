import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { type Span, sessionsOf } from '../../lib/domain/settings.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import { type SimulatedDay, simulateDay, simulateRatings } from '../../lib/domain/simulation/simulate-day.ts';
import { type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import { startOfDay } from '../../lib/domain/zoned-time.ts';
import { codeOf } from './demo-city.ts';
import { profileOf } from './unit-profiles.ts';

/** An event and the instant at which its source tells it, which is later than it happened where a line was down. */
export type PlannedEvent = { tellAt: number; event: SourceEvent };

/** The ward whose machine falls silent in the course of every session and tells what it kept after closing. */
const SILENT = codeOf('Yên Thụy');
const SILENT_PART = 0.3;
const SILENT_AFTER_MS = 10 * 60_000;

/** Ratings an hour where a day is told by its ratings alone. */
const RATINGS_PER_HOUR = 1.8;

/** Names the run of a day: the same day and seed tell the same events. */
export const runOf = (day: string, seed: number): string => `${day}-${seed}`;

/** Everything the units below `root` tell of a local day, in the order in which it is told. */
export function planDay(tree: Tree, root: string, day: string, seed: number): PlannedEvent[] {
  return simulatedDays(tree, root, day, seed)
    .flatMap((simulated) =>
      simulateDay(simulated).map((event) => ({ tellAt: tellAt(event, simulated.spans), event })),
    )
    .sort((a, b) => a.tellAt - b.tellAt);
}

/** A past day as it stands in the log: what a machine said of its queue minute by minute is no history. */
export function planPastDay(tree: Tree, root: string, day: string, seed: number): SourceEvent[] {
  return planDay(tree, root, day, seed)
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
  if (event.unit !== SILENT || event.type === 'rating.given') return event.at;
  const span = spans.findLast(({ fromAt }) => fromAt <= event.at);
  if (!span || event.at < span.fromAt + (span.toAt - span.fromAt) * SILENT_PART) return event.at;
  return Math.max(event.at, span.toAt + SILENT_AFTER_MS);
}
