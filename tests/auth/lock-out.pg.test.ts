import { describe, expect, it } from 'vitest';
import { createLockOut, type LockOut } from '../../server/auth/lock-out.ts';
import { signInCity } from '../support/sign-in-city.ts';
import { send, signIn, TEST_PASSWORD } from '../support/signed-in.ts';

const here = signInCity();

const lockOut = (): LockOut => createLockOut(here.city);

describe('guessing', () => {
  it('is answered the same for unknown, wrong, disabled and not joined', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const gone = await signIn(here, { role: 'head', area: 'a' });
    await here.door.setDisabled(gone.person, true);
    await here.door.addPerson({ name: 'X', login: 'not-joined', role: 'head', area: 'a' });
    const tries = [
      { login: 'nobody', password: TEST_PASSWORD },
      { login: 'nobody@nowhere.example', password: TEST_PASSWORD },
      { login: head.login, password: 'wrong' },
      { login: gone.login, password: TEST_PASSWORD },
      { login: 'not-joined', password: TEST_PASSWORD },
    ];
    const answers = new Set<string>();
    for (const body of tries) {
      const answer = await send(here.url, '/api/v1/session', body);
      answers.add(`${answer.status} ${await answer.text()} ${answer.headers.getSetCookie().join()}`);
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^401 .*bad_sign_in/);
  });

  it('makes the address that guesses wait, longer and longer, and no other', async () => {
    const limits = lockOut();
    for (let n = 0; n < 5; n += 1)
      expect(await limits.permit('head', null, '198.51.100.1')).toEqual({ kind: 'go' });
    const stopped = await limits.permit('head', null, '198.51.100.1');
    expect(stopped).toMatchObject({ kind: 'wait' });
    for (let n = 0; n < 10; n += 1) await limits.permit('head', null, '198.51.100.1');
    const longer = await limits.permit('head', null, '198.51.100.1');
    if (stopped.kind !== 'wait' || longer.kind !== 'wait') throw new Error('nobody waits');
    expect(longer.waitSeconds).toBeGreaterThan(stopped.waitSeconds);
    expect(await limits.permit('head', null, '198.51.100.2')).toEqual({ kind: 'go' });
    expect(await limits.permit('other', null, '198.51.100.1')).toEqual({ kind: 'go' });
  });

  it('of a /64 counts as one address', async () => {
    const limits = lockOut();
    for (let n = 0; n < 5; n += 1) await limits.permit('head', null, `2001:db8:1:2::${n}`);
    expect(await limits.permit('head', null, '2001:db8:1:2:9::1')).toMatchObject({ kind: 'wait' });
    expect(await limits.permit('head', null, '2001:db8:1:3::1')).toEqual({ kind: 'go' });
  });

  it('by a thousand strangers spends the tries of strangers, and never those of a known address', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    const { rows } = await here.city.database.pool.query(
      `SELECT p.value ->> 'from' AS "from" FROM event e JOIN personal p USING (seq)
       WHERE e.type = 'session.started' AND e.source = $1`,
      [`/person/${head.person}`],
    );
    const known = String(rows[0]?.from);
    const limits = lockOut();
    const kinds: string[] = [];
    for (let n = 0; n < 40; n += 1)
      kinds.push((await limits.permit(head.login, head.person, `198.51.100.${n}`)).kind);
    expect(kinds.slice(0, 20)).toEqual(Array(20).fill('go'));
    expect(kinds.slice(20)).toEqual(Array(20).fill('pretend'));
    expect(await limits.permit(head.login, head.person, known)).toEqual({ kind: 'go' });
  });

  it('says how long to wait, and a good password is refused meanwhile', async () => {
    const head = await signIn(here, { role: 'head', area: 'a' });
    for (let n = 0; n < 5; n += 1)
      await send(here.url, '/api/v1/session', { login: head.login, password: 'wrong' });
    const answer = await send(here.url, '/api/v1/session', { login: head.login, password: TEST_PASSWORD });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
