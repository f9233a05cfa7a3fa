import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { emptyMemory } from '../../server/log/memory.ts';
import { restoreTree } from '../../server/log/restore-tree.ts';
import { type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

const AREAS = '/api/v1/admin/areas';
const TARGETS = '/api/v1/admin/targets';
const area = (code: string, parent: string | null, more: Partial<AreaDefinition> = {}) => ({
  type: 'area.defined',
  data: {
    code,
    parent,
    kind: 'ward',
    name: `Phường ${code}`,
    timezone: 'Asia/Ho_Chi_Minh',
    queue: 'machine',
    demo: false,
    succeeds: [],
    ...more,
  },
});
const service = (of: string) => ({
  type: 'service.defined',
  data: { area: of, service: 'ho-tich', name: 'Hộ tịch', effectiveFrom: TODAY },
});
const holiday = (of: string, fromDay = '2026-11-24') => ({
  type: 'sessions.set',
  data: { area: of, scope: 'day', fromDay, spans: [], source: 'Nghỉ Ngày Văn hóa' },
});
const target = (of: string, more: object = {}) => ({
  area: of,
  metric: 'satisfied',
  value: 0.97,
  effectiveFrom: TODAY,
  source: 'Kế hoạch 12',
  ...more,
});
const define = (who: string | null, ...definitions: object[]) =>
  city.ask(who, 'POST', AREAS, { definitions });
const settings = async (code: string, who = 'root') =>
  (await city.ask(who, 'GET', `${AREAS}/${code}/settings`)).body;

describe('defining', () => {
  test('an area, what lies below it and its settings in one list; said again it is nothing new', async () => {
    const list = [
      area('cum-1', 'city', { kind: 'district' }),
      area('p1', 'cum-1'),
      service('p1'),
      holiday('cum-1'),
    ];
    expect((await define('chief', ...list)).body).toEqual({ stored: 4, unchanged: 0 });
    expect((await define('chief', ...list)).body).toEqual({ stored: 0, unchanged: 4 });
    expect(city.core.memory.tree.areas.get('p1')).toMatchObject({ parent: 'cum-1' });
  });

  test('G12: how citizens reach an area, read by everybody who sees the tree and kept over a restart', async () => {
    await define('chief', area('p9', 'city', { hotline: '1022', address: '2 Phố Chợ' }));
    const known = async (query = '') =>
      (await city.ask('leader', 'GET', `/api/v1/areas${query}`)).body.areas.find(
        ({ code }: { code: string }) => code === 'p9',
      );
    expect(await known()).toMatchObject({ hotline: '1022', address: '2 Phố Chợ' });
    await define('chief', area('p9', 'city', { address: '3 Phố Chợ' }));
    expect(await known()).toMatchObject({ address: '3 Phố Chợ' });
    expect(await known()).not.toHaveProperty('hotline');
    expect(await known(`?at=${TODAY}`)).toMatchObject({ address: '3 Phố Chợ' });
    const restored = emptyMemory();
    const query = async (text: string, values: readonly unknown[]) =>
      (await city.core.database.pool.query(text, [...values])).rows;
    await restoreTree(query, restored);
    expect(restored.tree.areas.get('p9')).toEqual(city.core.memory.tree.areas.get('p9'));
    expect(await define('chief', area('p9', 'city', { hotline: 'hỏi quầy' }))).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/definitions/0/data/hotline', rule: 'hotline_number' }] },
    });
  });

  test('a rule of the log is named at its place in the list, and the rest is stored', async () => {
    const answer = await define(
      'chief',
      area('p2', 'city'),
      area('p3', 'city', { timezone: 'Mars/Olympus' }),
      area('p4', 'city', { demo: true }),
    );
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'bad_input',
        faults: [
          { pointer: '/definitions/1/data/timezone', rule: 'unknown_timezone' },
          { pointer: '/definitions/2/data/demo', rule: 'demo_mixed' },
        ],
      },
    });
    expect(city.core.memory.tree.areas.has('p2')).toBe(true);
  });

  test.each([
    [{ definitions: [] }, '/definitions'],
    [{ definitions: [{ type: 'key.created', data: {} }] }, '/definitions/0/type'],
    [{ definitions: [area('p 1', 'city')] }, '/definitions/0/data/code'],
    [{ definitions: [{ ...area('p1', 'city'), more: 1 }] }, '/definitions/0/more'],
    [{}, '/definitions'],
  ])('%j is not taken', async (body, pointer) => {
    const refused = await city.ask('root', 'POST', AREAS, body);
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer }] } });
  });

  test('touches the parent, the area itself and the parent it leaves; a new root the whole installation', async () => {
    const status = async (who: string | null, ...list: object[]) => (await define(who, ...list)).status;
    expect(await status('north-admin', area('n1', 'north'))).toBe(200);
    expect(await status('north-admin', area('n2', 'city'))).toBe(404);
    expect(await status('north-admin', area('n3', 'nowhere'))).toBe(404);
    // Both parents of a move: into the own district, and out of it.
    expect(await status('north-admin', area('c', 'north', { queue: 'none' }))).toBe(404);
    expect(await status('north-admin', area('n1', 'city'))).toBe(404);
    expect(await status('chief', area('n1', 'city'))).toBe(200);
    // An area made in the same list, and one below that which somebody else has.
    expect(await status('north-admin', area('n4', 'north'), service('n4'), service('c'))).toBe(404);
    expect(await status('north-admin', area('n4', 'north'), area('x', 'north'))).toBe(404);
    expect(city.core.memory.tree.areas.has('n4'), 'all or nothing where a right is missing').toBe(false);
    expect(await status('chief', area('moi', null, { kind: 'city' }))).toBe(403);
    expect(await status('chief', area('city', null, { kind: 'city', name: 'Tên mới' }))).toBe(200);
    expect(await status('root', area('moi', null, { kind: 'city' }))).toBe(200);
    expect(await status('north-admin', holiday('north'))).toBe(200);
    expect(await status('north-admin', holiday('city'))).toBe(404);
    expect(await status('leader', area('n5', 'north'))).toBe(403);
    expect(await status(null, area('n5', 'north'))).toBe(401);
  });
});

