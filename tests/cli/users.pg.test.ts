import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { carried, send, TEST_PASSWORD, tokenOf } from '../support/signed-in.ts';

let city: CityServer;
beforeAll(async () => {
  city = await openCityServer();
});
afterAll(() => city.close());

const users = (...args: string[]): Promise<CliRun> =>
  runCli(['users', ...args], {
    DATABASE_URL: city.database.connectionString,
    DATA_DIR: city.server.dataDir,
  });

test('a person made on the command line signs in with the link, which stands alone on standard output', async () => {
  const args = ['--email', 'head.a@example.vn', '--name', 'Đỗ Văn Nam', '--role', 'head', '--area', 'a'];
  const made = await users('create', ...args);
  expect(made.stderr + made.code).toMatch(/until .*0$/s);
  expect(made.stdout).toMatch(/^http:\/\/localhost:\d+\/enter#[A-Za-z0-9_-]{43}\n$/);
  const { url } = city.server;
  const response = await send(url, '/api/v1/links/use', {
    token: tokenOf(made.stdout.trim()),
    password: TEST_PASSWORD,
  });
  const me = await fetch(`${url}/api/v1/me`, { headers: carried(url, response).headers });
  expect(await me.json()).toMatchObject({ login: 'head.a', email: 'head.a@example.vn' });

  const again = await users('create', ...args);
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('--login: login_taken');

  expect((await users('list')).stdout).toMatch(/head\.a\tĐỗ Văn Nam\thead@a/);
  expect((await users('disable', 'head.a')).code).toBe(0);
  // As from elsewhere: what loopback alone opens stays shut.
  const headers = { ...carried(url, response).headers, 'x-forwarded-for': '203.0.113.9' };
  expect((await fetch(`${url}/api/v1/me`, { headers })).status).toBe(401);
  expect((await users('disable', 'nobody')).stderr).toContain('nobody');
});

test('what is wrong is named by its option', async () => {
  const bad = await users('create', '--name', 'X', '--role', 'king', '--area', 'a', '--login', 'A B');
  expect(bad.code).toBe(1);
  expect(bad.stderr).toMatch(/--role/);
  expect(bad.stderr).toMatch(/--login: login_form/);
  const misplaced = await users(
    'create',
    '--name',
    'X',
    '--role',
    'leader',
    '--area',
    'a',
    '--login',
    'lead',
  );
  expect(misplaced.stderr).toContain('--role: role_not_here');
});
