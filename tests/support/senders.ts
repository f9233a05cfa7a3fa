import { setTimeout as delay } from 'node:timers/promises';
import { type Posted, postEvents, type SentEvent, visitEvents } from './cloud-events.ts';

const AGAIN_MS = 50;

export type Senders = {
  /** Keys of events that were answered "stored" or "duplicate", with the seq that was told. */
  acknowledged: ReadonlyMap<string, number>;
  /** What no sender may ever see: an answer that contradicts another, an unexpected refusal. */
  faults: readonly string[];
  /** Batches that were sent more than once, for want of an answer or because of a 503. */
  readonly sentAgain: number;
  /** Lets every sender get an answer for what it has sent, then ends. */
  stop(): Promise<void>;
};

export const keyOf = ({ source, id }: { source: string; id: string }): string => `${source} ${id}`;

export type SendersOptions = {
  url(): string;
  secret: string;
  senders: number;
  visits(sender: number): number;
};

/**
 * Senders that post batches of visits one after the other, alternately to wards `a` and `b`, until they are stopped. As
 * a ticket machine does, each sends a batch again until it is answered.
 */
export function startSenders({ url, secret, senders, visits }: SendersOptions): Senders {
  const acknowledged = new Map<string, number>();
  const faults: string[] = [];
  let sentAgain = 0;
  let stopped = false;

  const take = (batch: SentEvent[], { status: code, problem, results }: Posted): void => {
    if (code !== 200) faults.push(`${code} ${JSON.stringify(problem)}`);
    for (const { index, status, seq = -1, error } of results) {
      const event = batch[index];
      if (!event || status === 'rejected') {
        faults.push(JSON.stringify(error));
        continue;
      }
      const before = acknowledged.get(keyOf(event));
      if (before !== undefined && before !== seq) faults.push(`${keyOf(event)}: seq ${before}, then ${seq}`);
      acknowledged.set(keyOf(event), seq);
    }
  };

  const send = async (sender: number): Promise<void> => {
    const unit = sender % 2 === 0 ? 'a' : 'b';
    while (!stopped) {
      const batch = Array.from({ length: visits(sender) }, () =>
        visitEvents(unit, `/queue/${sender}`),
      ).flat();
      for (let tries = 0; ; tries += 1) {
        if (tries === 1) sentAgain += 1;
        // Cut or refused: nobody knows what became of the batch.
        const answer = await postEvents(url(), batch, { secret }).catch(() => null);
        if (answer?.status === 503 && answer.retryAfter === null) faults.push('503 without Retry-After');
        if (answer && answer.status !== 503) {
          take(batch, answer);
          break;
        }
        await delay(AGAIN_MS);
      }
    }
  };

  const running = Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)));
  return {
    acknowledged,
    faults,
    get sentAgain() {
      return sentAgain;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
