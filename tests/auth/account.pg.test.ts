import { describe, expect, it } from 'vitest';
import type { LoansAnswer, Me, SessionsAnswer } from '../../lib/wire/access/account.ts';
import type { SecondFactorAnswer } from '../../lib/wire/access/sign-in.ts';
import { defineAll } from '../support/city.ts';
import { signInCity } from '../support/sign-in-city.ts';
import { carried, type SignedIn, send, signIn, TEST_PASSWORD } from '../support/signed-in.ts';
import { totp } from '../support/totp.ts';

const here = signInCity();

const get = (path: string, { headers }: Pick<SignedIn, 'headers'>): Promise<Response> =>
  fetch(`${here.url}${path}`, { headers });
const post = (path: string, body: unknown, { headers }: Pick<SignedIn, 'headers'>, method = 'POST') =>
  send(here.url, path, body, headers, method);
const remove = (path: string, { headers }: Pick<SignedIn, 'headers'>) =>
  fetch(`${here.url}${path}`, { method: 'DELETE', headers: headers });
const me = async (who: Pick<SignedIn, 'headers'>): Promise<Me> => (await get('/api/v1/me', who)).json();
const signInAgain = async (login: string, password = TEST_PASSWORD) => {
  const response = await send(here.url, '/api/v1/session', { login, password });
  return { response, ...carried(here.url, response) };
};

describe('the own account', () => {
  it('says who I am and what I hold', async () => {
    const head = await signIn(here, { role: 'head', area: 'a', name: 'Trần Thị Bình' });
    expect(await me(head)).toEqual({
      person: head.person,
      name: 'Trần Thị Bình',
      login: head.login,
      email: null,
      roles: [
        {
          grant: expect.stringMatching(/^g_/),
          role: 'head',
          area: { code: 'a', name: 'A' },
          fromDay: null,
          toDay: null,
          onBehalfOf: null,
        },
      ],
      to: '/',
      secondFactor: { on: false, required: false },
      administers: false,
    });
  });

  it('a key has no account, and nobody has none', async () => {
    const key = { headers: { authorization: `Bearer ${here.city.key.secret}` } };
    expect((await get('/api/v1/me', key)).status).toBe(403);
    expect((await get('/api/v1/me', { headers: {} })).status).toBe(401);
  });

  it('lists the own sessions and ends one of them at once', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const other = await signInAgain(head.login);
    const list: SessionsAnswer = await (await get('/api/v1/me/sessions', head)).json();
    expect(list.sessions).toHaveLength(2);
    expect(list.sessions.filter(({ current }) => current)).toHaveLength(1);
    const foreign = list.sessions.find(({ current }) => !current);
    expect((await remove(`/api/v1/me/sessions/${foreign?.session}`, head)).status).toBe(204);
    expect((await get('/api/v1/me', other)).status).toBe(401);
    expect((await get('/api/v1/me', head)).status).toBe(200);
  });

  it('nobody ends the session of somebody else', async () => {
    const [one, two] = [
      await signIn(here, { role: 'head', area: 'a' }),
      await signIn(here, { role: 'head', area: 'a' }),
    ];
    const list: SessionsAnswer = await (await get('/api/v1/me/sessions', two)).json();
    expect((await remove(`/api/v1/me/sessions/${list.sessions[0]?.session}`, one)).status).toBe(404);
    expect((await get('/api/v1/me', two)).status).toBe(200);
  });

  it('ends all others, and signing out ends this one', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const other = await signInAgain(head.login);
    expect((await remove('/api/v1/me/sessions', head)).status).toBe(204);
    expect((await get('/api/v1/me', other)).status).toBe(401);
    const out = await remove('/api/v1/session', head);
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().join()).toMatch(/thuoc_do\.session_token=; Max-Age=0/);
    expect((await get('/api/v1/me', head)).status).toBe(401);
  });

  it('a new password ends the other sessions and is the only one that works', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const other = await signInAgain(head.login);
    const next = 'mật khẩu mới còn dài hơn';
    const wrong = await post('/api/v1/me/password', { current: 'x', next }, head);
    expect([wrong.status, (await wrong.json()).faults]).toEqual([
      422,
      [{ pointer: '/current', rule: 'current_wrong' }],
    ]);
    const short = await post('/api/v1/me/password', { current: TEST_PASSWORD, next: 'ngắn' }, head);
    expect((await short.json()).faults).toEqual([{ pointer: '/next', rule: 'password_short' }]);
    const right = await post('/api/v1/me/password', { current: TEST_PASSWORD, next }, head);
    expect(right.status).toBe(204);
    expect((await get('/api/v1/me', other)).status).toBe(401);
    expect((await get('/api/v1/me', head)).status).toBe(200);
    expect((await signInAgain(head.login)).response.status).toBe(401);
    expect((await signInAgain(head.login, next)).response.status).toBe(200);
  });
});

