import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../server/log/actor.ts';
import { ADMIN_NOW, type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

const PEOPLE = '/api/v1/admin/people';
let people = 0;
const someone = (more: object = {}) => {
  people += 1;
  return { name: `Người ${people}`, login: `nguoi-${people}`, role: 'head', area: 'a', ...more };
};
const add = async (more: object = {}, who = 'root') => {
  const added = await city.ask(who, 'POST', PEOPLE, someone(more));
  expect(added, JSON.stringify(added.body)).toMatchObject({ status: 201 });
  return added.body as { person: string; link: string; expiresAt: string };
};
const list = async (who: string, query = '') => (await city.ask(who, 'GET', `${PEOPLE}${query}`)).body.people;
const lineOf = async (person: string, who = 'root') =>
  (await list(who)).find((line: { person: string }) => line.person === person);

describe('adding somebody', () => {
  test('answers an invitation whose token stands in the fragment; the list shows grants and who joined', async () => {
    const { person, link, expiresAt } = await add({ email: 'Mai@Example.vn', fromDay: TODAY }, 'north-admin');
    expect(link).toMatch(/^https:\/\/td\.example\/enter#[\w-]{43}$/);
    expect(Date.parse(expiresAt)).toBeGreaterThan(ADMIN_NOW);
    expect(await lineOf(person, 'north-admin')).toEqual({
      person,
      name: expect.any(String),
      login: expect.stringMatching(/^nguoi-/),
      email: 'mai@example.vn',
      area: 'a',
      disabled: false,
      secondFactor: false,
      joined: false,
      lastSeenAt: null,
      changeable: true,
      grants: [{ grant: expect.stringMatching(/^g_/), role: 'head', area: 'a', fromDay: TODAY, toDay: null }],
      officers: [],
    });
  });

  test.each([
    [{ name: '' }, '/name', 'required'],
    [{ login: 'a b' }, '/login', 'login_form'],
    [{ login: 'chief' }, '/login', 'login_taken'],
    [{ email: 'nobody' }, '/email', 'email_form'],
    [{ email: 'CHIEF@a.vn' }, '/email', 'email_taken'],
    [{ role: 'king' }, '/role', 'bad_value'],
    [{ area: 'north' }, '/role', 'role_not_here'],
    [{ area: null }, '/area', 'role_needs_area'],
    [{ fromDay: '2026-12-02', toDay: '2026-12-01' }, '/toDay', 'days_reversed'],
  ])('a bad field is named with its rule and nobody is added: %j', async (more, pointer, rule) => {
    const before = (await list('root')).length;
    const refused = await city.ask('root', 'POST', PEOPLE, someone(more));
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer, rule }] } });
    expect(await list('root')).toHaveLength(before);
  });

  test('two at once cannot take one login', async () => {
    const both = await Promise.all(
      [1, 2].map(() => city.ask('root', 'POST', PEOPLE, someone({ login: 'cung-ten' }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('only below the own area, and only whoever administers', async () => {
    const status = async (who: string | null, area: string | null, role = 'admin') =>
      (await city.ask(who, 'POST', PEOPLE, someone({ area, role }))).status;
    expect(await status('north-admin', 'city')).toBe(404);
    expect(await status('north-admin', 'nowhere')).toBe(404);
    expect(await status('chief', null)).toBe(403);
    expect(await status('leader', 'a')).toBe(403);
    expect(await status(null, 'a')).toBe(401);
    expect(await status('north-admin', 'b')).toBe(201);
  });
});

describe('the list', () => {
  test('shows whoever the caller administers, of roles only those, and of an area whoever belongs there', async () => {
    const named = async (who: string, query = '') =>
      (await list(who, query)).map(({ person }: { person: string }) => person);
    expect(await named('stranger')).toEqual(['stranger']);
    expect(await named('north-admin')).toEqual(expect.arrayContaining(['north-admin', 'clerk']));
    expect(await named('north-admin')).not.toEqual(expect.arrayContaining(['chief']));
    expect(await named('root', '?area=other')).toEqual(['stranger']);
    expect((await city.ask('north-admin', 'GET', `${PEOPLE}?area=other`)).status).toBe(404);

    // Somebody of another city who also works here is seen here, without address and without the roles held there.
    await city.ask('root', 'POST', `${PEOPLE}/stranger/grants`, { role: 'inspector', area: 'north' });
    expect(await lineOf('stranger', 'north-admin')).toMatchObject({
      email: null,
      changeable: false,
      grants: [{ role: 'inspector', area: 'north' }],
    });
  });
});

describe('K9: nobody changes a person who is more than they are', () => {
  const changes: [method: string, what: string, body?: object][] = [
    ['PUT', '', { name: 'X', login: 'x-x-x' }],
    ['POST', '/state', { disabled: true }],
    ['POST', '/links', {}],
    ['GET', '/sessions'],
    ['DELETE', '/sessions'],
  ];
  test.each(changes)('%s people/:person%s', async (method, what, body) => {
    const status = async (who: string | null, person: string) =>
      (await city.ask(who, method, `${PEOPLE}/${person}${what}`, body)).status;
    // Of the district: an administrator of the whole city, of everything, a leader of the city, nobody at all.
    for (const person of ['chief', 'root', 'leader', 'nobody'])
      expect(await status('north-admin', person)).toBe(404);
    // At home in a ward of the district, but with a role to come in the city, or one lent.
    const { person: promoted } = await add();
    const later = { role: 'analyst', area: 'city', fromDay: '2027-01-01' };
    expect((await city.ask('chief', 'POST', `${PEOPLE}/${promoted}/grants`, later)).status).toBe(201);
    expect(await status('north-admin', promoted)).toBe(404);
    const { person: deputy } = await add();
    await defineAll(city.core.door, [
      {
        type: 'person.lent',
        data: { loan: randomUUID(), grant: 'g-leader', to: deputy, fromDay: TODAY, toDay: TODAY },
      },
    ]);
    expect(await status('north-admin', deputy)).toBe(404);
    expect(await status('leader', 'clerk')).toBe(403);
    expect(await status(null, 'clerk')).toBe(401);
  });

  test('a loan that is over takes nothing away', async () => {
    const { person } = await add();
    const days = { fromDay: '2026-11-01', toDay: '2026-11-22' };
    await defineAll(city.core.door, [
      { type: 'person.lent', data: { loan: randomUUID(), grant: 'g-leader', to: person, ...days } },
    ]);
    expect((await city.ask('north-admin', 'POST', `${PEOPLE}/${person}/links`, {})).status).toBe(201);
  });
});

describe('changing somebody', () => {
  test('a new name, login and address; those of others are refused, the own ones are not', async () => {
    const { person } = await add({ email: 'cu@a.vn' });
    const rename = (given: object) => city.ask('chief', 'PUT', `${PEOPLE}/${person}`, given);
    const given = { name: 'Lê Thị Mới', login: 'le-moi', email: 'cu@a.vn' };
    expect((await rename(given)).status).toBe(200);
    expect(await lineOf(person)).toMatchObject(given);
    expect((await rename({ ...given, login: 'Root' })).body.faults).toEqual([
      { pointer: '/login', rule: 'login_taken' },
    ]);
    expect((await rename({ name: 'Không thư', login: 'le-moi' })).status).toBe(200);
    expect(await lineOf(person)).toMatchObject({ name: 'Không thư', email: null });
  });

  test('disabling ends the sessions, and whoever is disabled may nothing until enabled', async () => {
    const { person } = await add();
    const sees = async () => (await city.ask(person, 'GET', '/api/v1/areas')).status;
    const turn = (disabled: boolean) => city.ask('chief', 'POST', `${PEOPLE}/${person}/state`, { disabled });
    expect(await sees()).toBe(200);
    expect((await turn(true)).status).toBe(200);
    expect(await sees()).toBe(401);
    expect(await lineOf(person)).toMatchObject({ disabled: true });
    await turn(false);
    expect(await sees()).toBe(200);
    const { seq } = city.core.memory.head;
    await turn(false);
    expect(city.core.memory.head.seq, 'said again it is no event').toBe(seq);
  });

  test('a new link takes back the one before', async () => {
    const { person, link } = await add();
    const again = await city.ask('chief', 'POST', `${PEOPLE}/${person}/links`, {});
    expect(again.body).toMatchObject({ person, link: expect.stringContaining('/enter#') });
    const tokenOf = (of: string) => of.split('#')[1] ?? '';
    expect(await city.auth.links.look(tokenOf(link))).toBeNull();
    expect(await city.auth.links.look(tokenOf(again.body.link))).toMatchObject({
      kind: 'invitation',
      person,
    });
    await city.core.database.pool.query(
      `INSERT INTO auth_account (id, account_id, provider_id, person, password, created_at, updated_at)
       VALUES ($1, $1, 'credential', $1, 'hash', now(), now())`,
      [person],
    );
    const recovery = await city.ask('chief', 'POST', `${PEOPLE}/${person}/links`, {});
    expect(await city.auth.links.look(tokenOf(recovery.body.link))).toMatchObject({ kind: 'recovery' });
    expect(await lineOf(person)).toMatchObject({ joined: true });
  });

  test('sessions are listed and all ended', async () => {
    const { person } = await add();
    const token = randomUUID();
    await city.core.database.pool.query(
      `INSERT INTO auth_session (id, token, person, expires_at, ip_address, user_agent, created_at, updated_at)
       VALUES ($1, $1, $2, $3, '203.0.113.7', 'Firefox', $4, $4)`,
      [token, person, new Date(ADMIN_NOW + 3_600_000), new Date(ADMIN_NOW)],
    );
    await city.auth.sessions.begin(token, '203.0.113.7');
    const sessions = async () =>
      (await city.ask('chief', 'GET', `${PEOPLE}/${person}/sessions`)).body.sessions;
    expect(await sessions()).toMatchObject([{ session: token, from: '203.0.113.7', current: false }]);
    expect((await city.ask('chief', 'DELETE', `${PEOPLE}/${person}/sessions`)).status).toBe(200);
    expect(await sessions()).toEqual([]);
  });
});

describe('roles', () => {
  test('are given and ended where the caller administers, and hold at once', async () => {
    const { person } = await add();
    const give = (who: string, area: string | null, role = 'inspector') =>
      city.ask(who, 'POST', `${PEOPLE}/${person}/grants`, { role, area });
    expect((await give('stranger', 'a')).status).toBe(404);
    expect((await give('chief', null, 'admin')).status).toBe(404);
    expect(
      (await city.ask('chief', 'POST', `${PEOPLE}/nobody/grants`, { role: 'inspector', area: 'a' })).status,
    ).toBe(404);
    expect((await give('chief', 'a', 'leader')).body.faults).toEqual([
      { pointer: '/role', rule: 'role_not_here' },
    ]);
    const { grant } = (await give('chief', 'c')).body;
    const sees = async () => (await city.ask(person, 'GET', '/api/v1/areas')).body.areas.length;
    expect(await sees()).toBe(2);
    expect((await city.ask('north-admin', 'DELETE', `/api/v1/admin/grants/${grant}`)).status).toBe(404);
    expect((await city.ask('chief', 'DELETE', '/api/v1/admin/grants/g_nothing')).status).toBe(404);
    expect((await city.ask('chief', 'DELETE', `/api/v1/admin/grants/${grant}`)).status).toBe(200);
    expect(await sees()).toBe(1);
  });

  test('nobody disables the own account or ends the own administration', async () => {
    const state = await city.ask('chief', 'POST', `${PEOPLE}/chief/state`, { disabled: true });
    expect(state.body.faults).toEqual([{ pointer: '/disabled', rule: 'yourself' }]);
    const grant = await city.ask('chief', 'DELETE', '/api/v1/admin/grants/g-chief');
    expect(grant.body.faults).toEqual([{ pointer: '/grant', rule: 'yourself' }]);
  });

  test('K8: the last administrator who stays is neither disabled nor ended', async () => {
    // Holds everything too, but only until today: afterwards nobody would.
    const { person } = await add({ role: 'admin', area: null, toDay: TODAY });
    const disable = () => city.ask(person, 'POST', `${PEOPLE}/root/state`, { disabled: true });
    const end = () => city.ask(person, 'DELETE', '/api/v1/admin/grants/g-root');
    expect((await disable()).body.faults).toEqual([{ pointer: '/person', rule: 'last_admin' }]);
    expect((await end()).body.faults).toEqual([{ pointer: '/grant', rule: 'last_admin' }]);
    const byOperator = await city.core.door.define(
      [{ type: 'person.grant_ended', data: { grant: 'g-root' } }],
      OPERATOR,
    );
    expect(byOperator).toMatchObject([{ status: 'rejected', error: { code: 'last_admin' } }]);

    const { person: heir } = await add({ role: 'admin', area: null });
    expect((await city.ask(heir, 'POST', `${PEOPLE}/root/state`, { disabled: true })).status).toBe(200);
    expect(
      (await city.ask(person, 'POST', `${PEOPLE}/${heir}/state`, { disabled: true })).body.faults,
    ).toEqual([{ pointer: '/person', rule: 'last_admin' }]);
    expect((await city.ask(heir, 'POST', `${PEOPLE}/root/state`, { disabled: false })).status).toBe(200);
  });
});