describe('targets', () => {
  test('leaders and administrators set them in their area, never in the past', async () => {
    const set = (who: string, body: object) => city.ask(who, 'POST', TARGETS, body);
    expect((await set('leader', target('city'))).body).toEqual({ stored: 1, unchanged: 0 });
    expect((await set('north-admin', target('a'))).status).toBe(200);
    expect((await set('north-admin', target('city'))).status).toBe(404);
    expect((await set('clerk', target('a'))).status).toBe(403);
    expect((await set('leader', target('city', { effectiveFrom: '2026-11-22' }))).body.faults).toEqual([
      { pointer: '/effectiveFrom', rule: 'effective_in_past' },
    ]);
    expect((await set('leader', target('city', { value: 98 }))).body.faults).toEqual([
      { pointer: '/value', rule: 'too_big' },
    ]);
    expect((await set('leader', target('city', { source: '' }))).body.faults).toEqual([
      { pointer: '/source', rule: 'required' },
    ]);
  });
});

test('settings: what holds and will hold, own and inherited, with source and day; what a nearer area overrides is left out', async () => {
  const week = (of: string, fromDay: string, to: string) => ({
    type: 'sessions.set',
    data: { area: of, scope: 'week', fromDay, spans: [{ weekday: 1, from: '07:30', to }] },
  });
  await defineAll(city.core.door, [
    { type: 'target.set', data: { ...target('other'), metric: 'satisfied' } },
    {
      type: 'target.set',
      data: { ...target('other', { effectiveFrom: '2027-01-01', value: 0.99 }), metric: 'satisfied' },
    },
    { type: 'target.set', data: { ...target('x', { value: 0.5 }), metric: 'onTime' } },
    { type: 'target.set', data: { ...target('other', { value: 0.9 }), metric: 'onTime' } },
  ]);
  await define(
    'root',
    service('other'),
    week('other', '2026-01-01', '17:00'),
    week('other', '2026-06-01', '16:30'),
    week('x', '2026-12-01', '16:00'),
    holiday('other'),
    holiday('other', '2026-11-20'),
  );
  const held = await settings('x', 'stranger');
  expect(held.services).toEqual([{ ...service('other').data, own: false, state: 'now' }]);
  expect(held.targets).toEqual([
    { ...target('x', { metric: 'onTime', value: 0.5 }), own: true, state: 'now' },
    { ...target('other'), own: false, state: 'now' },
    { ...target('other', { effectiveFrom: '2027-01-01', value: 0.99 }), own: false, state: 'later' },
  ]);
  expect(held.sessions).toEqual([
    { ...week('other', '2026-06-01', '16:30').data, own: false, state: 'now' },
    { ...holiday('other').data, own: false, state: 'later' },
    { ...week('x', '2026-12-01', '16:00').data, own: true, state: 'later' },
  ]);
  expect((await settings('other', 'root')).targets).toHaveLength(3);
  expect((await city.ask('chief', 'GET', `${AREAS}/x/settings`)).status).toBe(404);
  expect((await city.ask('clerk', 'GET', `${AREAS}/a/settings`)).status).toBe(403);
});

