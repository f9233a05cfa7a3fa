import { expect, test } from 'vitest';
import { openCore } from '../../server/core.ts';
import { startDemo } from '../../server/demo/run-demo.ts';
import { createLogger } from '../../server/logger.ts';
import { freshDatabase } from '../support/postgres.ts';

type Told = { events: number; tickets: number; dossiers: number; ids: number };

test('a demonstration that is started again goes on with the same day instead of doubling it', {
  timeout: 120_000,
}, async () => {
  const database = await freshDatabase();
  // A Sunday morning: a session is opened from 6:30 on.
  let now = Date.parse('2026-11-22T09:40:00+07:00');
  const logger = createLogger('silent');
  const run = async (): Promise<Told> => {
    const core = await openCore({ DATABASE_URL: database.connectionString, DATA_DIR: '' }, logger, () => now);
    const demo = await startDemo(core, logger);
    await demo.stop();
    const { rows } = await core.database.pool.query<Told>(
      `SELECT count(*)::int AS events, count(DISTINCT (source, id))::int AS ids,
         (count(*) FILTER (WHERE type = 'ticket.issued' AND source = '/simulated/2026-11-22-7'))::int AS tickets,
         (count(*) FILTER (WHERE type = 'dossier.received' AND source = '/simulated/2026-11-22-7'))::int AS dossiers FROM event`,
    );
    await core.close();
    return rows[0] ?? { events: 0, tickets: 0, dossiers: 0, ids: 0 };
  };
  try {
    const first = await run();
    expect(first.tickets).toBeGreaterThan(500);
    expect(first.dossiers).toBeGreaterThan(50);
    const again = await run();
    expect(again.tickets).toBe(first.tickets);
    expect(again.dossiers).toBe(first.dossiers);
    now += 10 * 60_000;
    const later = await run();
    expect(later.tickets).toBeGreaterThan(first.tickets);
    expect(later.tickets).toBeLessThan(1.3 * first.tickets);
    expect(later.ids).toBe(later.events);
  } finally {
    await database.drop();
  }
});
