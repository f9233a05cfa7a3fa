import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { carried, send, TEST_PASSWORD } from '../support/signed-in.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer({
    databaseUrl: database.connectionString,
    env: { PUBLIC_URL: 'https://thuoc-do.example' },
  });
});
afterAll(async () => {
  await server.remove();
  await database.drop();
});

const linkSaid = async (): Promise<string> => {
  const { msg } = await server.logged((line) => /\/start#/.test(line.msg));
  return /#([A-Za-z0-9_-]{43})/.exec(msg)?.[1] ?? '';
};
const begin = (token: string, login: string, more: object = {}): Promise<Response> =>
  send(
    server.url,
    '/api/v1/first-run',
    { token, name: 'Quản trị', login, password: TEST_PASSWORD, ...more },
    { origin: 'https://thuoc-do.example' },
  );

it('the link of the first run makes one administrator, whoever else comes with it', async () => {
  const token = await linkSaid();
  const bad = await begin(token, 'A B', { password: 'ngắn', email: 'no' });
  expect((await bad.json()).faults).toEqual([
    { pointer: '/login', rule: 'login_form' },
    { pointer: '/email', rule: 'email_form' },
    { pointer: '/password', rule: 'password_short' },
  ]);
  const both = await Promise.all([begin(token, 'one'), begin(token, 'two')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  const { rows } = await database.pool.query('SELECT role, area FROM role_grant');
  expect(rows).toEqual([{ role: 'admin', area: null }]);

  // Behind https the cookie is tied to this very host.
  const won = both.find(({ status }) => status === 200);
  if (!won) throw new Error('nobody won');
  const [cookie = ''] = won.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-thuoc_do\.session_token=/);
  for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
  expect(cookie).not.toContain('Domain');
  const { headers } = carried(server.url, won);
  const me = await fetch(`${server.url}/api/v1/me`, { headers });
  expect(await me.json()).toMatchObject({ roles: [{ role: 'admin', area: null }], administers: true });
});

it('with an administrator there is no first run any more', async () => {
  const before = server.logs.filter(({ msg }) => msg.includes('/start#')).length;
  await server.stop();
  await server.restart();
  expect(server.logs.filter(({ msg }) => msg.includes('/start#'))).toHaveLength(before);
  expect((await begin('A'.repeat(43), 'three')).status).toBe(410);
});
