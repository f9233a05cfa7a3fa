import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { endedPeriods } from '../../lib/domain/officer/officer-period.ts';
import { addDays, instantOf } from '../../lib/domain/zoned-time.ts';
import type { AuditLine } from '../../lib/wire/access/administration.ts';
import type { MyOfficersAnswer, OfficerFiguresAnswer } from '../../lib/wire/officer-reads.ts';
import { connectWatcher } from '../support/watcher.ts';
import { type Came, openRevokedCity, type RevokedCity } from './revoked-city.ts';

const CODE = 'can-bo-kin-7';
const OTHER = 'can-bo-kin-8';
let city: RevokedCity;
let people: Record<string, Came>;
/** The calendar month before this one. */
let month: string;
let own: string;

beforeAll(async () => {
  city = await openRevokedCity();
  month = endedPeriods(city.today, 1)[0] ?? '';
  people = {
    root: city.root,
    admin: await city.person('admin', 'a'),
    leader: await city.person('leader', 'north'),
    cityLeader: await city.person('leader', 'city'),
    head: await city.person('head', 'a'),
    neighbour: await city.person('head', 'b'),
    clerk: await city.person('clerk', 'a'),
    officer: await city.person('officer', 'a'),
    colleague: await city.person('officer', 'a'),
    inspector: await city.person('inspector', 'city'),
    analyst: await city.person('analyst', 'city'),
    key: await city.key('city'),
    wall: await city.wall('a'),
    nobody: { headers: { origin: city.server.url }, code: '' },
  };
  people.deputy = await city.borrower(`g-${who('head').code}`, city.tomorrow);
  await fill();
});
afterAll(() => city.close());

const who = (name: string): Came => people[name] ?? city.root;
const ask = (name: string, path: string, method = 'GET', body?: object) =>
  city.kept.ask(method, path, who(name).headers, body);
const read = async <T>(name: string, path: string): Promise<T> => JSON.parse((await ask(name, path)).text);

/** Last month in ward a: 40 visits of the officer, each served for two minutes and rated; 20 of a colleague. */
async function fill(): Promise<void> {
  const tree = city.server.core.memory.tree;
  const zone = tree.areas.get('a')?.timezone ?? '';
  const events = [CODE, OTHER].flatMap((officer) =>
    Array.from({ length: officer === CODE ? 40 : 20 }, (_, i) => {
      const day = addDays(`${month}-01`, i % 20);
      const start = instantOf(zone, day, '08:00') + i * 600_000;
      const ticket = `${officer === CODE ? 't' : 'u'}-${i}`;
      const told = (type: string, afterSeconds: number, data: object) => ({
        specversion: '1.0',
        id: `${ticket}:${type}`,
        source: '/queue/a',
        subject: 'a',
        type,
        time: new Date(start + afterSeconds * 1000).toISOString(),
        data,
      });
      return [
        told('ticket.issued', 0, { ticket, number: 'A1', service: 's' }),
        told('ticket.called', 60, { ticket, counter: '7', officer }),
        told('ticket.finished', 180, { ticket }),
        told('rating.given', 200, {
          rating: ticket,
          ticket,
          counter: '7',
          officer,
          level: i < 4 ? 'dissatisfied' : 'very_satisfied',
          reasons: i < 4 ? ['listen', 'long_wait'] : ['smile'],
          comment: `Lời kín ${i}`,
        }),
      ];
    }).flat(),
  );
  const accepted = events.map((told) => {
    const envelope = readEnvelope(told);
    if (!envelope.ok) throw new Error(JSON.stringify(envelope.refusal));
    return envelope.event;
  });
  const outcomes = await city.server.core.door.submit(accepted, { kind: 'operator' });
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['stored']));
}

const figures = (name: string, officer = CODE, period = month) =>
  ask(name, `/api/v1/areas/a/officers/${officer}/figures?period=${period}`);

