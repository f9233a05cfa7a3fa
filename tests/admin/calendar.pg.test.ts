import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
  const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:30', to: '17:00' }));
  await defineAll(city.core.door, [
    { type: 'sessions.set', data: { area: 'city', scope: 'week', fromDay: '2026-01-01', spans } },
  ]);
});
afterAll(() => city.close());

const ADMIN = '/api/v1/admin';
const status = async (who: string | null, method: string, path: string, body?: object): Promise<number> =>
  (await city.ask(who, method, `${ADMIN}${path}`, body)).status;

describe('holidays of a year', () => {
  const ask = (who: string, area: string, year: unknown) =>
    city.ask(who, 'GET', `${ADMIN}/areas/${area}/holidays?year=${year}`);

  test('are shown before they are set; a day that somebody set by hand is kept', async () => {
    const byHand = {
      area: 'city',
      scope: 'day',
      fromDay: '2027-04-16',
      spans: [],
      source: 'Lễ hội thành phố',
    };
    await city.ask('chief', 'POST', `${ADMIN}/areas`, {
      definitions: [{ type: 'sessions.set', data: byHand }],
    });
    const { seq } = city.core.memory.head;
    const { body } = await ask('chief', 'city', 2027);
    expect(body.year).toBe(2027);
    expect(body.holidays).toHaveLength(15);
    expect(body.holidays.find((one: { day: string }) => one.day === '2027-04-16')).toMatchObject({
      heldBy: 'city',
      sessions: null,
    });
    expect(body.holidays[1]).toMatchObject({ day: '2027-02-05', expected: true, heldBy: null });
    expect(city.core.memory.head.seq, 'looking changes nothing').toBe(seq);
    const set = () => city.ask('chief', 'POST', `${ADMIN}/areas/city/holidays`, { year: 2027 });
    expect((await set()).body).toEqual({ stored: 14, unchanged: 0 });
    expect((await set()).body).toEqual({ stored: 0, unchanged: 0 });
    const days = city.core.memory.tree.sessions.get('city') ?? [];
    expect(days.find(({ fromDay }) => fromDay === '2027-04-16')?.source).toBe('Lễ hội thành phố');
    expect(days.find(({ fromDay }) => fromDay === '2027-02-11')).toMatchObject({
      spans: [],
      source: 'Nghỉ bù Tết Nguyên Đán · Bộ luật Lao động 2019, khoản 3 Điều 111',
    });
  });

  test('belong to who defines the area; a year that is none is named', async () => {
    expect((await ask('north-admin', 'city', 2028)).status).toBe(404);
    expect((await ask('leader', 'city', 2028)).status).toBe(403);
    expect(await status('leader', 'POST', '/areas/city/holidays', { year: 2028 })).toBe(403);
    expect(await status(null, 'POST', '/areas/city/holidays', { year: 2028 })).toBe(401);
    expect(await status('chief', 'POST', '/areas/nowhere/holidays', { year: 2028 })).toBe(404);
    for (const year of ['', '27', '2024', '2051', 'nay'])
      expect((await ask('chief', 'city', year)).status).toBe(400);
    for (const [year, rule] of [
      [2024, 'bad_holiday_year'],
      [2051, 'bad_holiday_year'],
      ['2027', 'wrong_type'],
      [undefined, 'required'],
    ]) {
      const refused = await city.ask('chief', 'POST', `${ADMIN}/areas/city/holidays`, { year });
      expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer: '/year', rule }] } });
    }
  });
});

