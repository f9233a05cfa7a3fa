import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

const WALLS = '/api/v1/admin/walls';
const POLICY = '/api/v1/admin/policy';
const hall = { name: 'Sảnh chờ', area: 'a', view: 'hall' };

describe('walls', () => {
  test('a token is shown once and opens its area until it is revoked', async () => {
    const made = await city.ask('north-admin', 'POST', WALLS, hall);
    expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^[\w-]{43}$/) } });
    const { wall, token } = made.body;
    const cookie = { cookie: `thuoc_do.wall=${token}` };
    const seen = async () => (await city.ask(null, 'GET', '/api/v1/areas', undefined, cookie)).body.areas;
    expect((await seen()).map(({ code }: { code: string }) => code)).toEqual(['a']);
    const list = await city.ask('chief', 'GET', WALLS);
    expect(list.body.walls).toEqual([{ ...hall, wall, revoked: false }]);

    expect((await city.ask('north-admin', 'DELETE', `${WALLS}/${wall}`)).status).toBe(200);
    expect(await seen()).toBeUndefined();
    expect((await city.ask('chief', 'GET', WALLS)).body.walls).toEqual([{ ...hall, wall, revoked: true }]);
    expect((await city.ask('stranger', 'GET', WALLS)).body.walls).toEqual([]);
    expect((await city.ask('stranger', 'DELETE', `${WALLS}/${wall}`)).status).toBe(404);
  });

  test('a view that does not exist is named; an area out of reach is not there', async () => {
    const refused = await city.ask('root', 'POST', WALLS, { ...hall, view: 'roof' });
    expect(refused.body.faults).toEqual([{ pointer: '/view', rule: 'bad_value' }]);
    expect((await city.ask('north-admin', 'POST', WALLS, { ...hall, area: 'c' })).status).toBe(404);
    expect((await city.ask('north-admin', 'DELETE', `${WALLS}/w_nothing`)).status).toBe(404);
  });
});

describe('policy', () => {
  test('whoever holds everything says which roles need a second factor', async () => {
    expect((await city.ask('root', 'GET', POLICY)).body).toEqual({ totpRequired: [] });
    const set = (required: boolean) => city.ask('root', 'POST', POLICY, { role: 'leader', required });
    expect((await set(true)).body).toEqual({ totpRequired: ['leader'] });
    const { seq } = city.core.memory.head;
    await set(true);
    expect(city.core.memory.head.seq, 'said again it is no event').toBe(seq);
    expect((await set(false)).body).toEqual({ totpRequired: [] });
  });

  test('K4: whoever administers one city may not', async () => {
    expect((await city.ask('chief', 'GET', POLICY)).status).toBe(403);
    expect((await city.ask('chief', 'POST', POLICY, { role: 'admin', required: true })).status).toBe(403);
    const refused = await city.ask('root', 'POST', POLICY, { role: 'king', required: true });
    expect(refused.body.faults).toEqual([{ pointer: '/role', rule: 'bad_value' }]);
  });
});
