import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { cityDay, unitCodes } from './bench-city.ts';

/** What one sender has to tell: the lives of its units' tickets in the order of time, in batches; undefined: all is told. */
export type Lane<B> = { next(): B | undefined };

/**
 * Shares the units out to `senders` lanes. `prepare` makes every lane ready for `batches` more batches, each turned
 * into what its sender needs, so that neither is part of what is measured.
 */
export function createLanes<B>({ senders, batch, counters }: Shape, turn: (events: SourceEvent[]) => B) {
  let run = 0;
  const lanes = Array.from({ length: senders }, (_, number) => ({
    units: unitCodes.filter((_, unit) => unit % senders === number),
    ready: [] as B[],
  }));
  return {
    prepare(batches: number): void {
      while (lanes.some(({ ready }) => ready.length < batches)) {
        run += 1;
        for (const { units, ready } of lanes) {
          const day = cityDay(units, `s${senders}x${batch}-${run}`, Date.now(), counters);
          for (let from = 0; from + batch <= day.length; from += batch)
            ready.push(turn(day.slice(from, from + batch)));
        }
      }
    },
    lanes: lanes.map(({ ready }): Lane<B> => ({ next: () => ready.shift() })),
  };
}

/** `counters` per unit make its day longer or shorter: six give the city 75,000 events. */
export type Shape = { senders: number; batch: number; counters: number };
export type Load = Shape & { seconds: number };
export type Stored = { events: number; seconds: number };

/**
 * Lets every lane's sender work for `seconds`, one batch under way each, and counts what was stored in that time. The
 * first lane with nothing left to tell ends the time for all: a rate is that of all senders at work.
 */
export async function drive<B>(
  lanes: readonly Lane<B>[],
  { batch, seconds }: Load,
  store: (batch: B, sender: number) => Promise<unknown>,
): Promise<Stored> {
  const startedAt = performance.now();
  let endAt = startedAt + seconds * 1000;
  let events = 0;
  await Promise.all(
    lanes.map(async (lane, sender) => {
      while (performance.now() < endAt) {
        const next = lane.next();
        if (next === undefined) {
          endAt = performance.now();
          return;
        }
        await store(next, sender);
        events += batch;
      }
    }),
  );
  return { events, seconds: (performance.now() - startedAt) / 1000 };
}
