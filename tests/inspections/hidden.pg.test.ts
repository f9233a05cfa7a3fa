import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../../server/access/new-key.ts';
import { newSecret, secretHash } from '../../server/access/secret.ts';
import { defineAll } from '../support/city.ts';
import { type InspectedCity, openInspectedCity } from '../support/inspected-city.ts';
import { connectWatcher } from '../support/watcher.ts';

let city: InspectedCity;
/** Everybody for whom it is not there: by name, with the headers they come with. */
const blind: [name: string, headers: Record<string, string>][] = [];
let wallHeaders: Record<string, string> = {};

beforeAll(async () => {
  city = await openInspectedCity();
  for (const who of [
    'head',
    'clerk',
    'officer',
    'analyst-a',
    'admin-a',
    'inspector-a',
    'both',
    'head-b',
    'analyst',
    'admin',
  ])
    blind.push([who, city.headers(who)]);
  for (const area of ['a', 'city']) {
    const made = newKey({ name: area, area, rights: ['read', 'write', 'import'], sources: [], types: [] });
    await defineAll(city.core.door, [made.definition]);
    blind.push([`key of ${area}`, { authorization: `Bearer ${made.secret}` }]);
  }
  const token = newSecret();
  const hash = secretHash(token).toString('hex');
  await defineAll(city.core.door, [
    { type: 'wall.paired', data: { wall: 'hall', hash, name: 'hall', area: 'a', view: 'hall' } },
  ]);
  wallHeaders = { cookie: `thuoc_do.wall=${token}`, origin: city.url };
  blind.push(['wall of a', wallHeaders]);
});
afterAll(() => city.close());

const CODE = 'KT-2026-0077';
const OTHER = 'KT-2026-0078';
const FINDING = 'kt77-f1';
/** Nothing of these may be in any answer. */
const WORDS = /KT-2026-0077|kt77-f1|Đoàn Bí Mật|Quầy 4 bỏ trống/;

/** Before everything here. */
const AT = new Date(Date.now() - 60_000).toISOString();

const BODIES: Record<string, object> = {
  '': { level: 'city' },
  findings: { text: 'x', severity: 'minor' },
  explain: { text: 'x', finding: FINDING },
  remedied: { finding: FINDING },
  minutes: { documentNo: '1', documentDay: '2026-01-01', signatories: [{ title: 'Chủ tịch' }] },
  discipline: { form: 'warning', people: 1 },
};

/** Without what only passes: instants of reading, ages, the seq of the whole log. */
const still = (text: string): string =>
  text
    .replaceAll(CODE, OTHER)
    .replaceAll(/"(asOf|seq|epoch|at|knownSeq|knownAt|readAt|slip)":("[^"]*"|\d+)/g, '"$1":0')
    .replaceAll(/\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?/g, 'T')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
    .replaceAll(/\d+ (giây|phút)/g, 'T')
    .replaceAll(/"(oldest|longest|wait\w*)Sec":\d+/g, '"$1":0');

/** The answer to a route of the table, about unit `a`, the district or the city above it. */
async function asked(
  { method, path }: { method: string; path: string },
  headers: Record<string, string>,
  inspection: string,
  area: string,
  accept: string,
  format = path.endsWith('/letter') ? 'pdf' : '',
): Promise<string> {
  const named = path
    .replace(':inspection', inspection)
    .replace(':finding', FINDING)
    .replace(':code', area)
    .replace(/:(\w+)/g, 'none');
  const asFile = format && `&format=${format}`;
  // Hours are given of some weeks at most.
  const days = path.endsWith('/busy') ? 'from=2026-10-01&to=2026-11-30' : 'from=2020-01-01&to=2060-01-01';
  const of = /\/(replay|since)$/.test(path)
    ? `at=${AT}`
    : `area=${area}&metric=satisfied&${days}&day=2026-11-25&bucket=month&year=2030${asFile}`;
  const query = method === 'GET' ? `?${of}` : '';
  const body = method === 'GET' ? undefined : JSON.stringify(BODIES[path.split('/').at(-1) ?? ''] ?? {});
  const response = await fetch(`${city.url}${named}${query}`, {
    method,
    headers: { ...headers, accept, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body }),
  });
  const type = response.headers.get('content-type') ?? '';
  return `${response.status} ${/pdf|officedocument/.test(type) ? type : await response.text()}`;
}

const isRead = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'GET' && path.startsWith('/api/v1/') && !/openapi|docs|me\/|\/me$|session/.test(path);

/** Every answer to every reading route, for everybody. */
async function everythingRead(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const route of city.routes.filter(isRead))
    for (const [name, headers] of blind)
      for (const area of ['a', 'city'])
        for (const accept of /^\/api\/v1\/(\w|-)+$/.test(route.path)
          ? ['application/json', 'text/csv', 'json']
          : ['application/json'])
          seen.set(
            `${name} ${route.path} ${area} ${accept}`,
            await (accept === 'json'
              ? asked(route, headers, CODE, area, 'application/json', 'json')
              : asked(route, headers, CODE, area, accept)),
          );
  return seen;
}

