import { describe, expect, it } from 'vitest';
import { defineAll } from '../support/city.ts';
import { signInCity } from '../support/sign-in-city.ts';
import { carried, send, signIn, TEST_PASSWORD, tokenOf } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

const here = signInCity();

const use = (token: string, password: string | undefined = TEST_PASSWORD) =>
  send(here.url, '/api/v1/links/use', { token, password });
const me = async (headers: Record<string, string>): Promise<number> =>
  (await fetch(`${here.url}/api/v1/me`, { headers })).status;

async function invited(login: string) {
  const made = await here.door.addPerson({ name: 'Người mới', login, role: 'head', area: 'a' });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return { ...made, token: tokenOf(made.link) };
}

describe('one-time links', () => {
  it('carry their token in the fragment, and only its hash is stored', async () => {
    const { link, token } = await invited('fragment');
    expect(link).toBe(`${here.url}/enter#${token}`);
    const { rows } = await here.city.database.pool.query('SELECT * FROM one_time_link');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('can be looked at again and again and used once', async () => {
    const { token } = await invited('once');
    for (let n = 0; n < 2; n += 1) {
      const look = await send(here.url, '/api/v1/links/look', { token });
      expect(await look.json()).toMatchObject({ kind: 'invitation', name: 'Người mới', login: 'once' });
    }
    const all = await Promise.all([use(token), use(token), use(token)]);
    expect(all.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect((await send(here.url, '/api/v1/links/look', { token })).status).toBe(410);
  });

  it('refuse what is tampered with, expired, replaced, or belongs to somebody disabled', async () => {
    const tampered = await invited('tampered');
    const other = tampered.token.startsWith('A') ? 'B' : 'A';
    expect((await use(`${other}${tampered.token.slice(1)}`)).status).toBe(410);
    expect((await use('short')).status).toBe(422);

    const expired = await invited('expired');
    await here.city.database.pool.query(
      `UPDATE one_time_link SET expires_at = now() - interval '1 second' WHERE person = $1`,
      [expired.person],
    );
    expect((await use(expired.token)).status).toBe(410);

    const replaced = await invited('replaced');
    await here.door.linkPerson(replaced.person);
    expect((await use(replaced.token)).status).toBe(410);

    const disabled = await invited('disabled');
    await here.door.setDisabled(disabled.person, true);
    expect((await use(disabled.token)).status).toBe(410);
  });

  it('name the field and the rule of a bad password, and stay good', async () => {
    const { token } = await invited('fields');
    const none = await send(here.url, '/api/v1/links/use', { token });
    expect((await none.json()).faults).toEqual([{ pointer: '/password', rule: 'required' }]);
    const short = await use(token, 'ngắn');
    expect((await short.json()).faults).toEqual([{ pointer: '/password', rule: 'password_short' }]);
    expect((await use(token)).status).toBe(200);
  });

  it('a new way in ends every session of before', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const made = await here.door.linkPerson(head.person);
    const token = tokenOf(made?.link ?? '');
    expect(await (await send(here.url, '/api/v1/links/look', { token })).json()).toMatchObject({
      kind: 'recovery',
    });
    expect((await use(token, 'mật khẩu khác hẳn')).status).toBe(200);
    expect(await me(head.headers)).toBe(401);
  });

  it('go to one person each: a user name is taken once', async () => {
    await invited('taken');
    expect(await here.door.addPerson({ name: 'X', login: 'taken', role: 'head', area: 'a' })).toEqual({
      faults: [{ pointer: '/login', rule: 'login_taken' }],
    });
  });
});

describe('a session', () => {
  it('lives in a cookie that no script reads and no other site sends', async () => {
    const { token } = await invited('cookie');
    const [cookie] = (await use(token)).headers.getSetCookie();
    expect(cookie).toMatch(/^thuoc_do\.session_token=/);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=604800'])
      expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Secure');
  });

  it('a cookie with another signature, another token or none opens nothing', async () => {
    const { headers } = await signIn(here, { role: 'head', area: 'a' });
    const other = await signIn(here, { role: 'head', area: 'a' });
    const [name = '', value = ''] = (headers.cookie ?? '').split('=');
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    const foreign = decodeURIComponent((other.cookie ?? '').split('=')[1] ?? '').split('.')[1];
    expect(await me({ cookie: `${name}=${encodeURIComponent(`${token}.${signature}`)}` })).toBe(200);
    for (const forged of [
      `${token}.${foreign}`,
      token,
      `${token}.`,
      `.${signature}`,
      `x${token}.${signature}`,
    ])
      expect(await me({ cookie: `${name}=${encodeURIComponent(forged)}` }), forged).toBe(401);
  });

  it('outlives a restart, and every act of it stands in the log with its author', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    await here.city.server.stop();
    await here.city.server.restart();
    await here.reopenDoor();
    expect(await me(head.headers)).toBe(200);
    const { rows } = await here.city.database.pool.query(
      `SELECT e.type, p.value ->> 'from' AS "from" FROM event e LEFT JOIN personal p USING (seq)
       WHERE e.source = $1 ORDER BY e.seq`,
      [`/person/${head.person}`],
    );
    expect(rows).toEqual([
      { type: 'person.credentials_changed', from: expect.stringMatching(/127\.0\.0\.1|::1/) },
      { type: 'session.started', from: expect.stringMatching(/127\.0\.0\.1|::1/) },
    ]);
  });

  it('ends with its person, and its sockets within a second', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const watcher = await connectWatcher(here.url, { headers: { cookie: head.cookie } });
    expect((await watcher.watch('a')).kind).toBe('snapshot');
    const started = performance.now();
    const gone = new Promise((done) => watcher.socket.once('disconnect', done));
    await here.door.setDisabled(head.person, true);
    await gone;
    expect(performance.now() - started).toBeLessThan(1000);
    expect(await me(head.headers)).toBe(401);
    await here.door.setDisabled(head.person, false);
    expect(await me(head.headers)).toBe(401);
  });

  it('of an ended grant nothing is left, at once', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const board = () => fetch(`${here.url}/api/v1/areas/a/board`, { headers: head.headers });
    expect((await board()).status).toBe(200);
    const people = await here.door.people();
    const grant = people.find(({ person }) => person === head.person)?.grants[0]?.grant ?? '';
    await defineAll(here.door, [{ type: 'person.grant_ended', data: { grant } }]);
    expect((await board()).status).toBe(403);
  });
});

it('no secret stands in the program’s own log', async () => {
  const { token } = await invited('quiet');
  const response = await use(token);
  const { cookie } = carried(here.url, response);
  await send(here.url, '/api/v1/session', { login: 'quiet', password: 'sai-mật-khẩu-này' });
  const said = JSON.stringify(here.city.server.logs.filter(({ level }) => level !== undefined));
  for (const secret of [token, cookie.split('=')[1] ?? '', TEST_PASSWORD, 'sai-mật-khẩu-này', '/start#'])
    expect(said).not.toContain(secret);
});
