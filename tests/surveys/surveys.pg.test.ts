import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { ADMIN_NOW, type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { findingsIn } from '../support/law-log.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

const SIPAS = {
  area: 'north',
  name: 'SIPAS',
  fromDay: '2026-01-01',
  toDay: '2026-06-30',
  n: 300,
  measure: 'share',
  value: 0.92,
  method: 'Phát phiếu tại nhà',
  source: 'Báo cáo 12/BC-SNV',
};
const enter = (who: string, more: object = {}) =>
  city.ask(who, 'POST', '/api/v1/admin/surveys', { ...SIPAS, ...more });
const read = async (area: string, who = 'inspector') =>
  (await city.ask(who, 'GET', `/api/v1/areas/${area}/surveys`)).body.surveys;

describe('U1: the result of a survey', () => {
  test('is entered by whoever leads or administers, and read with who entered it and what its number can bear', async () => {
    expect((await enter('leader')).body).toEqual({ stored: 1, unchanged: 0 });
    expect((await enter('leader')).body).toEqual({ stored: 0, unchanged: 1 });
    expect(await read('city')).toEqual([
      {
        ...SIPAS,
        interval: { low: expect.closeTo(0.8837, 4), high: expect.closeTo(0.9457, 4) },
        enteredAt: new Date(ADMIN_NOW).toISOString(),
        enteredBy: 'Người leader',
        entries: 1,
      },
    ]);
    expect(await read('a')).toEqual([]);
    for (const who of ['clerk', 'inspector']) expect((await enter(who)).status).toBe(403);
  });

  test('a later entry of the same survey takes the place of the earlier one, and both stay in the log', async () => {
    await enter('chief', { n: 310, value: 0.93 });
    expect(await read('north')).toMatchObject([
      { n: 310, value: 0.93, enteredBy: 'Người chief', entries: 2 },
    ]);
    await enter('chief', { area: 'a', measure: 'index', value: 0.8394 });
    expect(await read('city')).toMatchObject([
      { area: 'a', measure: 'index', interval: null },
      { area: 'north', n: 310 },
    ]);
    const { rows } = await city.core.database.pool.query(
      `SELECT data ->> 'value' AS value FROM event WHERE type = 'survey.entered' AND unit = 'north' ORDER BY seq`,
    );
    expect(rows.map(({ value }) => value)).toEqual(['0.92', '0.93']);
    expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
  });

  test('is never added to live ratings', async () => {
    const { body } = await city.ask('leader', 'GET', '/api/v1/areas/city/kpis?from=2026-01-01&to=2026-11-23');
    expect(body.ratings).toMatchObject({ n: 0, satisfied: { n: 0, of: 0, share: null } });
  });

  test('that cannot be is refused by field and rule', async () => {
    const { n: _, ...without } = SIPAS;
    const refused = async (body: object) =>
      (await city.ask('leader', 'POST', '/api/v1/admin/surveys', body)).body.faults;
    expect(await refused({ ...SIPAS, value: 1.2 })).toEqual([{ pointer: '/value', rule: 'share_range' }]);
    expect(await refused({ ...SIPAS, value: -0.1 })).toEqual([{ pointer: '/value', rule: 'share_range' }]);
    expect(await refused(without)).toEqual([{ pointer: '/n', rule: 'required' }]);
    expect(await refused({ ...SIPAS, n: 0 })).toEqual([{ pointer: '/n', rule: 'too_small' }]);
    expect(await refused({ ...SIPAS, toDay: '2025-12-31' })).toEqual([
      { pointer: '/toDay', rule: 'period_reversed' },
    ]);
    expect(await refused({ ...SIPAS, toDay: '2026-11-24' })).toEqual([
      { pointer: '/toDay', rule: 'period_ahead' },
    ]);
    expect(await refused({ ...SIPAS, toDay: TODAY })).toBeUndefined();
  });

  test('is no event that a source may send', () => {
    const told = { id: '1', source: '/queue/a', type: 'survey.entered', subject: 'a', data: SIPAS };
    expect(readEnvelope({ specversion: '1.0', time: '2026-11-23T09:00:00+07:00', ...told })).toMatchObject({
      refusal: { code: 'server_only_type' },
    });
  });
});
