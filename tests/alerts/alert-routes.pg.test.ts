import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { ADMIN_NOW, type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll, makeKey } from '../support/city.ts';
import { findingsIn } from '../support/law-log.ts';
import { raisedAlert, tellWatch } from '../support/raised-alert.ts';

const MINUTE = 60_000;
const ago = (minutes: number): number => ADMIN_NOW - minutes * MINUTE;

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
  await defineAll(city.core.door, [
    {
      type: 'person.added',
      data: { person: 'head', area: 'a', name: 'Lê Thị Hằng', login: 'head' },
    },
    { type: 'person.granted', data: { grant: 'g-head', person: 'head', role: 'head', area: 'a' } },
  ]);
  await tellWatch(
    city.core.door,
    raisedAlert('a', 'l1', ago(25)),
    raisedAlert('b', 'l2', ago(10)),
    raisedAlert('a', 'o1', ago(3 * 24 * 60), {
      kind: 'overdue',
      value: 3,
      limit: 1,
      people: 3,
      escalateMinutes: 480,
    }),
    raisedAlert('x', 'l9', ago(10)),
    raisedAlert('b', 's1', ago(90), { kind: 'silent', value: 0, people: 0 }),
  );
  await tellWatch(city.core.door, {
    type: 'alert.cleared',
    source: '/server/alerts',
    id: 'b/s1/alert.cleared',
    unit: 'b',
    at: ago(60),
    data: { alert: 's1', cause: 'over' },
  });
});
afterAll(() => city.close());

const list = async (who: string, query: string) =>
  (await city.ask(who, 'GET', `/api/v1/alerts?${query}`)).body;
const codes = (body: { items: { unit: string; alert: string }[] }) =>
  body.items.map(({ unit, alert }) => `${unit}/${alert}`);
const act = (who: string | null, unit: string, alert: string, body: object) =>
  city.ask(who, 'POST', `/api/v1/areas/${unit}/alerts/${alert}/acts`, body);

