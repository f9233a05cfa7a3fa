import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { TicketLinkAnswer, TicketPageAnswer } from '../../lib/wire/ticket-page.ts';
import { newKey } from '../../server/access/new-key.ts';
import { SESSION_COOKIE, WALL_COOKIE } from '../../server/http/cookies.ts';
import { type Came, openRevokedCity, type RevokedCity } from '../access/revoked-city.ts';
import { ROWS } from '../access/rows.ts';
import { connectWatcher } from '../support/watcher.ts';

let city: RevokedCity;
let machine: Came;
let told = 0;

const tell = async (type: string, data: object, secondsAgo = 0): Promise<void> => {
  told += 1;
  const time = new Date(city.server.core.now() - secondsAgo * 1000).toISOString();
  const read = readEnvelope({
    specversion: '1.0',
    id: `p${told}`,
    source: '/place/a',
    subject: 'a',
    type,
    time,
    data,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const [outcome] = await city.server.core.door.submit([read.event], { kind: 'operator' });
  expect(outcome?.status).toBe('stored');
};
const ask = (path: string, headers: Record<string, string> = {}) =>
  city.kept.ask('GET', path, { origin: city.server.url, ...headers });
const link = async (ticket: string): Promise<TicketLinkAnswer> => {
  const { status, text } = await ask(`/api/v1/areas/a/tickets/${ticket}/page`, machine.headers);
  expect(status, text).toBe(200);
  return JSON.parse(text);
};
const codeOf = ({ path }: TicketLinkAnswer): string => path.replace('/t/', '');
const place = async (code: string): Promise<TicketPageAnswer> => {
  const { status, text } = await ask(`/api/v1/t/${code}`);
  expect(status, text).toBe(200);
  return JSON.parse(text);
};

beforeAll(async () => {
  city = await openRevokedCity();
  const { key, secret, definition } = newKey({
    name: 'máy lấy số',
    area: 'a',
    rights: ['write'],
    sources: [],
    types: [],
  });
  await city.define(definition);
  machine = { headers: { authorization: `Bearer ${secret}` }, code: key };
  await tell('counter.opened', { counter: '3', services: ['s'] }, 50);
  await tell('ticket.issued', { ticket: 'one', number: 'A-001', service: 's' }, 40);
  await tell('ticket.issued', { ticket: 'two', number: 'A-002', service: 's' }, 30);
  await tell('ticket.issued', { ticket: 'old', number: 'P-001', service: 's', priority: 'elderly' }, 20);
});
afterAll(() => city.close());

describe("K15: a ticket's own page", () => {
  test('tells how many come first, then the counter, then the end; of others only numbers that are called', async () => {
    const code = codeOf(await link('two'));
    expect(await place(code)).toMatchObject({
      number: 'A-002',
      state: 'waiting',
      ahead: 2,
      counter: null,
      calledNow: [],
    });
    await tell('ticket.called', { ticket: 'old', counter: '3' }, 9);
    expect(await place(code)).toMatchObject({ ahead: 1, calledNow: [{ number: 'P-001', counter: '3' }] });
    await tell('ticket.finished', { ticket: 'old' }, 8);
    await tell('ticket.called', { ticket: 'two', counter: '3' }, 7);
    const called = await place(code);
    expect(called).toMatchObject({ state: 'called', counter: '3', ahead: null });
    await tell('ticket.finished', { ticket: 'two' }, 1);
    expect(await place(code)).toMatchObject({ state: 'finished' });
    for (const word of ['elderly', 'priority', 'officer', 'A-001'])
      expect(JSON.stringify(called)).not.toContain(word);
  });

  test('is linked by a key that may write in the unit, for a ticket of today, under our own address', async () => {
    const { url, path, until } = await link('one');
    expect(url).toBe(`${city.server.url}${path}`);
    expect(Math.abs(until - city.untilMidnight() - city.server.core.now())).toBeLessThan(1000);
    expect((await ask('/api/v1/areas/a/tickets/none/page', machine.headers)).status).toBe(404);
    expect((await ask('/api/v1/areas/b/tickets/one/page', machine.headers)).status).toBe(404);
    expect((await ask('/api/v1/areas/a/tickets/one/page', city.root.headers)).status).toBe(403);
  });

  test('neither its code nor that of a rating to give later opens a route or a line of the socket, whatever it is presented as', async () => {
    const visit = { unit: 'a', counter: '3', ticket: 'one' };
    const codes = [
      codeOf(await link('one')),
      city.server.auth.laterCodes.seal(visit, city.server.core.now()),
    ];
    const opened: string[] = [];
    let tried = 0;
    for (const code of codes) {
      const guises: Record<string, string>[] = [
        { authorization: `Bearer ${code}` },
        { cookie: `${SESSION_COOKIE}=${code}` },
        { cookie: `${WALL_COOKIE}=${code}` },
      ];
      for (const headers of guises) {
        for (const [route, row] of Object.entries(ROWS)) {
          const [method = '', path = ''] = route.split(' ');
          if (row.need === 'public') continue;
          tried += 1;
          const { status } = await city.kept.ask(method, path.replaceAll(/:\w+/g, code), {
            origin: city.server.url,
            ...headers,
          });
          if (status !== 401 && status !== 403) opened.push(`${route}: ${status}`);
        }
        const watcher = await connectWatcher(city.server.url, { headers }).catch(() => null);
        if (watcher) opened.push('socket');
        watcher?.close();
      }
      for (const path of [
        `/api/v1/public/${code}/page`,
        `/api/v1/public/a/receipts/${code}`,
        `/t/${code}x/api`,
      ])
        if ((await ask(path)).status === 200) opened.push(path);
    }
    expect(opened).toEqual([]);
    expect(tried).toBeGreaterThan(6 * 150);
    // Each opens its own, and not the other's.
    const [own = '', later = ''] = codes;
    expect((await ask(`/api/v1/t/${later}`)).status).toBe(404);
    expect((await ask(`/api/v1/rate-later/${own}`)).status).not.toBe(200);
    expect((await ask(`/api/v1/rate-later/${later}`)).status).toBe(200);
  });

  test('ends with the day of the ticket, and altered it is nothing', async () => {
    const code = codeOf(await link('one'));
    expect((await ask(`/api/v1/t/${code.slice(0, -2)}AA`)).status).toBe(404);
    city.server.pass(city.untilMidnight());
    expect((await ask(`/api/v1/t/${code}`)).status).toBe(404);
  });
});
