import type { Core } from '../core.ts';
import type { Env } from '../env.ts';
import type { Live } from '../live/live.ts';
import type { ReadContext } from '../read/context.ts';
import { createAlertNotices } from './alert-notices.ts';
import { atTimes, sendBriefs } from './briefs.ts';
import { listeners, type Told } from './listeners.ts';
import { openMailer } from './mailer.ts';
import { createPost } from './post.ts';
import { reporting, sendReports } from './report-mail.ts';

const TICK_MS = 30_000;

export type NoticesParts = {
  core: Pick<Core, 'memory' | 'prisma' | 'database' | 'now' | 'logger'>;
  context: ReadContext;
  env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'WEBHOOKS_PRIVATE' | 'DATA_DIR' | 'BRIEF_TIMES' | 'REPORT_TIME'>;
  base: () => string;
  board: Live['board'];
};

export type Notices = {
  /** Tells whoever has something to hear, and tries again what was not taken. */
  tell(): Promise<void>;
  /** Sends the briefs of this moment. */
  brief(): Promise<void>;
  /** Sends the reports of this day. */
  report(): Promise<void>;
  stop(): Promise<void>;
};

/** Mail and webhooks: alerts as they come, briefs at their times. Without SMTP_URL and webhooks nobody is told anything. */
export function startNotices({ core, context, env, base, board }: NoticesParts, tickMs = TICK_MS): Notices {
  const mailer = openMailer(env);
  const post = createPost(core.logger);
  const alertNotices = createAlertNotices({ core, context, post, base });
  const parts = { core, mailer, dataDir: env.DATA_DIR, allowPrivate: env.WEBHOOKS_PRIVATE === 'allow' };
  let working: Promise<void> = Promise.resolve();

  /** One after the other: nobody is told twice, and nobody's next message overtakes the one before. */
  const inTurn = (work: (told: readonly Told[]) => Promise<void>): Promise<void> => {
    working = working
      .then(async () => {
        const told = await listeners(parts);
        if (told.length > 0) await work(told);
      })
      .catch((err: unknown) => core.logger.warn({ err }, 'messages could not be sent'));
    return working;
  };
  const tell = (): Promise<void> =>
    inTurn(async (told) => {
      await post.again(
        new Map(told.flatMap((one) => [one, reporting(one)]).map((one) => [one.id, one])),
        core.now(),
      );
      await alertNotices.tell(told);
    });
  const brief = (): Promise<void> => inTurn((told) => sendBriefs({ context, post, base, board }, told));

  const report = (): Promise<void> =>
    inTurn((told) => sendReports({ context, pool: core.database.pool, post, base }, told));

  const ticking = setInterval(() => void tell(), tickMs);
  const timed = [atTimes(env.BRIEF_TIMES, () => void brief()), atTimes(env.REPORT_TIME, () => void report())];
  return {
    tell,
    brief,
    report,
    async stop() {
      clearInterval(ticking);
      for (const one of timed) one.stop();
      await working;
      mailer?.close();
    },
  };
}
