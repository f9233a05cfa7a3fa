import type { SourceEvent } from '../events/registry.ts';
import type { Span } from '../settings.ts';
import { tellGauges } from './gauges.ts';
import { tellResultRatings } from './result-ratings.ts';
import { simulateQueue } from './simulate-queue.ts';
import { tellerOf } from './teller.ts';
import type { Block, UnitProfile } from './unit-profile.ts';

/** `startAt` is the instant at which the local `day` begins, `spans` its opening sessions. */
export type SimulatedDay = {
  profile: UnitProfile;
  day: string;
  startAt: number;
  spans: readonly Span[];
  seed: number;
  source: string;
};

/** Ratings an hour of people who only come for results, where there is no queue to rate. */
const RATINGS_ALONE = 2.2;

/**
 * A believable day of one unit, its events in the order of time. Every session is a run of its own that depends on
 * its unit, day, span and seed alone: a day that gains a session later keeps the events of the others.
 */
export function simulateDay(simulated: SimulatedDay): SourceEvent[] {
  return blocksOf(simulated).flatMap(simulateBlock);
}

function blocksOf({ profile, day, startAt, spans, seed, source }: SimulatedDay): Block[] {
  return sessionBlocks(startAt, spans).map((session) => ({ ...session, profile, day, seed, source }));
}

/** The sessions of a day that begins at `startAt`, each with its name. */
export const sessionBlocks = (startAt: number, spans: readonly Span[]): (Span & { block: string })[] =>
  spans.map((span) => {
    const block = `${clockOf(span.fromAt - startAt)}-${clockOf(span.toAt - startAt)}`.replaceAll(':', '');
    return { ...span, block };
  });

/** 'HH:MM' of a length since midnight (ms); midnight at the end of the day is 24:00. */
export function clockOf(sinceMidnight: number): string {
  const minutes = Math.round(sinceMidnight / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function simulateBlock(block: Block): SourceEvent[] {
  const teller = tellerOf(block);
  if (block.profile.tells === 'ratings') {
    tellResultRatings(block, RATINGS_ALONE, teller);
    return teller.told();
  }
  simulateQueue(block, teller);
  if (block.profile.tells === 'tickets') return teller.told();
  const gauges = tellerOf(block);
  tellGauges(block, teller.told(), gauges);
  tellResultRatings(block, RATINGS_ALONE, gauges);
  return gauges.told();
}

/** Ratings of a day alone, `perHour` of its sessions: what a month needs whose visits are not told one by one. */
export function simulateRatings(simulated: SimulatedDay, perHour: number): SourceEvent[] {
  return blocksOf(simulated).flatMap((block) => {
    const teller = tellerOf(block);
    tellResultRatings(block, perHour, teller);
    return teller.told();
  });
}