describe('procedures', () => {
  const procedure = (area: string, more: object = {}) => ({
    area,
    procedure: '1.004873',
    name: 'Cấp giấy xác nhận tình trạng hôn nhân',
    sector: 'ho-tich',
    limit: { kind: 'days', days: 3 },
    effectiveFrom: TODAY,
    source: 'QĐ 12',
    ...more,
  });
  const define = (who: string | null, body: object) => city.ask(who, 'POST', `${ADMIN}/procedures`, body);

  test('are defined with their limit, then listed where they hold, own or inherited, now or later', async () => {
    expect((await define('chief', procedure('city'))).body).toEqual({ stored: 1, unchanged: 0 });
    expect((await define('chief', procedure('city'))).body).toEqual({ stored: 0, unchanged: 1 });
    const shorter = { limit: { kind: 'hours', hours: 8.5 }, effectiveFrom: '2027-01-01', source: 'QĐ 20' };
    await define('chief', procedure('city', shorter));
    await define('north-admin', procedure('a', { limit: { kind: 'sameDay', cutOff: '15:00' } }));
    const listed = async (area: string, who = 'chief') =>
      (await city.ask(who, 'GET', `${ADMIN}/areas/${area}/procedures`)).body.procedures;
    expect(await listed('c')).toEqual([
      { ...procedure('city'), own: false, state: 'now' },
      { ...procedure('city', shorter), own: false, state: 'later' },
    ]);
    expect(await listed('a', 'leader')).toEqual([
      { ...procedure('a', { limit: { kind: 'sameDay', cutOff: '15:00' } }), own: true, state: 'now' },
    ]);
  });

  test.each([
    [{ limit: { kind: 'days', days: 0 } }, '/limit/days', 'too_small'],
    [{ limit: { kind: 'days', days: 'ba' } }, '/limit/days', 'wrong_type'],
    [{ limit: { kind: 'days' } }, '/limit/days', 'required'],
    [{ limit: { kind: 'hours', hours: 1.1 } }, '/limit/hours', 'quarter_hours'],
    [{ limit: { kind: 'sameDay', cutOff: '3 giờ' } }, '/limit/cutOff', 'bad_clock_time'],
    [{ limit: { kind: 'sameDay', cutOff: '15:00', days: 1 } }, '/limit/days', 'unknown_field'],
    [{ limit: { kind: 'weeks' } }, '/limit/kind', 'bad_value'],
    [{ source: '' }, '/source', 'required'],
    [{ sector: undefined }, '/sector', 'required'],
    [{ procedure: '' }, '/procedure', 'required'],
    [{ effectiveFrom: '2027-02-29' }, '/effectiveFrom', 'bad_value'],
  ])('%j is named by field and rule', async (more, pointer, rule) => {
    expect(await define('chief', procedure('city', more))).toMatchObject({
      status: 422,
      body: { faults: [{ pointer, rule }] },
    });
  });

  test('belong to who defines the area', async () => {
    expect((await define('north-admin', procedure('city'))).status).toBe(404);
    expect((await define('leader', procedure('city'))).status).toBe(403);
    expect((await define(null, procedure('city'))).status).toBe(401);
    expect(await status('clerk', 'GET', '/areas/a/procedures')).toBe(403);
    expect(await status('north-admin', 'GET', '/areas/city/procedures')).toBe(404);
  });
});

describe('reporting periods', () => {
  const cut = (area: string, more: object = {}) => ({
    area,
    cutDay: 15,
    effectiveFrom: '2026-01-01',
    source: 'Nghị định 09/2019/NĐ-CP',
    ...more,
  });
  const set = (who: string, body: object) => city.ask(who, 'POST', `${ADMIN}/reporting-periods`, body);
  const read = async (area: string) =>
    (await city.ask('chief', 'GET', `${ADMIN}/areas/${area}/reporting-periods`)).body;

  test('C7: today’s month of reports follows the cut day; none set is the calendar', async () => {
    expect(await read('a')).toEqual({
      cutDays: [],
      month: { kind: 'month', year: 2026, n: 11, from: '2026-11-01', to: '2026-11-30' },
    });
    expect((await set('chief', cut('city'))).body).toEqual({ stored: 1, unchanged: 0 });
    expect(await read('a')).toEqual({
      cutDays: [{ ...cut('city'), own: false, state: 'now' }],
      month: { kind: 'month', year: 2026, n: 12, from: '2026-11-15', to: '2026-12-14' },
    });
  });

  test('belong to who defines the area; a cut day that not every month has is named', async () => {
    expect((await set('north-admin', cut('city'))).status).toBe(404);
    expect((await set('leader', cut('city'))).status).toBe(403);
    expect((await set('chief', cut('city', { cutDay: 29 }))).body.faults).toEqual([
      { pointer: '/cutDay', rule: 'too_big' },
    ]);
    expect((await set('chief', cut('city', { source: '' }))).body.faults).toEqual([
      { pointer: '/source', rule: 'required' },
    ]);
  });
});

test('the audit tells who set a procedure, a cut day and a holiday', async () => {
  const types = async (type: string) =>
    (await city.ask('root', 'GET', `${ADMIN}/audit?area=city&type=${type}`)).body.items;
  for (const type of ['procedure.defined', 'reporting_periods.set', 'sessions.set'])
    expect((await types(type))[0], type).toMatchObject({ type, by: { kind: 'person' } });
});