describe('O1: whose an officer code is', () => {
  const link = (name: string, person: string, officer: string, area = 'a') =>
    ask(name, `/api/v1/admin/people/${person}/officers`, 'POST', { area, officer });

  it('is said by whoever administers the unit, and never of the own person', async () => {
    for (const name of ['leader', 'head', 'officer', 'inspector', 'clerk'])
      expect((await link(name, who('officer').code, CODE)).status).toBe(403);
    expect(await link('admin', who('admin').code, CODE)).toMatchObject({
      status: 422,
      text: expect.stringContaining('"rule":"yourself"'),
    });
    const made = await link('admin', who('officer').code, CODE);
    expect(made.status).toBe(201);
    own = JSON.parse(made.text).link;
    expect((await link('admin', who('colleague').code, OTHER)).status).toBe(201);
  });

  it('a code that is somebody’s is nobody else’s, and there are none in areas above units', async () => {
    expect((await link('admin', who('colleague').code, CODE)).text).toContain('officer_taken');
    expect((await link('root', who('officer').code, 'x', 'north')).text).toContain('not_a_unit');
  });
});

describe('O2: who sees figures of an officer', () => {
  it('the head of the unit does, by an own role or a lent one', async () => {
    for (const name of ['head', 'deputy']) {
      const { status, text } = await figures(name);
      expect([name, status]).toEqual([name, 200]);
      const answer: OfficerFiguresAnswer = JSON.parse(text);
      expect(answer.ratings).toEqual({
        n: 40,
        satisfied: expect.objectContaining({ n: 36, of: 40, share: 0.9, low: expect.any(Number) }),
        points: [
          { point: 'listen', praised: 0, lacking: 4 },
          { point: 'smile', praised: 36, lacking: 0 },
        ],
      });
      expect(answer.service).toMatchObject({ n: 40, meanSec: 120 });
    }
  });

  it('the officer sees the own ones, and nobody else’s', async () => {
    const mine = await read<MyOfficersAnswer>('officer', '/api/v1/me/officers');
    expect(mine.links).toEqual([{ link: own, area: { code: 'a', name: 'A' }, officer: CODE }]);
    const { status, text } = await ask('officer', `/api/v1/me/officers/${own}/figures?period=${month}`);
    expect([status, JSON.parse(text).ratings.n]).toEqual([200, 40]);
    expect((await figures('officer')).status).toBe(403);
    expect((await ask('colleague', `/api/v1/me/officers/${own}/figures?period=${month}`)).status).toBe(404);
  });

  it('O4: of fewer than 30 cases nobody is told anything, not even the number', async () => {
    expect(JSON.parse((await figures('head', OTHER)).text)).toMatchObject({
      ratings: null,
      service: null,
      least: 30,
    });
  });

  it('O3: a period that runs is refused, and so is anything shorter than a month', async () => {
    for (const period of [city.today.slice(0, 7), city.today.slice(0, 4), city.today, '2026-W40'])
      expect([period, (await figures('head', CODE, period)).status]).toEqual([period, 400]);
  });

  it('nobody else does', async () => {
    const refused = Object.keys(people).filter((name) => !['head', 'deputy'].includes(name));
    for (const name of refused)
      for (const path of [
        `/api/v1/areas/a/officers/${CODE}/figures?period=${month}`,
        '/api/v1/areas/a/officers',
        ...(name === 'officer' ? [] : [`/api/v1/me/officers/${own}/figures?period=${month}`]),
      ]) {
        const { status, text } = await ask(name, path);
        expect([401, 403, 404], `${name} ${path}`).toContain(status);
        expect(text).not.toContain('ratings');
      }
  });

  it('no list, figure, history, board or audit tells of an officer to anybody, as JSON or CSV', async () => {
    const days = `from=${month}-01&to=${city.today}`;
    const paths = [
      ...['a', 'north', 'city'].flatMap((area) => [
        `/api/v1/areas/${area}/board`,
        `/api/v1/areas/${area}/kpis?${days}`,
        `/api/v1/areas/${area}/kpis?${days}&counter=7`,
        `/api/v1/areas/${area}/compare?metric=satisfied&${days}`,
        `/api/v1/areas/${area}/history?metric=satisfied&bucket=month&${days}`,
        `/api/v1/areas/${area}/brief`,
        `/api/v1/ratings?area=${area}&${days}`,
        `/api/v1/tickets?area=${area}&${days}`,
        `/api/v1/alerts?area=${area}&${days}`,
      ]),
      '/api/v1/admin/audit',
      '/api/v1/me',
    ];
    for (const name of Object.keys(people))
      for (const path of paths)
        for (const accept of ['application/json', 'text/csv']) {
          const { text } = await city.kept.ask('GET', path, { ...who(name).headers, accept });
          expect(text.includes(CODE) || text.includes(OTHER), `${name} ${path} ${accept}`).toBe(false);
        }
  });

  it('no question takes an officer: it is refused by name instead of answered for all', async () => {
    for (const path of [
      '/api/v1/areas/a/kpis',
      '/api/v1/areas/a/history?metric=satisfied',
      '/api/v1/areas/a/compare?metric=satisfied',
      '/api/v1/ratings?area=a',
      '/api/v1/tickets?area=a',
    ])
      for (const name of ['head', 'leader', 'key']) {
        const { status, text } = await ask(name, `${path}${path.includes('?') ? '&' : '?'}officer=${CODE}`);
        expect([path, status, JSON.parse(text).parameter]).toEqual([path, 400, 'officer']);
      }
  });

  it('no live line tells of one, inside the unit or above', async () => {
    for (const [name, area] of [
      ['head', 'a'],
      ['officer', 'a'],
      ['leader', 'north'],
      ['cityLeader', 'city'],
      ['wall', 'a'],
    ] as const) {
      const watcher = await connectWatcher(city.server.url, { headers: who(name).headers });
      const told = JSON.stringify(await watcher.watch(area));
      watcher.close();
      expect(told).toContain('"snapshot"');
      expect(told.includes(CODE)).toBe(false);
    }
  });
});

