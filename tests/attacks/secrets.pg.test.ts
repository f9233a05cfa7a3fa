import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/project-folder.ts';
import { attackedServer, pagesAreBuilt } from '../support/attacked.ts';
import { bearer } from '../support/city.ts';
import { openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';
import { serverProgram } from '../support/server-program.ts';
import { send, TEST_PASSWORD, tokenOf } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

const AUTH_SECRET = 'q7Lw0zVb3nXk9RtY2mJc5HsD8fGa1PeU4iOx6KvTzQw=';
const here = attackedServer({ env: { LOG_LEVEL: 'trace', AUTH_SECRET } });

/** A day of somebody with everything that opens something; gives each secret with what it is. */
async function useEverySecret(): Promise<Map<string, string>> {
  const { url, admin, city } = here;
  const secrets = new Map([
    [AUTH_SECRET, 'the secret of the server'],
    [TEST_PASSWORD, 'a password'],
    [city.key.secret, 'a key'],
  ]);
  const sessionOf = (cookie: string): string => decodeURIComponent(cookie.split('=', 2)[1] ?? '');
  secrets.set(sessionOf(admin.cookie).split('.', 1)[0] ?? '', 'the token of a session');
  const door = await city.server.door();
  const invited = await door.addPerson({ name: 'A', login: 'invited', role: 'head', area: 'a' });
  await door.close();
  if ('faults' in invited) throw new Error(JSON.stringify(invited.faults));
  const token = tokenOf(invited.link);
  secrets.set(token, 'a one-time link').set('một mật khẩu sai hẳn', 'a wrong password');
  await send(url, '/api/v1/links/look', { token });
  await send(url, '/api/v1/links/use', { token, password: TEST_PASSWORD });
  await send(url, '/api/v1/links/use', { token, password: TEST_PASSWORD });
  await send(url, '/api/v1/session', { login: 'invited', password: 'một mật khẩu sai hẳn' });
  await send(url, '/api/v1/session', { login: 'invited', password: TEST_PASSWORD });
  const begun = await send(url, '/api/v1/me/second-factor', { password: TEST_PASSWORD }, admin.headers);
  const { uri = '', backupCodes = [] } = await begun.json();
  secrets.set(new URL(uri || 'otpauth://x?secret=none').searchParams.get('secret') ?? '', 'a second factor');
  for (const code of backupCodes) secrets.set(code, 'a backup code');
  const made = async (path: string, body: object): Promise<{ secret?: string; token?: string }> =>
    (await send(url, path, body, admin.headers)).json();
  const key = await made('/api/v1/admin/keys', {
    name: 'K',
    area: 'a',
    rights: ['read'],
    sources: [],
    types: [],
  });
  const wall = await made('/api/v1/admin/walls', { name: 'W', area: 'a', view: 'hall' });
  secrets.set(key.secret ?? '', 'a key').set(wall.token ?? '', 'the token of a wall');
  const wrong = `td_${'W'.repeat(43)}`;
  secrets.set(wrong, 'a wrong key');
  for (const secret of [key.secret ?? '', wrong, city.key.secret]) {
    await fetch(`${url}/api/v1/areas/a/board`, { headers: bearer(secret) });
    await fetch(`${url}/api/v1/areas?key=${secret}`);
    await fetch(`${url}/${secret}/${token}`);
    await city.post([ticketEvent(), ticketEvent({ id: secret })], { secret });
  }
  const watcher = await connectWatcher(url, { headers: { cookie: `thuoc_do.wall=${wall.token}` } });
  await watcher.watch('a');
  watcher.close();
  for (const [secret, what] of secrets) expect(secret.length, what).toBeGreaterThanOrEqual(8);
  return secrets;
}

describe('7: no secret', () => {
  it('gets into the log, at its most talkative, into a list or into the database as it is', async () => {
    const secrets = await useEverySecret();
    expect([...new Set(secrets.values())]).toHaveLength(10);
    const { url, admin, city } = here;
    // What is printed for whoever starts the server is no line of the log.
    const log = JSON.stringify(city.server.logs.filter(({ level }) => level !== undefined));
    const lists = await Promise.all(
      ['me', 'me/sessions', 'admin/keys', 'admin/walls', 'admin/people', 'admin/audit?area=city'].map(
        async (path) => (await fetch(`${url}/api/v1/${path}`, { headers: admin.headers })).text(),
      ),
    );
    const { rows: tables } = await city.database.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'auth_session'`,
    );
    for (const [secret, what] of secrets) {
      expect(log, `${what} in the log`).not.toContain(JSON.stringify(secret).slice(1, -1));
      for (const list of lists) expect(list, `${what} in a list`).not.toContain(secret);
      // Some of the wrong ones were sent as the names of events.
      if (what.includes('key')) continue;
      for (const { name } of tables) {
        const found = await city.database.pool.query(
          `SELECT FROM "${name}" AS row WHERE strpos(row::text, $1) > 0 LIMIT 1`,
          [secret],
        );
        expect(found.rowCount, `${what} in ${name}`).toBe(0);
      }
    }
  });

  it('of a key is kept: it is found by its hash, and one that differs in its last letter is none', async () => {
    const { secret, id } = await here.city.makeKey({ area: 'a' });
    const { rows } = await here.city.database.pool.query('SELECT * FROM api_key WHERE key = $1', [id]);
    expect(rows[0].hash).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(rows)).not.toContain(secret);
    const status = async (given: string): Promise<number> =>
      (await fetch(`${here.url}/api/v1/areas`, { headers: bearer(given) })).status;
    expect(await status(secret)).toBe(200);
    const last = secret.at(-1) === 'A' ? 'E' : 'A';
    for (const wrong of [
      `${secret.slice(0, -1)}${last}`,
      secret.toUpperCase(),
      `${secret}A`,
      secret.slice(0, -1),
    ])
      expect(await status(wrong)).toBe(401);
  });

  it('is asked for in an address: no parameter of the API is one', async () => {
    const { paths } = await (await fetch(`${here.url}/api/v1/openapi.json`)).json();
    const names = Object.values(paths as Record<string, Record<string, { parameters?: { name: string }[] }>>)
      .flatMap((path) => Object.values(path))
      .flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(20);
    // A key, a session and a wall have codes that open nothing.
    expect(names.filter((name) => /secret|token|password|cookie|authorization/i.test(name))).toEqual([]);
  });

  it.skipIf(!pagesAreBuilt)('is in what browsers are sent, nor the sources of the server', () => {
    const folder = join(projectFolder(), '.next', 'static');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
    const scripts = files.filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).not.toMatch(
        /AUTH_SECRET|DATABASE_URL|THUOC_DO_OWN|postgres(ql)?:\/\/|td_[\w-]{43}|PRIVATE KEY|better-auth|node:crypto/,
      );
    }
  });

  it.skipIf(!existsSync(join(projectFolder(), '.git')))('is in git', () => {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: projectFolder(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const files = git('ls-files').trim().split('\n');
    expect(
      files.filter((name) =>
        /(^|\/)(\.env|\.data|(auth-secret|postgres-password)$)|\.(pem|key|p12)$/.test(name),
      ),
    ).toEqual([]);
    const found = files.flatMap((name) => {
      const path = join(projectFolder(), name);
      if (name === 'package-lock.json' || !existsSync(path)) return [];
      const text = readFileSync(path, 'latin1');
      const keys = text.match(
        /\btd_[A-Za-z0-9_-]{43}\b|-----BEGIN [A-Z ]*PRIVATE KEY|npm_[A-Za-z0-9]{36}|gh[pousr]_\w{36}/g,
      );
      return (keys ?? []).map((key) => `${name}: ${key}`);
    });
    expect(found).toEqual([]);
    for (const name of ['.env', '.env.local', '.data/auth-secret'])
      expect(() => git('check-ignore', '-q', name), name).not.toThrow();
  });
});

it.each([
  ['AUTH_SECRET', 'please-change-me-0f9d8c7b6a5e4d3c2b1a09f8e7'],
  ['AUTH_SECRET', 'better-auth-secret-12345678901234567890'],
  ['AUTH_SECRET', 'short'],
  ['TRUSTED_PROXIES', '10.0.0.0/64'],
])('a start with %s=%s is refused by its name', async (name, text) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [await serverProgram(), '--no-pages'], {
    cwd: projectFolder(),
    env: { ...process.env, DATA_DIR: join(projectFolder(), 'never-made'), [name]: text },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`${name}: `);
  expect(stderr + stdout).not.toContain(text);
});

it('7: behind https every cookie is tied to this host, out of reach of scripts and of other sites', async () => {
  const city = await openCityServer({ env: { PUBLIC_URL: 'https://thuoc-do.example', AUTH_SECRET } });
  try {
    const door = await city.server.door();
    const invited = await door.addPerson({ name: 'A', login: 'head-of-a', role: 'head', area: 'a' });
    await door.close();
    if ('faults' in invited) throw new Error(JSON.stringify(invited.faults));
    const ours = { origin: 'https://thuoc-do.example' };
    const token = tokenOf(invited.link);
    const answer = await send(city.server.url, '/api/v1/links/use', { token, password: TEST_PASSWORD }, ours);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-thuoc_do\./);
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
      expect(cookie).not.toMatch(/Domain/i);
    }
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const held = cookies[0]?.split(';', 1)[0] ?? '';
    const me = async (cookie: string): Promise<number> =>
      (await fetch(`${city.server.url}/api/v1/me`, { headers: { cookie } })).status;
    expect(await me(held)).toBe(200);
    expect(await me(held.replace('__Host-', ''))).toBe(401);
    // http in place of https may be anybody on the way.
    const plain = await send(
      city.server.url,
      '/api/v1/session',
      {},
      { cookie: held, origin: 'http://thuoc-do.example' },
      'DELETE',
    );
    expect(plain.status).toBe(403);
  } finally {
    await city.close();
  }
});

here.survives();
