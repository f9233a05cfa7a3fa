import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { beginSending } from '../../server/log/sending.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ ...connectionConfig(database.connectionString), pipeline: true });
  await client.connect();
  await client.query('CREATE TABLE told (n int PRIMARY KEY)');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const tell = (n: number) => ({
  name: 'tell',
  text: `INSERT INTO told SELECT convert_from($1, 'UTF8')::int`,
  values: [Buffer.from(String(n))],
});
const told = async (): Promise<number[]> =>
  (await client.query<{ n: number }>('SELECT n FROM told ORDER BY n')).rows.map(({ n }) => n);

it('everything sent is stored by the commit, and nothing before it', async () => {
  const sending = beginSending(client);
  sending.send(tell(1));
  sending.send(tell(2));
  expect((await database.pool.query('SELECT FROM told')).rowCount).toBe(0);
  await sending.commit();
  expect(await told()).toEqual([1, 2]);
});

it('one statement that fails takes the others with it, and the commit says why', async () => {
  const sending = beginSending(client);
  sending.send(tell(3));
  sending.send(tell(1));
  sending.send(tell(4));
  await expect(sending.commit()).rejects.toMatchObject({ code: '23505' });
  expect(await told()).toEqual([1, 2]);
});

it('what is abandoned is not stored; the error that matters is the first of the database', async () => {
  const own = new Error('the fold failed');
  const sound = beginSending(client);
  sound.send(tell(5));
  expect(await sound.abandon(own)).toBe(own);
  const broken = beginSending(client);
  broken.send(tell(2));
  expect(await broken.abandon(own)).toMatchObject({ code: '23505' });
  expect(await told()).toEqual([1, 2]);
});