describe('O2: every look is an act in the log', () => {
  it('with who looked, at whose code and at which period', async () => {
    const { rows } = await city.server.database.pool.query(
      "SELECT source, unit, data FROM event WHERE type = 'person.figures_viewed' ORDER BY seq",
    );
    const period = { from: `${month}-01`, to: addDays(`${city.today.slice(0, 7)}-01`, -1) };
    const look = (name: string, officer: string, onBehalfOf = '') => ({
      source: `/person/${who(name).code}${onBehalfOf}`,
      unit: 'a',
      data: { area: 'a', officer, ...period },
    });
    expect(rows).toEqual([
      look('head', CODE),
      look('deputy', CODE, `/for/${who('head').code}`),
      look('officer', CODE),
      look('head', OTHER),
    ]);
  });

  it('the audit tells that somebody looked, but not at whom', async () => {
    const { items } = await read<{ items: AuditLine[] }>(
      'inspector',
      '/api/v1/admin/audit?area=a&type=person.figures_viewed',
    );
    expect(items.length).toBe(4);
    for (const { data } of items) expect(Object.keys(data).sort()).toEqual(['area', 'from', 'to']);
  });

  it('the officer is told who else looked', async () => {
    const { views } = await read<MyOfficersAnswer>('officer', '/api/v1/me/officers');
    expect(views.map(({ area, from }) => [area, from])).toEqual([
      ['A', `${month}-01`],
      ['A', `${month}-01`],
    ]);
    expect((await read<MyOfficersAnswer>('clerk', '/api/v1/me/officers')).views).toEqual([]);
  });

  it('O1: once the code is taken away, the own figures are gone', async () => {
    expect((await ask('admin', `/api/v1/admin/officers/${own}`, 'DELETE')).status).toBe(200);
    expect((await ask('officer', `/api/v1/me/officers/${own}/figures?period=${month}`)).status).toBe(404);
    expect((await figures('head')).status).toBe(200);
  });
});
