import { Cron } from 'croner';
import type { Period } from '../../lib/domain/period.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import { addDays, daysBetween } from '../../lib/domain/zoned-time.ts';
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

/**
 * P6: soon after the start and every night what is kept of days that are over is read, beside the serving, so that no
 * reader pays for it: neither in the morning nor after an upgrade that keeps what was not kept before.
 */
export function startKeepPast(context: ReadContext, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const keep = async (): Promise<void> => {
    try {
      const days = await keepPast(context, DAYS, stopping.signal);
      if (days > 0) logger.info({ days }, 'past days kept');
    } catch (err) {
      logger.warn({ err }, 'past days are not kept yet; whoever asks first reads them');
    }
  };
  let running = keep();
  const nightly = new Cron(SCHEDULE, { timezone: ZONE }, () => {
    running = running.then(keep);
  });
  return {
    async stop() {
      nightly.stop();
      stopping.abort();
      await running;
    },
  };
}

/**
 * Keeps the last days of every area from its first on: sums of its units together, and what ratings of the last month are
 * marked for. Gives how many days of areas it looked through.
 */
export async function keepPast(context: ReadContext, days: number, stopping?: AbortSignal): Promise<number> {
  let looked = 0;
  for (const area of [...context.tree.areas.values()]) {
    const units = scopeOf(context, area.code, context.now(), () => area.code);
    const [first] = units;
    const begun = first && !stopping?.aborted ? await firstDay(context, units) : null;
    if (!first || begun === null) continue;
    const yesterday = addDays(first.today, -1);
    const least = latest(begun, addDays(yesterday, 1 - (isUnit(area) ? PORTION : days)));
    for (let to = yesterday; to >= least && !stopping?.aborted; to = addDays(to, -PORTION)) {
      const period = { from: latest(least, addDays(to, 1 - PORTION)), to };
      if (isUnit(area)) await markSums(context, units, period, {});
      else await keepTogether(context, units, period);
      looked += daysBetween(period.from, to) + 1;
    }
  }
  return looked;
}

async function keepTogether(
  context: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
): Promise<void> {
  for (const scope of scopesOf(units))
    await pooledSeries(context, scope, { period, service: null, grain: 'day', columns: ['issued'] });
  await pooledDossierDays(context, units, period, ['received']);
}

/** The first day of which anything is told of some units; null: nothing is. */
async function firstDay({ pool }: ReadContext, units: readonly ScopedUnit[]): Promise<string | null> {
  const first = (table: string): string =>
    `SELECT r.day FROM u, LATERAL (SELECT day FROM ${table} r WHERE r.unit = u.unit ORDER BY day LIMIT 1) r`;
  const { rows } = await pool.query<{ day: string | null }>(
    `WITH u AS (SELECT unnest($1::text[]) AS unit)
     SELECT min(day)::text AS day FROM (${first('rollup_day')} UNION ALL ${first('rollup_dossier_day')}) AS firsts`,
    [units.map(({ unit }) => unit)],
  );
  return rows[0]?.day ?? null;
}

const latest = (a: string, b: string): string => (a > b ? a : b);

/** Ratings are of all units, queues of those that have one. */
function scopesOf(units: readonly ScopedUnit[]): ScopedUnit[][] {
  const queues = units.filter(({ queue }) => queue);
  return queues.length === units.length ? [queues] : [queues, [...units]];
}
