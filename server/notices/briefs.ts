import { Cron } from 'croner';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { localDayIn, type Tree, zoneOf } from '../../lib/domain/tree.ts';
import type { Board } from '../../lib/wire/board.ts';
import { brief } from '../read/brief.ts';
import type { ReadContext } from '../read/context.ts';
import type { Told } from './listeners.ts';
import type { Post } from './post.ts';

// Of the country that this is made for, as the areas' own.
const ZONE = 'Asia/Ho_Chi_Minh';

export type BriefsParts = {
  context: ReadContext;
  post: Post;
  base: () => string;
  board(code: string): Promise<{ asOf: number; board: Board } | null>;
};

/** Whether an area works on the local day of an instant; where no sessions are known, it does. */
export const worksOn = (tree: Tree, code: string, at: number): boolean =>
  sessionsOf(tree, code, zoneOf(tree, code), localDayIn(tree, code, at))?.length !== 0;

/** Sends each listener the brief of its area, of this moment. */
export async function sendBriefs(
  { context, post, base, board }: BriefsParts,
  listeners: readonly Told[],
): Promise<void> {
  const at = context.now();
  for (const listener of listeners) {
    const { area } = listener;
    // What waits for this listener is older: a brief of a past hour helps nobody.
    if (post.isWaiting(listener.id) || !worksOn(context.tree, area, at)) continue;
    const found = await board(area);
    if (!found) continue;
    const { subject, lines } = await brief(context, found, 'vi');
    const link = `${base()}/areas/${encodeURIComponent(area)}`;
    const text = [...lines, link].join('\n');
    await post.deliver(listener, { type: 'brief', subject, text, data: { lines, link } }, at);
  }
}

/** Calls at each of the times of the day ("7:15"). */
export function atTimes(times: readonly string[], work: () => void): { stop(): void } {
  const crons = times.map((time) => {
    const [hour, minute] = time.split(':');
    return new Cron(`${Number(minute)} ${Number(hour)} * * *`, { timezone: ZONE, unref: true }, work);
  });
  return {
    stop() {
      for (const cron of crons) cron.stop();
    },
  };
}
