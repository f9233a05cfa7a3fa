// Counters and queue machines: sends events to the HTTP endpoint, as fast as it answers or at a steady pace.
import { setTimeout as delay } from 'node:timers/promises';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { answerParent } from './child.ts';
import { createLanes, drive, type Load, type Shape, type Stored } from './lanes.ts';
import { postEvents, type Target } from './post-events.ts';
import { steadyMs } from './steady-clock.ts';

/** Each stored event: its seq and the instant at which its request began. */
export type Posts = { seq: number[]; at: number[] };
export type Steady = { load: Load; target: Target; rate: number };

const bodies = new Map<string, ReturnType<typeof createLanes<Buffer>>>();
const bodyOf = (events: SourceEvent[]): Buffer => Buffer.from(JSON.stringify(events.map(toCloudEvent)));

function lanesFor(shape: Shape) {
  const lanes = heldOrMade(bodies, `${shape.senders}/${shape.batch}`, () => createLanes(shape, bodyOf));
  return lanes;
}

async function sendSteadily({ load, target, rate }: Steady): Promise<Posts> {
  const { batch, seconds } = load;
  const [lane] = lanesFor(load).lanes;
  const posts: Posts = { seq: [], at: [] };
  const send = async (): Promise<void> => {
    const body = lane?.next();
    if (!body) return;
    const at = steadyMs();
    const answer: { results: { seq: number }[] } = JSON.parse(await postEvents(target, body));
    for (const { seq } of answer.results) {
      posts.seq.push(seq);
      posts.at.push(at);
    }
  };
  const startedAt = steadyMs();
  const sent: Promise<void>[] = [];
  for (let n = 0; n < (rate * seconds) / batch; n += 1) {
    const wait = startedAt + (n * batch * 1000) / rate - steadyMs();
    if (wait > 1) await delay(wait);
    sent.push(send());
  }
  await Promise.all(sent);
  return posts;
}

answerParent({
  prepare: ({ load, batches }: { load: Load; batches: number }) => lanesFor(load).prepare(batches),
  send: ({ load, target }: { load: Load; target: Target }): Promise<Stored> =>
    drive(lanesFor(load).lanes, load, (body) => postEvents(target, body)),
  sendSteadily,
});
