import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHOSEN_PERIODS } from '../../lib/domain/calendar/earlier-period.ts';
import { COMPARED_METRICS } from '../../lib/domain/compared-metric.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { bareShares } from '../support/bare-shares.ts';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import type { WholeServer } from '../support/whole-server.ts';
import { openMatrixCity } from './matrix-city.ts';
import { ROWS } from './rows.ts';
import type { Subject } from './subjects.ts';

let server: WholeServer;
let subjects: Subject[];
let kept: KeptAlive;

beforeAll(async () => {
  ({ server, subjects } = await openMatrixCity());
  kept = keepAlive(server.url, 4);
  await fill();
});
afterAll(async () => {
  kept.close();
  await server.close();
});

/** Visits, ratings, dossiers and pages of every kind in ward a, so that no share is of nothing. */
async function fill(): Promise<void> {
  const at = server.core.now() - 60_000;
  const told = Array.from(
    { length: 45 },
    (_, i) =>
      [
        ['ticket.issued', { ticket: `v${i}`, number: 'B1', service: 's' }],
        ['ticket.called', { ticket: `v${i}`, counter: '1', officer: 'can-bo-kin' }],
        ...(i % 7 === 0 ? [] : [['ticket.finished', { ticket: `v${i}` }] as const]),
        [
          'rating.given',
          {
            rating: `v${i}`,
            ticket: `v${i}`,
            level: i % 5 === 0 ? 'dissatisfied' : 'satisfied',
            counter: '1',
          },
        ],
        [
          'dossier.received',
          {
            dossier: `d${i}`,
            procedure: 'p',
            channel: i % 2 === 0 ? 'counter' : 'online_full',
            dueAt: new Date(at + (i % 3 === 0 ? -1 : 1) * 86_400_000).toISOString(),
            handler: 'h',
          },
        ],
        ...(i % 4 === 0 ? [['dossier.supplement_asked', { dossier: `d${i}`, what: 'x' }] as const] : []),
        ...(i % 2 === 0 ? [['dossier.settled', { dossier: `d${i}`, result: 'done' }] as const] : []),
        ['suggestion.submitted', { suggestion: `p${i}`, text: 'x' }],
        ['suggestion.sorted', { suggestion: `p${i}`, kind: 'suggestion' }],
      ] as const,
  ).flat();
  const events = told.map(([type, data], index) => {
    const read = readEnvelope({
      specversion: '1.0',
      id: `${index}`,
      source: '/shares',
      subject: 'a',
      type,
      time: new Date(at + index).toISOString(),
      data,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.event;
  });
  const outcomes = await server.core.door.submit(events, { kind: 'operator' });
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['stored']));
}

const headersOf = (name: string): Record<string, string> =>
  subjects.find((subject) => subject.name === name)?.headers ?? {};

/** Every path that the rows of the matrix ask of a route, and every measure of those that take one. */
function pathsOf(route: string): string[] {
  const asked = (ROWS[route]?.samples ?? []).map(({ params = {}, query = {} }) => {
    const path = (route.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    return { path, query };
  });
  const more = asked.flatMap(({ path, query }) => {
    if ('metric' in query)
      return COMPARED_METRICS.flatMap((metric) =>
        (path.endsWith('compare') ? ['children', 'units'] : ['day']).map((last) => ({
          path,
          query: { ...query, metric, ...(path.endsWith('compare') ? { level: last } : { bucket: last }) },
        })),
      );
    if ('kind' in query) return CHOSEN_PERIODS.map((kind) => ({ path, query: { ...query, kind } }));
    return [{ path, query }];
  });
  return [...new Set(more.map(({ path, query }) => `${path}?${new URLSearchParams(query)}`))];
}

const READERS = ['root', 'leader-of-city', 'head-of-a', 'inspector-of-city', 'key-read-of-city'];

it('rule 2: no answer of any reading route has a share without its n, whoever asks', async () => {
  const routes = server.routes.filter(({ method }) => method === 'GET').map(({ path }) => `GET ${path}`);
  const faults: string[] = [];
  let shares = 0;
  const silent = new Set(routes);
  for (const route of routes)
    for (const path of pathsOf(route))
      for (const name of READERS) {
        const { status, type, text } = await kept.ask('GET', path, headersOf(name));
        if (status !== 200 || !type.startsWith('application/json')) continue;
        silent.delete(route);
        // The document describes answers and holds none.
        if (route === 'GET /api/v1/openapi.json') continue;
        shares += text.match(/"share":0\.\d/g)?.length ?? 0;
        faults.push(...bareShares(JSON.parse(text)).map((fault) => `${name} ${path} ${fault}`));
      }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(shares).toBeGreaterThan(100);
  // Everything that answers JSON was heard; the rest is no JSON, is about something that is not there, or is for nobody.
  expect(
    [...silent].filter((route) =>
      /kpis|compare|history|board|period|handlers|alerts$|ratings$|areas$/.test(route),
    ),
  ).toEqual([]);
});
