import type { Logger } from '../logger.ts';
import type { Told } from './listeners.ts';
import type { Message } from './message.ts';

const FIRST_AGAIN_MS = 30_000;
const LONGEST_AGAIN_MS = 3_600_000;
const MOST_TRIES = 12;

type Waiting = { message: Message; tries: number; dueAt: number; done: () => Promise<void> };

type Sender = Pick<Told, 'id' | 'send'>;

/** Delivers messages, one after the other for each listener, and tries again later and later where it fails. */
export type Post = {
  /** Whether something still waits for this listener: its next message must come after it. */
  isWaiting(id: string): boolean;
  /** `done` when it was delivered, now or later, or is given up; what is lost by a restart was not. */
  deliver(told: Sender, message: Message, at: number, done?: () => Promise<void>): Promise<void>;
  /** Tries again what is due. */
  again(told: ReadonlyMap<string, Sender>, at: number): Promise<void>;
};

export function createPost(logger: Logger): Post {
  const waiting = new Map<string, Waiting>();

  async function attempt({ id, send }: Sender, held: Waiting, at: number): Promise<void> {
    try {
      await send(held.message);
    } catch (err) {
      held.tries += 1;
      held.dueAt = at + Math.min(LONGEST_AGAIN_MS, FIRST_AGAIN_MS * 2 ** (held.tries - 1));
      // No address: it may be somebody's.
      logger.warn(
        { kind: id.split('/', 1)[0], tries: held.tries, code: codeOf(err) },
        'a message was not taken',
      );
      if (held.tries < MOST_TRIES) {
        waiting.set(id, held);
        return;
      }
    }
    waiting.delete(id);
    await held.done();
  }

  return {
    isWaiting: (id) => waiting.has(id),
    deliver: (told, message, at, done = async () => undefined) =>
      attempt(told, { message, tries: 0, dueAt: at, done }, at),
    async again(listeners, at) {
      for (const [id, held] of [...waiting]) {
        const told = listeners.get(id);
        if (!told) waiting.delete(id);
        else if (held.dueAt <= at) await attempt(told, held, at);
      }
    },
  };
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
