import { setTimeout as delay } from 'node:timers/promises';
import { CITY } from './bench-city.ts';
import type { Arrivals } from './board-watchers.ts';
import type { Posts } from './event-sender.ts';
import type { Load } from './lanes.ts';
import { startProgram } from './program.ts';
import { startUnderLoad } from './server-under-load.ts';
import { percentileOf, spreadOf } from './spread.ts';
import { type Line, shown } from './table.ts';

const GOAL_MS = 400;
const SETTLE_MS = 1000;

/** `batch` events in one request: single ones where that is believable, a few where a city catches up. */
type Pace = { eventsPerSecond: number; batch: number; goal: number | null };
const PACES: readonly Pace[] = [
  { eventsPerSecond: 1000, batch: 1, goal: GOAL_MS },
  { eventsPerSecond: 5000, batch: 10, goal: null },
];

/** From the start of the POST to the arrival, at each client, of the delta that contains the event. */
export async function measureLatency(quick: boolean): Promise<Line[]> {
  const clients = quick ? 4 : 200;
  const seconds = quick ? 1 : 8;
  const rounds = quick ? 1 : 4;
  const server = await startUnderLoad();
  const sender = await startProgram('event-sender');
  const watchers = await startProgram('board-watchers');
  const board = { area: CITY, secret: server.target.secret };
  try {
    await watchers.call('open', { group: 'city', port: server.port, clients, board });
    const lines: Line[] = [];
    for (const { eventsPerSecond, batch, goal } of PACES) {
      const p50: number[] = [];
      const p99: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const rate = quick ? eventsPerSecond / 10 : eventsPerSecond;
        const load: Load = { senders: 1, batch, seconds, counters: quick ? 1 : 6 };
        await sender.call('prepare', { load, batches: Math.ceil((rate * seconds) / batch) });
        await watchers.call('note', 'city');
        const posts = await sender.call<Posts>('sendSteadily', { load, target: server.target, rate });
        await delay(SETTLE_MS);
        const times = timesOf(posts, await watchers.call<Arrivals>('arrivals', 'city'));
        if (round === 0) continue;
        p50.push(percentileOf(times, 0.5));
        p99.push(percentileOf(times, 0.99));
      }
      const at = `${eventsPerSecond.toLocaleString('en-GB')} events/s${batch > 1 ? ` (${batch} a request)` : ''}, ${clients} clients`;
      const worst = spreadOf(p99);
      lines.push({ question: `event to client: p50, ${at}`, figure: shown(spreadOf(p50), 'ms') });
      lines.push({
        question: `event to client: p99, ${at}`,
        figure: shown(worst, 'ms'),
        ...(goal !== null && { goal: `≤ ${goal} ms`, reached: worst.median <= goal }),
        cause: 'deltas of a room are merged for 250 ms; the rest is waiting for the processor',
      });
    }
    return lines;
  } finally {
    for (const program of [sender, watchers]) await program.stop();
    await server.remove();
  }
}

/** Sorted milliseconds of every event at every client: the first delta that reaches its seq contains it. */
function timesOf(posts: Posts, arrivals: Arrivals): Float64Array {
  const times: number[] = [];
  const order = posts.seq.map((_, index) => index).sort((a, b) => (posts.seq[a] ?? 0) - (posts.seq[b] ?? 0));
  for (const { seq, at } of arrivals) {
    let next = 0;
    for (const post of order) {
      while (next < seq.length && (seq[next] ?? 0) < (posts.seq[post] ?? 0)) next += 1;
      const arrivedAt = at[next];
      if (arrivedAt === undefined) throw new Error('an event never reached a client');
      times.push(arrivedAt - (posts.at[post] ?? 0));
    }
  }
  return Float64Array.from(times).sort();
}
