import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Outcome } from '../log/submission.ts';
import type { PlannedEvent } from './day-plan.ts';

const BATCH = 1000;
const TICK_MS = 1000;

export type Submit = (events: SourceEvent[]) => Promise<Outcome[]>;

/** What became of played events; `refusals` counts by code. */
export type Played = { stored: number; duplicate: number; refusals: Map<string, number> };

const nothingPlayed = (): Played => ({ stored: 0, duplicate: 0, refusals: new Map() });

/** Submits in batches, at most `perSecond` events a second. Stops between two batches when `signal` aborts. */
export async function submitAll(
  submit: Submit,
  events: readonly SourceEvent[],
  {
    perSecond = Number.POSITIVE_INFINITY,
    signal,
    played = nothingPlayed(),
  }: { perSecond?: number; signal?: AbortSignal; played?: Played } = {},
): Promise<Played> {
  for (let from = 0; from < events.length && !signal?.aborted; from += BATCH) {
    const started = performance.now();
    const batch = events.slice(from, from + BATCH);
    for (const outcome of await submit(batch)) {
      if (outcome.status === 'rejected') {
        const { code } = outcome.error;
        played.refusals.set(code, (played.refusals.get(code) ?? 0) + 1);
      } else played[outcome.status] += 1;
    }
    await pause((batch.length / perSecond) * 1000 - (performance.now() - started), signal);
  }
  return played;
}

/**
 * Tells planned events (earliest first) at their instants, second by second; resolves when the last is told or
 * `signal` aborts. What could not be stored now is told again at the next second.
 */
export async function playLive(
  submit: Submit,
  plan: readonly PlannedEvent[],
  {
    now,
    signal,
    onTold,
    onFailure,
  }: {
    now: () => number;
    signal: AbortSignal;
    onTold?: (told: number) => void;
    onFailure: (error: unknown) => void;
  },
): Promise<Played> {
  const played = nothingPlayed();
  let told = 0;
  while (told < plan.length && !signal.aborted) {
    const at = now();
    let due = told;
    for (let next = plan[due]; next && next.tellAt <= at && due - told < BATCH; next = plan[due]) due += 1;
    try {
      await submitAll(
        submit,
        plan.slice(told, due).map(({ event }) => event),
        { played },
      );
      told = due;
      onTold?.(told);
    } catch (error) {
      onFailure(error);
    }
    const next = plan[told];
    if (next) await pause(Math.min(Math.max(next.tellAt - now(), 50), TICK_MS), signal);
  }
  return played;
}

/** Waits `ms`; an abort ends it early and is not an error. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted) return;
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