describe('GET /api/v1/alerts', () => {
  test('what stands is asked for whole, newest first, by cursor; the rest by the day of raising', async () => {
    expect(codes(await list('leader', 'area=city&state=standing'))).toEqual(['b/l2', 'a/l1', 'a/o1']);
    expect(codes(await list('leader', 'area=city'))).toEqual(['b/l2', 'a/l1', 'b/s1']);
    expect(codes(await list('leader', 'area=city&state=cleared'))).toEqual(['b/s1']);
    expect(codes(await list('leader', `area=city&from=2026-11-01&to=${TODAY}&kind=overdue`))).toEqual([
      'a/o1',
    ]);
    const first = await list('leader', 'area=city&state=standing&limit=2');
    expect(codes(first)).toEqual(['b/l2', 'a/l1']);
    expect(codes(await list('leader', `area=city&state=standing&limit=2&cursor=${first.next}`))).toEqual([
      'a/o1',
    ]);
  });

  test('AA10: a line says what, since when, who has it, and how far up it has gone', async () => {
    const { items } = await list('leader', 'area=a&state=open&kind=longWait');
    expect(items).toEqual([
      {
        unit: 'a',
        alert: 'l1',
        kind: 'longWait',
        state: 'open',
        day: TODAY,
        raisedAt: new Date(ago(25)).toISOString(),
        since: new Date(ago(72)).toISOString(),
        value: 2820,
        of: null,
        limit: 1800,
        people: 14,
        counter: null,
        units: null,
        unitsOf: null,
        takenAt: null,
        takenBy: null,
        notedAt: null,
        closedAt: null,
        closedBy: null,
        clearedAt: null,
        escalatedTo: 'north',
        group: null,
        explanations: 0,
      },
    ]);
  });

  test('a value that is none is refused by its name', async () => {
    for (const [query, parameter] of [
      ['area=city&state=gone', 'state'],
      ['area=city&kind=rain', 'kind'],
      ['area=city&cursor=x', 'cursor'],
      ['area=city&grouped=1', 'grouped'],
    ])
      expect(await city.ask('leader', 'GET', `/api/v1/alerts?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'bad_parameter', parameter },
      });
  });

  test('CSV holds the same lines', async () => {
    const { body } = await city.ask('leader', 'GET', '/api/v1/alerts?area=city&state=standing', undefined, {
      accept: 'text/csv',
    });
    const [head, ...lines] = body.trimEnd().split('\r\n');
    expect(head).toMatch(/^unit,alert,kind,state,/);
    expect(lines.map((line: string) => line.split(',', 2).join('/'))).toEqual(['b/l2', 'a/l1', 'a/o1']);
  });

  test('a key that may read sees who has it, and may not take it', async () => {
    const key = await makeKey(city.core.door, { area: 'north' });
    expect(codes(await list(key.secret, 'area=north&state=standing'))).toEqual(['b/l2', 'a/l1', 'a/o1']);
    expect((await act(key.secret, 'a', 'l1', { act: 'take' })).status).toBe(403);
  });
});

describe('an alert', () => {
  test('is taken, noted and closed by people, each with a name and a time; the first that takes it has it', async () => {
    expect((await act('head', 'a', 'l1', { act: 'take' })).body).toMatchObject({
      state: 'taken',
      takenBy: 'Lê Thị Hằng',
      takenAt: new Date(ADMIN_NOW).toISOString(),
    });
    expect((await act('leader', 'a', 'l1', { act: 'take' })).body.takenBy).toBe('Lê Thị Hằng');
    expect((await act('head', 'a', 'l1', { act: 'note', note: 'Đã mở thêm quầy 4' })).body.state).toBe(
      'noted',
    );
    const { body } = await act('leader', 'a', 'l1', { act: 'close', note: '<b>Xong</b> =1+1' });
    expect(body).toMatchObject({ state: 'closed', closedBy: 'Người leader' });
    expect(
      body.steps.map(({ step, by, note }: { step: string; by: string | null; note: string | null }) => [
        step,
        by,
        note,
      ]),
    ).toEqual([
      ['raised', null, null],
      ['acknowledged', 'Lê Thị Hằng', null],
      ['acknowledged', 'Người leader', null],
      ['noted', 'Lê Thị Hằng', 'Đã mở thêm quầy 4'],
      ['closed', 'Người leader', '<b>Xong</b> =1+1'],
    ]);
    expect(codes(await list('leader', 'area=city&state=standing'))).toEqual(['b/l2', 'a/o1']);
    // Who it was is the source; where they sat stands beside the log.
    const { rows } = await city.core.database.pool.query(
      "SELECT bool_and(p.value ? 'from') AS known FROM event e LEFT JOIN personal p USING (seq) WHERE e.source LIKE '/person/%' AND e.type LIKE 'alert.%'",
    );
    expect(rows).toEqual([{ known: true }]);
    expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
  });

  test('has the unit’s explanation with it', async () => {
    const explain = (who: string, unit: string, text: unknown) =>
      city.ask(who, 'POST', `/api/v1/areas/${unit}/alerts/l2/explanations`, { text });
    expect((await explain('clerk', 'b', 'Máy lấy số hỏng.')).status).toBe(404);
    expect((await explain('leader', 'b', 'Máy lấy số hỏng.')).status).toBe(403);
    const said = await city.ask('clerk', 'POST', '/api/v1/areas/a/alerts/o1/explanations', {
      text: 'Chờ ý kiến của cơ quan thuế.',
    });
    expect(said.body).toMatchObject({
      explanations: 1,
      explained: [{ by: 'Người clerk', text: 'Chờ ý kiến của cơ quan thuế.' }],
    });
    const empty = await city.ask('clerk', 'POST', '/api/v1/areas/a/alerts/o1/explanations', { text: '' });
    expect(empty).toMatchObject({ status: 422, body: { faults: [{ pointer: '/text', rule: 'required' }] } });
  });

  test('is not closed or noted without a word, and not by whoever may not', async () => {
    for (const body of [{ act: 'close' }, { act: 'note' }])
      expect(await act('head', 'a', 'o1', body)).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/note', rule: 'required' }] },
      });
    expect((await act('head', 'a', 'o1', { act: 'eat' })).status).toBe(422);
    expect((await act('clerk', 'a', 'o1', { act: 'take' })).status).toBe(403);
    expect((await act('head', 'b', 'l2', { act: 'take' })).status).toBe(404);
    expect((await act('head', 'a', 'none', { act: 'take' })).status).toBe(404);
    expect((await act(null, 'a', 'o1', { act: 'take' })).status).toBe(401);
  });
});

test('AA8: while an alert of an area above stands, it speaks for those of its units', async () => {
  const group = raisedAlert('north', 'g1', ago(1), { people: 22, value: 2, of: 2, units: [2, 2] });
  await tellWatch(city.core.door, raisedAlert('a', 'l5', ago(2)), group);
  const shown = await list('leader', 'area=city&state=standing&kind=longWait&grouped=true');
  expect(codes(shown)).toEqual(['north/g1']);
  expect(shown.items[0]).toMatchObject({ units: 2, unitsOf: 2 });
  const all = await list('leader', 'area=city&state=standing&kind=longWait');
  expect(all.items.map(({ unit, group: by }: { unit: string; group: string }) => `${unit} ${by}`)).toEqual([
    'north null',
    'a north',
    'b north',
  ]);
  // In the unit its own alert is its own.
  expect(codes(await list('head', 'area=a&state=standing&grouped=true'))).toEqual(['a/l5', 'a/o1']);
  expect((await act('leader', 'north', 'g1', { act: 'take' })).body.takenBy).toBe('Người leader');
});

test('kpis tell how many alerts there were and how long people took', async () => {
  const { body } = await city.ask('leader', 'GET', `/api/v1/areas/a/kpis?from=${TODAY}&to=${TODAY}`);
  expect(body.alerts).toEqual({
    raised: 2,
    taken: 1,
    closed: 1,
    standing: 2,
    untaken: 2,
    toTake: { n: 1, p50Sec: 1500, p90Sec: 1500 },
    toClose: { n: 1, p50Sec: 1500, p90Sec: 1500 },
  });
});

describe('rules of alerts', () => {
  const RULES = '/api/v1/admin/alert-rules';
  const rule = {
    area: 'north',
    kind: 'longWait',
    on: true,
    raiseAt: 25,
    effectiveFrom: TODAY,
    source: 'QĐ 12',
  };

  test('AA1: are set by administrators and leaders, and inherited', async () => {
    expect((await city.ask('leader', 'POST', RULES, rule)).body).toEqual({ stored: 1, unchanged: 0 });
    expect((await city.ask('north-admin', 'POST', RULES, rule)).body).toEqual({ stored: 0, unchanged: 1 });
    expect((await city.ask('head', 'POST', RULES, rule)).status).toBe(403);
    const { body } = await city.ask('leader', 'GET', '/api/v1/admin/areas/a/alert-rules');
    expect(body.rules).toEqual([{ ...rule, own: false, state: 'now' }]);
  });

  test('AA1: that cannot be are refused by field and rule', async () => {
    const refused = async (more: object) =>
      (await city.ask('leader', 'POST', RULES, { ...rule, ...more })).body.faults;
    expect(await refused({ raiseAt: 0 })).toEqual([{ pointer: '/raiseAt', rule: 'out_of_range' }]);
    expect(await refused({ clearAt: 26 })).toEqual([{ pointer: '/clearAt', rule: 'clear_above_raise' }]);
    expect(await refused({ effectiveFrom: '2026-11-22' })).toEqual([
      { pointer: '/effectiveFrom', rule: 'effective_in_past' },
    ]);
    expect(await refused({ kind: 'rain' })).toEqual([{ pointer: '/kind', rule: 'bad_value' }]);
  });
});

test('the door takes what people do about alerts and refuses what only the watch says', () => {
  const told = (type: string, data: object) =>
    readEnvelope({
      specversion: '1.0',
      id: '1',
      source: '/queue/a',
      type,
      subject: 'a',
      time: '2026-11-23T09:00:00+07:00',
      data,
    });
  expect(told('alert.closed', { alert: 'l1', note: 'Xong' }).ok).toBe(true);
  expect(told('alert.raised', { alert: 'l1' })).toMatchObject({ refusal: { code: 'server_only_type' } });
  expect(told('alert.cleared', { alert: 'l1' })).toMatchObject({ refusal: { code: 'server_only_type' } });
  expect(told('alert_rule.set', {})).toMatchObject({ refusal: { code: 'server_only_type' } });
});
