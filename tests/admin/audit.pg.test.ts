import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditLine } from '../../lib/wire/access/administration.ts';
import { OF_THE_SERVER } from '../../server/admin/audit-lines.ts';
import { SERVER } from '../../server/log/actor.ts';
import { ADMIN_NOW, type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
  await defineAll(city.core.door, [
    {
      type: 'person.lent',
      data: { loan: 'l-1', grant: 'g-leader', to: 'clerk', fromDay: TODAY, toDay: TODAY },
    },
  ]);
});
afterAll(() => city.close());

const AUDIT = '/api/v1/admin/audit';
const audit = async (query = '', who = 'root'): Promise<AuditLine[]> =>
  (await city.ask(who, 'GET', `${AUDIT}${query}`)).body.items;
const newest = async (query = ''): Promise<AuditLine | undefined> => (await audit(query))[0];
const wall = { name: 'Sảnh', area: 'a', view: 'hall' };

test('says who did what, when, where, from where and to whom', async () => {
  await city.ask('north-admin', 'POST', '/api/v1/admin/walls', wall);
  expect(await newest()).toEqual({
    seq: city.core.memory.head.seq,
    at: new Date(ADMIN_NOW).toISOString(),
    type: 'wall.paired',
    area: 'a',
    by: { kind: 'person', person: 'north-admin', name: 'Người north-admin' },
    onBehalfOf: null,
    about: null,
    from: '203.0.113.9',
    data: { ...wall, wall: expect.any(String) },
  });

  await city.ask('chief', 'POST', '/api/v1/admin/people/clerk/state', { disabled: true });
  await city.ask('chief', 'POST', '/api/v1/admin/people/clerk/state', { disabled: false });
  expect(await newest()).toMatchObject({
    type: 'person.enabled',
    area: 'a',
    by: { person: 'chief' },
    about: { person: 'clerk', name: 'Người clerk' },
  });
});

test('an act by a lent role bears both names', async () => {
  const target = { area: 'a', metric: 'satisfied', value: 0.97, effectiveFrom: TODAY, source: 'Kế hoạch' };
  expect((await city.ask('clerk', 'POST', '/api/v1/admin/targets', target)).status).toBe(200);
  expect(await newest()).toMatchObject({
    type: 'target.set',
    by: { kind: 'person', person: 'clerk', name: 'Người clerk' },
    onBehalfOf: { person: 'leader', name: 'Người leader' },
  });
  for (const person of ['clerk', 'leader'])
    expect((await audit(`?person=${person}&type=target.set`)).map(({ data }) => data.area)).toEqual(['a']);
  expect(await audit('?person=chief&type=target.set')).toEqual([]);
});

test('the end of a role or a loan says whose it was', async () => {
  const made = await city.ask('chief', 'POST', '/api/v1/admin/people/inspector/grants', {
    role: 'analyst',
    area: 'a',
  });
  await city.ask('chief', 'DELETE', `/api/v1/admin/grants/${made.body.grant}`);
  expect(await newest()).toMatchObject({
    type: 'person.grant_ended',
    about: { person: 'inspector' },
    area: 'a',
  });
  await defineAll(city.core.door, [{ type: 'person.loan_ended', data: { loan: 'l-1' } }]);
  expect(await newest()).toMatchObject({
    type: 'person.loan_ended',
    by: { kind: 'operator' },
    about: { person: 'clerk' },
    from: null,
  });
  await defineAll(city.core.door, [
    {
      type: 'person.lent',
      data: { loan: 'l-2', grant: 'g-leader', to: 'clerk', fromDay: TODAY, toDay: TODAY },
    },
  ]);
});

test('sessions and counted refusals are in it, and nothing of what sources tell', async () => {
  await city.core.door.define(
    [
      { type: 'session.started', data: { session: 's1', person: 'clerk' } },
      { type: 'access.denied', data: { to: 'nobody', code: 'no_key', count: 7 } },
    ],
    SERVER,
  );
  await city.core.door.submit(
    [
      {
        source: '/q/a',
        id: '1',
        type: 'ticket.issued',
        unit: 'a',
        at: ADMIN_NOW,
        data: { ticket: 't', number: '1', service: 's' },
      },
    ],
    { kind: 'operator' },
  );
  expect((await audit()).slice(0, 2)).toMatchObject([
    { type: 'access.denied', by: { kind: 'server' }, area: null, data: { count: 7 } },
    { type: 'session.started', about: { person: 'clerk' }, area: 'a' },
  ]);
  expect((await audit('?limit=1000')).some(({ type }) => /ticket/.test(type))).toBe(false);
});

