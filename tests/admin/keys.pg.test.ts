import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKeyUse } from '../../server/access/key-use.ts';
import { ADMIN_NOW, type AdminServer, openAdminServer } from '../support/admin-server.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

const KEYS = '/api/v1/admin/keys';
const scope = { area: 'north', name: 'Máy lấy số', rights: ['read'], sources: [], types: [] };
const make = async (area = 'north') => (await city.ask('root', 'POST', KEYS, { ...scope, area })).body;
const lineOf = async (key: string, who = 'root') =>
  (await city.ask(who, 'GET', KEYS)).body.keys.find((line: { key: string }) => line.key === key);
const readsWith = async (secret: string) => (await city.ask(secret, 'GET', '/api/v1/areas')).status;

describe('making keys', () => {
  test('the secret is shown once and works; no list holds it or its hash', async () => {
    const made = await city.ask('chief', 'POST', KEYS, scope);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({ key: expect.stringMatching(/^k_/), secret: expect.stringMatching(/^td_/) });
    expect(await readsWith(made.body.secret)).toBe(200);
    const list = await city.ask('chief', 'GET', KEYS);
    expect(list.body.keys).toContainEqual({
      ...scope,
      key: made.body.key,
      createdAt: new Date(ADMIN_NOW).toISOString(),
      revokedAt: null,
      lastUsedAt: new Date(ADMIN_NOW).toISOString(),
    });
    expect(JSON.stringify(list.body)).not.toMatch(/hash|td_|[0-9a-f]{64}/);
  });

  test.each([
    [{ ...scope, rights: [] }, '/rights', 'too_small'],
    [{ ...scope, name: '' }, '/name', 'required'],
    [{ ...scope, types: ['ticket.eaten'] }, '/types/0', 'unknown_type'],
    [{ ...scope, area: 'no such' }, '/area', 'bad_area_code'],
    [{ ...scope, secret: 'mine' }, '/secret', 'unknown_field'],
  ])('a bad field is named with its rule: %j', async (body, pointer, rule) => {
    const refused = await city.ask('root', 'POST', KEYS, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad_input', faults: [{ pointer, rule }] } });
  });

  test('only below the own area: what lies elsewhere is not there', async () => {
    const elsewhere = await city.ask('north-admin', 'POST', KEYS, { ...scope, area: 'c' });
    const nowhere = await city.ask('north-admin', 'POST', KEYS, { ...scope, area: 'nowhere' });
    expect(elsewhere).toMatchObject({ status: 404, body: { code: 'unknown_area' } });
    expect(nowhere.body).toEqual(elsewhere.body);
    expect((await city.ask('leader', 'POST', KEYS, scope)).status).toBe(403);
    expect((await city.ask(null, 'POST', KEYS, scope)).status).toBe(401);
  });
});

describe('rotation', () => {
  test('both keys work until the old one is revoked, and then at once only the new one', async () => {
    const old = await make();
    const rotated = await city.ask('north-admin', 'POST', `${KEYS}/${old.key}/rotation`, {});
    expect(rotated.status).toBe(201);
    expect([await readsWith(old.secret), await readsWith(rotated.body.secret)]).toEqual([200, 200]);
    const { key: _, ...same } = await lineOf(old.key);
    expect(await lineOf(rotated.body.key)).toMatchObject(same);

    expect((await city.ask('north-admin', 'DELETE', `${KEYS}/${old.key}`)).status).toBe(200);
    expect([await readsWith(old.secret), await readsWith(rotated.body.secret)]).toEqual([401, 200]);
    expect((await lineOf(old.key)).revokedAt).toBe(new Date(ADMIN_NOW).toISOString());
  });

  test('a revoked key is not rotated, and revoking it again changes nothing', async () => {
    const { key } = await make();
    await city.ask('root', 'DELETE', `${KEYS}/${key}`);
    expect((await city.ask('root', 'POST', `${KEYS}/${key}/rotation`, {})).body.faults).toEqual([
      { pointer: '/key', rule: 'revoked_key' },
    ]);
    expect((await city.ask('root', 'DELETE', `${KEYS}/${key}`)).body).toEqual({ stored: 0, unchanged: 1 });
  });

  test('a key out of reach is not there', async () => {
    const { key, secret } = await make('other');
    for (const [method, path] of [
      ['POST', `${KEYS}/${key}/rotation`],
      ['DELETE', `${KEYS}/${key}`],
    ] as const)
      expect((await city.ask('chief', method, path, method === 'POST' ? {} : undefined)).status).toBe(404);
    expect((await city.ask('chief', 'DELETE', `${KEYS}/k_nothing`)).status).toBe(404);
    expect(await lineOf(key, 'chief')).toBeUndefined();
    expect(await readsWith(secret)).toBe(200);
  });
});

test('an area narrows the list', async () => {
  const [north, other] = [await make(), await make('other')];
  const keys = async (area: string) =>
    (await city.ask('root', 'GET', `${KEYS}?area=${area}`)).body.keys.map(({ key }: { key: string }) => key);
  expect(await keys('city')).toContain(north.key);
  expect(await keys('city')).not.toContain(other.key);
  expect((await city.ask('chief', 'GET', `${KEYS}?area=other`)).status).toBe(404);
});

test('the last use outlives the server: it is written to its own column', async () => {
  const { key, secret } = await make();
  await readsWith(secret);
  const column = async () =>
    (await city.core.database.pool.query('SELECT last_used_at AS at FROM api_key WHERE key = $1', [key]))
      .rows[0].at;
  expect(await column()).toBeNull();
  await city.keyUse.stop();
  expect(await column()).toEqual(new Date(ADMIN_NOW));
  const after = startKeyUse(city.core);
  expect((await after.all()).get(key)).toBe(ADMIN_NOW);
  await after.stop();
});