describe('the second factor', () => {
  const begin = async (who: Pick<SignedIn, 'headers'>): Promise<SecondFactorAnswer> =>
    (await post('/api/v1/me/second-factor', { password: TEST_PASSWORD }, who)).json();

  async function turnOn(who: SignedIn) {
    const answer = await begin(who);
    const response = await post('/api/v1/me/second-factor/confirm', { code: totp(answer.secret) }, who);
    expect(response.status).toBe(200);
    return { ...answer, ...carried(here.url, response) };
  }

  it('is begun with the password, confirmed with a code, and then asked for at every sign-in', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const other = await signInAgain(head.login);
    const wrong = await post('/api/v1/me/second-factor', { password: 'x' }, head);
    expect((await wrong.json()).faults).toEqual([{ pointer: '/password', rule: 'password_wrong' }]);
    const begun = await begin(head);
    expect(begun.uri).toContain('otpauth://totp/');
    expect(begun.uri).toContain(head.login);
    expect(begun.backupCodes).toHaveLength(10);
    const mistyped = await post('/api/v1/me/second-factor/confirm', { code: '000000' }, head);
    expect((await mistyped.json()).faults).toEqual([{ pointer: '/code', rule: 'code_wrong' }]);
    // Not yet on: the password alone still does.
    expect((await me(head)).secondFactor.on).toBe(false);

    const confirmed = await post('/api/v1/me/second-factor/confirm', { code: totp(begun.secret) }, head);
    expect(confirmed.status).toBe(200);
    const renewed = carried(here.url, confirmed);
    expect((await me(renewed)).secondFactor.on).toBe(true);
    for (const old of [head, other]) expect((await get('/api/v1/me', old)).status).toBe(401);

    const first = await signInAgain(head.login);
    expect(await first.response.json()).toEqual({ kind: 'second_factor' });
    expect(first.cookie).not.toContain('session_token');
    expect((await get('/api/v1/me', first)).status).toBe(401);
    const bad = await post('/api/v1/session/second-factor', { code: '000000' }, first);
    expect(bad.status).toBe(401);
    const second = await post('/api/v1/session/second-factor', { code: totp(begun.secret) }, first);
    expect(await second.json()).toEqual({ kind: 'signed_in', to: '/' });
    expect((await me(carried(here.url, second))).person).toBe(head.person);
  });

  it('a backup code works once', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const { backupCodes } = await turnOn(head);
    const code = backupCodes[0];
    const used = await post('/api/v1/session/second-factor', { code }, await signInAgain(head.login));
    expect(used.status).toBe(200);
    const again = await post('/api/v1/session/second-factor', { code }, await signInAgain(head.login));
    expect(again.status).toBe(401);
  });

  it('is turned off with the password alone', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const on = await turnOn(head);
    const off = await post('/api/v1/me/second-factor/off', { password: TEST_PASSWORD }, on);
    expect(off.status).toBe(200);
    expect((await me(carried(here.url, off))).secondFactor.on).toBe(false);
    expect(await (await signInAgain(head.login)).response.json()).toMatchObject({ kind: 'signed_in' });
  });

  it('K7: a role that asks for one is not held by a session without one', async () => {
    const auditor = await signIn(here, { role: 'inspector', area: 'a' });
    expect((await get('/api/v1/areas/a/board', auditor)).status).toBe(200);
    await defineAll(here.door, [
      { type: 'person.totp_required', data: { role: 'inspector', required: true } },
    ]);
    expect((await get('/api/v1/areas/a/board', auditor)).status).toBe(403);
    expect(await me(auditor)).toMatchObject({ roles: [], secondFactor: { on: false, required: true } });
    const on = await turnOn(auditor);
    expect((await get('/api/v1/areas/a/board', on)).status).toBe(200);
    expect(await me(on)).toMatchObject({
      roles: [{ role: 'inspector' }],
      secondFactor: { on: true, required: true },
    });
  });
});