test('no hash of a key or a wall, no login and no address of a person stands in it', async () => {
  await city.ask('root', 'POST', '/api/v1/admin/keys', { area: 'a', name: 'Máy', rights: ['read'] });
  const all = JSON.stringify(await audit('?limit=1000'));
  expect(all).toContain('key.created');
  expect(all).not.toMatch(/[0-9a-f]{64}|@a\.vn|"hash"/);
});

test('an address that was erased is gone, and a name that was erased is empty; the line stays', async () => {
  const { seq } = (await newest()) ?? { seq: 0 };
  await defineAll(city.core.door, [{ type: 'personal.erased', data: { seq } }]);
  expect((await audit()).find((line) => line.seq === seq)).toMatchObject({ from: null, type: 'key.created' });
  const added = (await audit('?type=person.added')).find(({ about }) => about?.person === 'stranger');
  await defineAll(city.core.door, [{ type: 'personal.erased', data: { seq: added?.seq ?? 0 } }]);
  const after = (await audit('?type=person.added')).find(({ about }) => about?.person === 'stranger');
  expect(after?.about).toEqual({ person: 'stranger', name: '' });
});

describe('who reads what', () => {
  test('without an area all that the caller may see, with one what belongs there or below', async () => {
    const areasOf = async (who: string, query = '') =>
      new Set((await audit(`?limit=1000${query}`, who)).map(({ area }) => area));
    expect(await areasOf('root')).toEqual(new Set([null, 'city', 'north', 'a', 'b', 'c', 'other', 'x']));
    expect(await areasOf('inspector')).toEqual(new Set(['city', 'north', 'a', 'b', 'c']));
    expect(await areasOf('north-admin')).toEqual(new Set(['north', 'a', 'b']));
    expect(await areasOf('root', '&area=other')).toEqual(new Set(['other', 'x']));
    expect((await city.ask('chief', 'GET', `${AUDIT}?area=other`)).status).toBe(404);
    expect((await city.ask('clerk', 'GET', AUDIT)).status).toBe(403);
    expect((await city.ask(null, 'GET', AUDIT)).status).toBe(401);
  });

  test('days are local, inclusive days', async () => {
    expect((await audit(`?from=${TODAY}&to=${TODAY}`)).length).toBeGreaterThan(0);
    expect(await audit('?from=2026-11-24&to=2026-11-25')).toEqual([]);
    expect(await audit('?to=2026-11-22')).toEqual([]);
  });

  test.each([
    'cursor=x',
    'type=ticket.issued',
    'from=2026-02-30',
    'from=2026-11-24&to=2026-11-23',
    'limit=0',
  ])('%s is a bad parameter', async (query) => {
    const refused = await city.ask('root', 'GET', `${AUDIT}?${query}`);
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'bad_parameter', parameter: query.split('=')[0] },
    });
  });
});

test('pages go down the log without a gap or a repetition, also while it grows', async () => {
  const whole = (await audit('?limit=1000')).map(({ seq }) => seq);
  const seen: number[] = [];
  let cursor = '';
  do {
    const { body } = await city.ask('root', 'GET', `${AUDIT}?limit=7${cursor}`);
    seen.push(...body.items.map(({ seq }: AuditLine) => seq));
    await city.ask('root', 'POST', '/api/v1/admin/walls', wall);
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  expect(seen).toEqual(whole);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});

test('CSV holds the same lines, and no text in it is a formula', async () => {
  await city.ask('root', 'PUT', '/api/v1/admin/people/clerk', {
    name: '=HYPERLINK("http://x")',
    login: 'clerk',
  });
  const csv = await city.ask('root', 'GET', `${AUDIT}?limit=1`, undefined, { accept: 'text/csv' });
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="audit-20261123T\d{6}Z\.csv"$/,
  );
  const rows: Record<string, string>[] = parse(csv.body, { columns: true });
  expect(rows.map(({ seq }) => Number(seq))).toEqual((await audit('?limit=1000')).map(({ seq }) => seq));
  expect(rows[0]).toMatchObject({ type: 'person.renamed', by: 'root', about: 'clerk', from: '203.0.113.9' });
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows[0]?.aboutName).toBe(`'=HYPERLINK("http://x")`);
});

test('it reads its own few lines of the log, not the many of the sources', async () => {
  const client = await city.core.database.pool.connect();
  try {
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT seq FROM event WHERE ${OF_THE_SERVER} ORDER BY seq DESC LIMIT 50`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('event_audit_idx');
  } finally {
    client.release(true);
  }
});
