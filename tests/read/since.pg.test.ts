import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import { ADMIN_NOW, type AdminServer, openAdminServer } from '../support/admin-server.ts';
import { raisedAlert, tellWatch } from '../support/raised-alert.ts';

const MINUTE = 60_000;
const ago = (minutes: number): number => ADMIN_NOW - minutes * MINUTE;
/** The reader looked an hour ago. */
const SINCE = ago(60);

let city: AdminServer;
let told = 0;
async function tell(unit: string, at: number, type: SourceEvent['type'], data: object): Promise<void> {
  told += 1;
  // Type and data are paired by the test.
  const event = { source: '/test', id: `e${told}`, type, unit, at, data } as SourceEvent;
  const [outcome] = await city.core.door.submit([event], { kind: 'operator' });
  if (outcome?.status !== 'stored') throw new Error(JSON.stringify(outcome));
}

beforeAll(async () => {
  city = await openAdminServer();
  await tellWatch(
    city.core.door,
    raisedAlert('a', 'old', ago(90)),
    raisedAlert('a', 'l1', ago(50)),
    raisedAlert('b', 'm1', ago(40), { kind: 'satisfaction', value: 80, of: 100, limit: 0.98, people: 20 }),
    raisedAlert('b', 'm2', ago(30), { kind: 'onTime', value: 80, of: 100, limit: 0.99, people: 20 }),
    raisedAlert('north', 'g1', ago(30), { units: [2, 3] }),
    raisedAlert('x', 'other', ago(30)),
    raisedAlert('a', 'q1', ago(25), { kind: 'silentRatings', value: 0, people: 0 }),
    raisedAlert('b', 'q2', ago(25), { kind: 'silentRatings', value: 0, people: 0 }),
    raisedAlert('b', 'q3', ago(25), { kind: 'silent', value: 0, people: 0 }),
  );
  await tell('a', ago(20), 'alert.acknowledged', { alert: 'l1' });
  for (const [unit, suggestion, minutes] of [
    ['a', 's-old', 26 * 60],
    ['a', 's-seen', 25 * 60],
    ['b', 's-late', 24 * 60 + 30],
    ['a', 's-new', 30],
    ['x', 's-x', 30],
  ] as const)
    await tell(unit, ago(minutes), 'suggestion.submitted', { suggestion, text: 'Xin thêm ghế.' });
  await tell('a', ago(10), 'suggestion.seen', { suggestion: 's-seen', by: { name: 'Lê Thị Hằng' } });
  for (const [dossier, dueAgo] of [
    ['late', 90],
    ['turned', 20],
    ['turned-done', 20],
    ['ahead', -60],
  ] as const)
    await tell('a', ago(300), 'dossier.received', { dossier, procedure: 'p', dueAt: ago(dueAgo) });
  await tell('a', ago(5), 'dossier.settled', { dossier: 'turned-done', result: 'done' });
  for (const [unit, rating, minutes, level] of [
    ['a', 'r1', 55, 'very_dissatisfied'],
    ['a', 'r2', 50, 'dissatisfied'],
    ['a', 'r3', 45, 'satisfied'],
    ['b', 'r4', 40, 'satisfied'],
    ['b', 'r5', 80, 'dissatisfied'],
  ] as const)
    await tell(unit, ago(minutes), 'rating.given', { rating, level });
});
afterAll(() => city.close());

const since = async (area: string, at = SINCE): Promise<SinceAnswer> =>
  (await city.ask('leader', 'GET', `/api/v1/areas/${area}/since?at=${new Date(at).toISOString()}`)).body;

