import { type HeavyBound, TIMES } from './limits.ts';
import { createOpenCount } from './open-count.ts';

/** In: `leave` gives the place back. Busy: come again after so many seconds. Gone: whoever asked waits no more. */
export type HeavyPlace = { kind: 'in'; leave(): void } | { kind: 'busy'; seconds: number } | { kind: 'gone' };

/** Those who want heavy work of one kind, in the order in which they came. */
export type HeavyLine = {
  enter(who: string, gone: AbortSignal): Promise<HeavyPlace>;
  state(): { running: number; waiting: number; refused: number };
};

/** Of the newest length of work so much counts for what the next is taken to need. */
const NEWEST = 1 / 4;

export function createHeavyLine({ atOnce, waiting, each }: HeavyBound): HeavyLine {
  const queue = new Set<() => void>();
  const held = createOpenCount();
  let running = 0;
  let refused = 0;
  let lengthMs: number = TIMES.heavyGuess;

  function busy(): HeavyPlace {
    refused += 1;
    const ms = Math.min((lengthMs * (queue.size + running)) / atOnce, TIMES.heavyLongest);
    return { kind: 'busy', seconds: Math.max(1, Math.ceil(ms / 1000)) };
  }

  function begin(who: string): HeavyPlace {
    const startedAt = performance.now();
    running += 1;
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      running -= 1;
      held.close(who);
      lengthMs += (performance.now() - startedAt - lengthMs) * NEWEST;
      const [first] = queue;
      first?.();
    };
    return { kind: 'in', leave };
  }

  return {
    async enter(who, gone) {
      if (gone.aborted) return { kind: 'gone' };
      if (running >= atOnce && queue.size >= waiting) return busy();
      if (!held.open(who, each)) return busy();
      if (running < atOnce) return begin(who);
      return new Promise((resolve) => {
        const end = (place: HeavyPlace): void => {
          clearTimeout(late);
          gone.removeEventListener('abort', away);
          resolve(place);
        };
        const turn = (): void => {
          queue.delete(turn);
          end(begin(who));
        };
        const giveUp = (place: () => HeavyPlace): void => {
          queue.delete(turn);
          held.close(who);
          end(place());
        };
        const away = (): void => giveUp(() => ({ kind: 'gone' }));
        const late = setTimeout(giveUp, TIMES.heavyWait, busy);
        queue.add(turn);
        gone.addEventListener('abort', away, { once: true });
      });
    },
    state: () => ({ running, waiting: queue.size, refused }),
  };
}
