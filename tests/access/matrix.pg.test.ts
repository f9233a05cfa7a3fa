import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import type { WholeServer } from '../support/whole-server.ts';
import { askAll, type Cell, cellsOf } from './matrix.ts';
import { everything, openMatrixCity } from './matrix-city.ts';
import { openAll } from './pages.ts';
import { ROWS, SIGN_OUT } from './rows.ts';
import { type Sending, sendingsOf } from './sending.ts';
import type { Subject } from './subjects.ts';
import { watchAll } from './watching.ts';

let server: WholeServer;
let subjects: Subject[];
let kept: KeptAlive;

beforeAll(async () => {
  ({ server, subjects } = await openMatrixCity());
  kept = keepAlive(server.url, 8);
});
afterAll(async () => {
  kept.close();
  await server.close();
});

/** Routes that no row of the matrix is about. */
const withoutRow = (routes: readonly { method: string; path: string }[]): string[] => {
  const told = new Set(Object.keys(ROWS).map((row) => row.replace(/ as .*$/, '')));
  return routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !told.has(route));
};

describe('K1–K9: everybody may what is declared and nothing else', () => {
  it('every route that the server answers has its row, and a new one without would be seen', () => {
    expect(withoutRow(server.routes)).toEqual([]);
    expect(server.routes.length).toBeGreaterThan(50);
    const added = { method: 'GET', path: '/api/v1/areas/:code/secrets' };
    expect(withoutRow([...server.routes, added])).toEqual(['GET /api/v1/areas/:code/secrets']);
  });

  it('whoever may not is refused, learns nothing and changes nothing', async () => {
    const denied = cellsOf(ROWS, subjects).filter(({ expected }) => expected !== 'let through');
    const before = await everything(server);
    const { faults, answers } = await askAll(kept, server, denied, 8);
    expect(faults).toEqual([]);
    expect(await everything(server)).toBe(before);
    // K2: what may not be seen and what is not there are one answer, byte for byte.
    expect(answers.get('unknown_area')?.size).toBe(1);
    console.info(`${denied.length} cells refused`);
  });

  it('every page opens for people, and those of signing in for everybody', async () => {
    const { faults, cells } = await openAll(kept, subjects);
    expect(faults).toEqual([]);
    console.info(`${cells} cells of pages`);
  });

  it('at the socket everybody sees the own areas, and one answer for all that is not theirs', async () => {
    const { faults, refusals, cells } = await watchAll(server.url, subjects);
    expect(faults).toEqual([]);
    expect(refusals.size).toBe(1);
    console.info(`${cells} cells at the socket`);
  });

  it('events are taken from keys that may send, for units of their area, in names that are theirs', async () => {
    const sendings = sendingsOf(subjects);
    const ask = async (some: Sending[]): Promise<(string | null)[]> => {
      const faults: (string | null)[] = [];
      for (const sending of some) faults.push(await sending.ask(kept));
      return faults.filter((fault) => fault !== null);
    };
    expect(await ask(sendings.filter(({ binds }) => binds))).toEqual([]);
    const before = await everything(server);
    expect(await ask(sendings.filter(({ expected }) => expected !== 'stored'))).toEqual([]);
    expect(await everything(server)).toBe(before);
    expect(await ask(sendings.filter(({ expected }) => expected === 'stored'))).toEqual([]);
    console.info(`${sendings.length} cells of events`);
  });

  it('the own account is that: neither the sessions nor the roles of somebody else', async () => {
    const people = subjects.filter(({ kind }) => kind === 'person');
    const before = await everything(server);
    for (const { name, headers } of people) {
      const other = people.find((one) => one.name !== name)?.name ?? '';
      const [session] = server.auth.sessions.ofPerson(other);
      const ended = await kept.ask('DELETE', `/api/v1/me/sessions/${session?.session}`, headers);
      expect([name, ended.status]).toEqual([name, 404]);
      // Lent to somebody by the leader of north.
      if (name !== 'leader-of-north')
        expect([name, (await kept.ask('DELETE', '/api/v1/me/loans/l-spread', headers)).status]).toEqual([
          name,
          404,
        ]);
      // Of somebody else, and borrowed by one of them.
      const grants = ['g-leader-of-city-leader', 'g-head-of-a-head'].filter((grant) => !grant.includes(name));
      for (const grant of grants) {
        const loan = { grant, to: 'clerk-of-a', fromDay: '2099-01-01', toDay: '2099-01-01' };
        expect([403, 422]).toContain((await kept.ask('POST', '/api/v1/me/loans', headers, loan)).status);
      }
    }
    expect(await everything(server)).toBe(before);
  });

  // Last, since people sign out in it.
  it('whoever may is let through, and hears of the own areas alone', async () => {
    const allowed = cellsOf(ROWS, subjects).filter(({ expected }) => expected === 'let through');
    const reading = allowed.filter(({ route }) => route.startsWith('GET '));
    expect((await askAll(kept, server, reading, 8)).faults).toEqual([]);
    const writing = allowed.filter(({ route }) => !route.startsWith('GET '));
    const alone = ({ route, sample }: Cell): boolean => sample.before !== undefined || route === SIGN_OUT;
    expect(
      (
        await askAll(
          kept,
          server,
          writing.filter((cell) => !alone(cell)),
          8,
        )
      ).faults,
    ).toEqual([]);
    expect((await askAll(kept, server, writing.filter(alone), 1)).faults).toEqual([]);
    console.info(`${allowed.length} cells let through`);
  });
});
