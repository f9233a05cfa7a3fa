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
  queries.query(`INSERT INTO signal (unit, kind, last_at) VALUES ('a', 'queue', now())
    ON CONFLICT (unit, kind) DO UPDATE SET last_at = excluded.last_at`);
const kept = async (queries: Queries): Promise<number> =>
  (await queries.query<{ n: number }>('SELECT count(*)::int AS n FROM signal')).rows[0]?.n ?? 0;

test('a reading that others overtook is done again in a later moment, and leaves nothing behind', async () => {
  const moments: number[] = [];
  const seen = await inOneMoment(database.pool, async (queries) => {
    moments.push(await kept(queries));
    // Somebody else keeps the same, after this moment has begun.
    if (moments.length === 1) await keep(database.pool);
    await keep(queries);
    return kept(queries);
  });
  expect(moments).toEqual([0, 1]);
  expect(seen).toBe(1);
});

test('what is committed meanwhile is in none of its answers; an error is told once', async () => {
  await database.pool.query('TRUNCATE signal');
  const seen = await inOneMoment(database.pool, async (queries) => {
    const before = await kept(queries);
    await keep(database.pool);
    return [before, await kept(queries)];
  });
  expect(seen).toEqual([0, 0]);
  let asked = 0;
  await expect(
    inOneMoment(database.pool, async () => {
      asked += 1;
      throw new Error('no such figure');
    }),
  ).rejects.toThrow('no such figure');
  expect(asked).toBe(1);
});
