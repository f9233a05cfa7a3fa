import { Cron } from 'croner';
import { isUnit } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { Logger } from '../logger.ts';
import type { ReadContext } from '../read/context.ts';
import { markSums } from '../read/mark-sums.ts';
import { pooledDossierDays, pooledSeries } from '../read/pooled-sums.ts';
import { type ScopedUnit, scopeOf } from '../read/scope.ts';

// In the night of the country that this is made for, before the backup.
const SCHEDULE = '35 1 * * *';
const ZONE = 'Asia/Ho_Chi_Minh';
/** What a history asks for at most by days, and a portion of it. */
const DAYS = 731;
const PORTION = 31;

/** P6: every night what is kept of days that are over is read, so that no reader of the morning pays for it. */
export function startKeepPast(context: ReadContext, logger: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const nightly = new Cron(SCHEDULE, { timezone: ZONE }, () => {
    running = keepPast(context, DAYS, stopping.signal).catch((err: unknown) =>
      logger.warn({ err }, 'past days are not kept yet; whoever asks first reads them'),
    );
  });
  return {
    async stop() {
      nightly.stop();
      stopping.abort();
      await running;
    },
  };
}

/** Keeps the last days of every area: sums of its units together, and what ratings of the last month are marked for. */
export async function keepPast(context: ReadContext, days: number, stopping?: AbortSignal): Promise<void> {
  for (const area of [...context.tree.areas.values()]) {
    const units = scopeOf(context, area.code, context.now(), () => area.code);
    const [first] = units;
    if (!first) continue;
    const yesterday = addDays(first.today, -1);
    if (isUnit(area)) {
      await markSums(context, units, { from: addDays(yesterday, 1 - PORTION), to: yesterday }, {});
      continue;
    }
    for (let back = 0; back < days && !stopping?.aborted; back += PORTION) {
      const to = addDays(yesterday, -back);
      const period = { from: addDays(to, 1 - PORTION), to };
      for (const scope of scopesOf(units))
        await pooledSeries(context, scope, { period, service: null, grain: 'day', columns: ['issued'] });
      await pooledDossierDays(context, units, period, ['received']);
    }
  }
}

/** Ratings are of all units, queues of those that have one. */
function scopesOf(units: readonly ScopedUnit[]): ScopedUnit[][] {
  const queues = units.filter(({ queue }) => queue);
  return queues.length === units.length ? [queues] : [queues, [...units]];
}
