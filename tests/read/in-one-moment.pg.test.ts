import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queries } from '../../server/read/context.ts';
import { inOneMoment } from '../../server/read/in-one-moment.ts';
import { freshDatabase } from '../support/postgres.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const keep = (queries: Queries): Promise<unknown> =>
  queries.query(`INSERT INTO signal (unit, kind, last_at) VALUES ('a', 'queue', now())`);
const kept = async (queries: Queries): Promise<number> =>
  (await queries.query<{ n: number }>('SELECT count(*)::int AS n FROM signal')).rows[0]?.n ?? 0;

test('what is committed meanwhile is in none of its answers, and it writes nothing itself', async () => {
  const seen = await inOneMoment(database.pool, async (queries) => {
    const before = await kept(queries);
    await keep(database.pool);
    return [before, await kept(queries)];
  });
  expect(seen).toEqual([0, 0]);
  expect(await kept(database.pool)).toBe(1);
  await expect(inOneMoment(database.pool, keep)).rejects.toThrow('read-only');
});