describe('K3: lending a role', () => {
  const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const lend = async (who: SignedIn, more: object) => {
    const { roles } = await me(who);
    const days = { fromDay: today(), toDay: today() };
    return post('/api/v1/me/loans', { grant: roles[0]?.grant, ...days, ...more }, who);
  };

  it('whoever borrows acts on behalf of the lender, until it is taken back', async () => {
    const head = await signIn(here, { role: 'head', area: 'a', name: 'Người cho' });
    const clerk = await signIn(here, { role: 'clerk', area: 'b', name: 'Người nhận' });
    expect((await get('/api/v1/areas/a/board', clerk)).status).toBe(404);
    const lent = await lend(head, { to: clerk.login });
    expect(lent.status).toBe(200);
    const { loans }: LoansAnswer = await lent.json();
    expect(loans).toMatchObject([
      { role: 'head', from: { name: 'Người cho' }, to: { person: clerk.person, name: 'Người nhận' } },
    ]);
    expect((await get('/api/v1/areas/a/board', clerk)).status).toBe(200);
    expect((await me(clerk)).roles).toMatchObject([
      { role: 'clerk', onBehalfOf: null },
      { role: 'head', onBehalfOf: { person: head.person, name: 'Người cho' }, toDay: today() },
    ]);
    // What is borrowed is not lent on.
    const borrowed = (await me(clerk)).roles[1]?.grant;
    const on = await post(
      '/api/v1/me/loans',
      { grant: borrowed, to: head.login, fromDay: today(), toDay: today() },
      clerk,
    );
    expect((await on.json()).faults).toEqual([{ pointer: '/grant', rule: 'unknown_grant' }]);
    expect((await remove(`/api/v1/me/loans/${loans[0]?.loan}`, clerk)).status).toBe(404);
    expect((await remove(`/api/v1/me/loans/${loans[0]?.loan}`, head)).status).toBe(204);
    expect((await get('/api/v1/areas/a/board', clerk)).status).toBe(404);
  });

  it('names the field and the rule of what cannot be lent', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const far = await signIn(here, { role: 'clerk', area: 'x' });
    const cases: [object, string, string][] = [
      [{ to: far.login }, '/to', 'unknown_person'],
      [{ to: 'nobody-at-all' }, '/to', 'unknown_person'],
      [{ to: head.login }, '/to', 'lent_to_self'],
      [{ to: far.login, fromDay: '2020-01-01', toDay: '2020-01-02' }, '/toDay', 'days_past'],
      [{ to: far.login, fromDay: '2999-01-02', toDay: '2999-01-01' }, '/toDay', 'days_reversed'],
      [{ to: '' }, '/to', 'required'],
      [{ to: head.login, grant: 'g_no' }, '/grant', 'unknown_grant'],
    ];
    for (const [more, pointer, rule] of cases) {
      const answer = await lend(head, more);
      expect([answer.status, (await answer.json()).faults], rule).toEqual([422, [{ pointer, rule }]]);
    }
  });

  it('a role of figures alone is not lent', async () => {
    const analyst = await signIn(here, { role: 'analyst', area: 'a' });
    expect((await lend(analyst, { to: 'anybody' })).status).toBe(403);
  });
});