test('I2, K2: before it is announced no route, list, count, export or socket tells the unit, keys or walls of it', async () => {
  await city.tell('a', 'ticket.issued', { ticket: 'p1', number: 'A001', service: 'thu' }, '/queue/a');
  const before = await everythingRead();
  expect(before.size).toBeGreaterThan(500);
  // Read, and not refused for what was asked.
  for (const path of [
    'inspections',
    'areas/:code/inspection-totals',
    'areas/:code/kpis',
    'areas/:code/board',
  ])
    expect(before.get(`head /api/v1/${path} a application/json`), path).toMatch(/^200 /);
  expect(
    [...before].filter(
      ([key, text]) => key.startsWith('head ') && !key.includes('/officers/') && text.startsWith('400 '),
    ),
  ).toEqual([]);

  const head = await connectWatcher(city.url, { headers: city.headers('head') });
  const wall = await connectWatcher(city.url, { headers: wallHeaders });
  for (const watcher of [head, wall]) await watcher.watch('a');

  // One by a source, with everything that can come before the announcement, and one on the spot.
  await city.tell('a', 'planned', {
    inspection: CODE,
    level: 'city',
    day: '2999-01-01',
    team: 'Đoàn Bí Mật',
  });
  await city.tell('a', 'opened', { inspection: CODE, level: 'city', team: 'Đoàn Bí Mật' });
  await city.tell('a', 'finding_added', { inspection: CODE, finding: FINDING, text: 'Quầy 4 bỏ trống' });
  await city.tell('a', 'disciplined', { inspection: CODE, disciplineForm: 'warning', people: 7 });
  const spot = await city.ask<{ inspection: string }>('inspector', 'areas/a/inspections', { level: 'city' });
  expect(spot.status).toBe(201);

  const after = await everythingRead();
  const told = [...after].filter(([key, text]) => still(text) !== still(before.get(key) ?? ''));
  expect(told).toEqual([]);
  const spoken = [...after].filter(([, text]) => WORDS.test(text) || text.includes(spot.body.inspection));
  expect(spoken).toEqual([]);

  // The next thing that is seen is the next thing that happened in the hall.
  const next = [head, wall].map((watcher) => watcher.delta(({ area }) => area === 'a'));
  await city.tell('a', 'ticket.issued', { ticket: 'p2', number: 'A002', service: 'thu' }, '/queue/a');
  const [atDesk, onWall] = await Promise.all(next);
  expect(JSON.stringify(atDesk)).toContain('A002');
  // Numbers that only wait stand on no wall.
  expect(JSON.stringify(onWall)).toContain('"waiting":2');
  for (const watcher of [head, wall]) {
    expect(watcher.arrivals).toHaveLength(1);
    expect(JSON.stringify(watcher.arrivals)).not.toMatch(/inspection/);
    watcher.close();
  }
});

test('I2, K2: acts on what is hidden answer as acts on what does not exist, and change nothing', async () => {
  const events = async () =>
    (await city.database.pool.query(`SELECT count(*)::int AS n FROM event WHERE type LIKE 'inspection.%'`))
      .rows;
  const held = await events();
  const acts = city.routes.filter(
    ({ method, path }) => method === 'POST' && path.includes('/inspections/:inspection/'),
  );
  expect(acts).toHaveLength(8);
  for (const route of acts)
    for (const [name, headers] of blind) {
      const hidden = await asked(route, headers, CODE, 'a', 'application/json');
      const nothing = await asked(route, headers, OTHER, 'a', 'application/json');
      expect(still(hidden), `${name} ${route.path}`).toBe(still(nothing));
      expect(hidden, `${name} ${route.path}`).toMatch(/^40[134] /);
    }
  expect(await events()).toEqual(held);
});

test('I2: inspectors and the leaders above see it at once; whoever told of it inside the unit too, and nobody else there', async () => {
  for (const who of ['inspector', 'leader'])
    expect((await city.ask(who, `areas/a/inspections/${CODE}`)).text).toContain('Quầy 4 bỏ trống');
  expect((await city.ask('inspector-a', `areas/a/inspections/${CODE}`)).status).toBe(404);
  const own = await city.ask<{ inspection: string }>('inspector-a', 'areas/a/inspections', { level: 'ward' });
  expect(own.status).toBe(201);
  const path = `areas/a/inspections/${own.body.inspection}`;
  expect((await city.ask('inspector-a', path)).status).toBe(200);
  expect((await city.ask('inspector-a', 'inspections?area=a')).text).toContain(own.body.inspection);
  for (const who of ['head', 'both', 'clerk']) expect((await city.ask(who, path)).status, who).toBe(404);
  // K7: a session that gives no right to the role in the unit still belongs to somebody of the unit.
  const required = (on: boolean) =>
    defineAll(city.core.door, [{ type: 'person.totp_required', data: { role: 'head', required: on } }]);
  await required(true);
  expect((await city.ask('both', path)).status).toBe(404);
  await required(false);
});

test('I2: with the announcement it is there for the unit, its words for the head, its line for whoever reads lists', async () => {
  await city.tell('a', 'announced', { inspection: CODE });
  const lines = await Promise.all(
    blind.map(async ([name, headers]) => {
      const response = await fetch(`${city.url}/api/v1/inspections?area=a`, { headers });
      return [name, (await response.text()).includes(CODE)] as const;
    }),
  );
  expect(lines.filter(([, there]) => there).map(([name]) => name)).toEqual([
    'head',
    'clerk',
    'analyst-a',
    'admin-a',
    'inspector-a',
    'both',
    'analyst',
    'admin',
    'key of a',
    'key of city',
  ]);
  expect((await city.ask('head', `areas/a/inspections/${CODE}`)).text).toContain('Quầy 4 bỏ trống');
  for (const who of ['clerk', 'analyst', 'admin'])
    expect((await city.ask(who, `areas/a/inspections/${CODE}`)).text).not.toContain('Quầy 4');
});
