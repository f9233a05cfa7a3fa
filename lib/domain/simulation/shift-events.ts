import type { SourceEvent } from '../events/registry.ts';

/** `run` names what is played; `originAt` happens at `startAt`; `speed` 60 plays an hour in a minute. */
export type Shift = { run: string; originAt: number; startAt: number; speed: number };

/** Where simulated and replayed events come from. */
export const simulatedSource = (run: string): string => `/simulated/${run}`;

/** Recorded events as if they happened from `startAt` on, with tickets of their own so that a run can be repeated. */
export function shiftEvents(
  events: readonly SourceEvent[],
  { run, originAt, startAt, speed }: Shift,
): SourceEvent[] {
  return events.map((event) => {
    const at = Math.round(startAt + (event.at - originAt) / speed);
    // Only names inside the data change, so it stays of its type.
    return { ...event, source: simulatedSource(run), at, data: renamed(event.data, run) } as SourceEvent;
  });
}

function renamed(data: SourceEvent['data'], run: string): Record<string, unknown> {
  const named: Record<string, unknown> = { ...data };
  for (const name of ['ticket', 'rating', 'dossier']) {
    if (typeof named[name] === 'string') named[name] = `${run}.${named[name]}`;
  }
  return named;
}