describe('GET /api/v1/areas/{code}/since', () => {
  test('what changed since an instant, each with how many there are', async () => {
    expect(await since('city')).toEqual({
      area: 'city',
      since: new Date(SINCE).toISOString(),
      asOf: new Date(ADMIN_NOW).toISOString(),
      alerts: {
        raised: 6,
        taken: 1,
        over: 0,
        silent: [
          { kind: 'silent', n: 1 },
          { kind: 'silentRatings', n: 2 },
        ],
      },
      missed: { units: [{ unit: 'b', kinds: ['onTime', 'satisfaction'] }], of: 3 },
      suggestions: { written: 1, turnedLate: 1, unseen: 3, late: 2 },
      dossiers: { turned: 1, overdue: 2, open: 3 },
      ratings: { low: 2, of: 4 },
    });
  });

  test('a place in which nothing happened has nothing but what stands', async () => {
    expect(await since('c')).toMatchObject({
      alerts: { raised: 0, taken: 0, over: 0, silent: [] },
      missed: { units: [], of: 1 },
      suggestions: { written: 0, turnedLate: 0, unseen: 0, late: 0 },
      dossiers: { turned: 0, overdue: 0, open: 0 },
      ratings: { low: 0, of: 0 },
    });
  });

  test('B5: of a unit low ratings are told once the unit may see them, and from the half hour on', async () => {
    expect((await since('a')).ratings).toEqual({ low: 0, of: 1 });
    await tell('a', ago(2), 'rating.given', { rating: 'r6', level: 'dissatisfied' });
    expect((await since('a')).ratings).toEqual({ low: 3, of: 4 });
    // 9:02 and 9:29 are one half hour: when exactly somebody was dissatisfied cannot be found by asking again.
    expect((await since('a', ago(58))).ratings).toEqual((await since('a', ago(31))).ratings);
  });

  test('an instant that is none, lies ahead or too far back is refused by its name', async () => {
    for (const at of ['', 'hôm qua', new Date(ADMIN_NOW + MINUTE).toISOString(), '2026-10-20T00:00:00Z'])
      expect(
        await city.ask('leader', 'GET', `/api/v1/areas/city/since?at=${encodeURIComponent(at)}`),
      ).toMatchObject({ status: 400, body: { code: 'bad_parameter', parameter: 'at' } });
    expect((await city.ask('leader', 'GET', '/api/v1/areas/city/since')).status).toBe(400);
  });
});

describe('POST /api/v1/me/looks', () => {
  const look = async (who: string, more: object = {}): Promise<string | null> =>
    (await city.ask(who, 'POST', '/api/v1/me/looks', { area: 'north', ...more })).body.previous;
  const now = (): string => new Date(city.core.now()).toISOString();

  test('the first look has none before; coming back within half an hour goes on with the same look', async () => {
    expect(await look('leader')).toBeNull();
    city.pass(20 * MINUTE);
    expect(await look('leader')).toBeNull();
    city.pass(40 * MINUTE);
    expect(await look('leader', { leaving: true })).toBeNull();
    const left = now();
    city.pass(29 * MINUTE);
    expect(await look('leader')).toBeNull();
    const last = now();
    city.pass(31 * MINUTE);
    // The look lasted until the reader was last seen, whatever came between.
    expect(await look('leader')).toBe(last);
    expect(last > left).toBe(true);
    city.pass(5 * MINUTE);
    expect(await look('leader')).toBe(last);
  });

  test('looks are each person’s own, and leaving a page that one never looked at leaves nothing', async () => {
    expect(await look('inspector', { leaving: true })).toBeNull();
    expect(await look('inspector')).toBeNull();
    const { rows } = await city.core.database.pool.query(
      `SELECT person, area FROM look WHERE person = 'inspector'`,
    );
    expect(rows).toEqual([{ person: 'inspector', area: 'north' }]);
  });

  test('K2: of an area that the reader may not see nothing is kept and nothing is told', async () => {
    for (const area of ['north', 'nowhere'])
      expect(await city.ask('stranger', 'POST', '/api/v1/me/looks', { area })).toMatchObject({
        status: 200,
        body: { kept: false, previous: null },
      });
    const { rows } = await city.core.database.pool.query(`SELECT 1 FROM look WHERE person = 'stranger'`);
    expect(rows).toEqual([]);
  });
});