describe('a pasted list of areas', () => {
  const paste = (who: string, csv: string, more: object = {}) =>
    city.ask(who, 'POST', `${AREAS}/csv`, { csv, dryRun: false, ...more });
  const lines = (...rows: string[]) => ['code,parent,kind,name', ...rows].join('\r\n');

  test('a dry run names every bad line and changes nothing; the real one stores the good ones', async () => {
    const csv = lines(
      'd2,city,district,Cụm 2',
      'd2-1,d2,ward,"Phường ""Một"""',
      'd2-2,nowhere,ward,Phường Hai',
      'd2-3,d2,ward',
      'a,north,ward,A',
      'd2-1,d2,ward,Lặp',
      'b,north,centre,B',
    );
    const { seq } = city.core.memory.head;
    const dry = await paste('chief', csv, { dryRun: true });
    expect(dry).toMatchObject({ status: 200, body: { lines: 7, stored: 2, unchanged: 1 } });
    expect(dry.body.faults.map(({ line, rule }: { line: number; rule: string }) => [line, rule])).toEqual([
      [4, 'unknown_parent'],
      [5, 'bad_length'],
      [7, 'repeated_code'],
      [8, 'code_reused'],
    ]);
    for (const fault of dry.body.faults) expect(fault).toMatchObject({ vi: /\S/, en: /\S/ });
    expect(city.core.memory.head.seq).toBe(seq);
    expect((await paste('chief', csv)).body).toEqual(dry.body);
    expect(city.core.memory.tree.areas.get('d2-1')).toMatchObject({ name: 'Phường "Một"', parent: 'd2' });
    expect((await paste('chief', csv)).body).toMatchObject({ stored: 0, unchanged: 3 });
  });

  test('a dry run says what only the log knows', async () => {
    await city.core.door.submit(
      [
        {
          source: '/q/a',
          id: '1',
          type: 'ticket.issued',
          unit: 'a',
          at: city.core.now(),
          data: { ticket: 't', number: '1', service: 's' },
        },
      ],
      { kind: 'operator' },
    );
    const csv = 'code,parent,kind,name,timezone\na,north,ward,A,Asia/Tokyo\n';
    const dry = await paste('chief', csv, { dryRun: true });
    expect(dry.body).toMatchObject({
      stored: 0,
      faults: [{ line: 2, column: 'timezone', rule: 'timezone_fixed' }],
    });
    expect((await paste('chief', csv)).body).toEqual(dry.body);
  });

  test.each([
    ['', 'required'],
    ['\n\n', 'empty_file'],
    ['code,name\na,b', 'missing_column'],
    ['code,code,parent,kind,name\n', 'repeated_column'],
    ['code,parent,kind,name\n"a,city,ward,A', 'bad_csv'],
  ])('%j is said to be %s', async (csv, rule) => {
    const { status, body } = await paste('root', csv, { dryRun: true });
    expect(body.faults).toMatchObject([
      rule === 'required' ? { pointer: '/csv', rule } : { rule, line: expect.any(Number) },
    ]);
    expect(status).toBe(rule === 'required' ? 422 : 200);
  });

  test('cells copied out of a spreadsheet are parted by tabs, and files of some by semicolons', async () => {
    const tabbed = await paste('chief', '\ufeffcode\tparent\tkind\tname\nt1\tcity\tward\tTân, An\n');
    expect(tabbed.body).toEqual({ lines: 1, stored: 1, unchanged: 0, faults: [] });
    expect(city.core.memory.tree.areas.get('t1')?.name).toBe('Tân, An');
    expect((await paste('chief', 'code;parent;kind;name\nt2;city;ward;Hai\n')).body.stored).toBe(1);
  });

  test('a demonstration tree is asked for, and every line is a matter of its parent', async () => {
    const csv = lines('demo,,city,Thành phố thử', 'demo-1,demo,ward,Phường thử');
    expect((await paste('chief', csv, { demo: true })).status).toBe(403);
    expect((await paste('root', csv, { demo: true })).body.stored).toBe(2);
    expect((await paste('root', csv)).body.faults).toMatchObject([
      { rule: 'demo_tree' },
      { rule: 'demo_tree' },
    ]);
    expect((await paste('north-admin', lines('z1,north,ward,Z', 'z2,city,ward,Z'))).body).toMatchObject({
      stored: 1,
      faults: [{ line: 3, rule: 'unknown_parent' }],
    });
    expect(city.core.memory.tree.areas.has('z2')).toBe(false);
  });
});
