import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '../../server/log/submission.ts';

import { areaDefinition, defineAll, testTree } from '../support/city.ts';
import { deviceAsks } from '../support/device-asks.ts';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import { findingsIn } from '../support/law-log.ts';
import { pairedDevice } from '../support/paired-device.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';

const service = (code: string, of = 'city'): Definition => ({
  type: 'service.defined',
  data: { area: of, service: code, name: code, effectiveFrom: '2020-01-01' },
});

/** G12: the city has a hotline, which holds in its units. */
const withHotline = (definition: Definition): Definition =>
  definition.type === 'area.defined' && definition.data.code === 'city'
    ? { ...definition, data: { ...definition.data, hotline: '1022' } }
    : definition;

let server: WholeServer;
let kept: KeptAlive;
let ask: ReturnType<typeof deviceAsks>;
beforeAll(async () => {
  server = await openWholeServer([
    ...testTree.map(withHotline),
    areaDefinition('big', 'city', 'centre'),
    ...['chung-thuc', 'dat-dai', 'ho-tich'].map((code) => service(code)),
  ]);
  kept = keepAlive(server.url, 16);
  ask = deviceAsks(kept, server.url);
});
afterAll(async () => {
  kept.close();
  await server.close();
});

const device = async (area: string, kind: 'counter' | 'kiosk' | 'pad', counter?: string): Promise<string> => {
  const name = `${kind}-${area}-${counter ?? ''}`;
  const made = { device: name, area, kind, ...(counter !== undefined && { counter }) };
  return (await pairedDevice(server.core.door, made)).cookie;
};
const take = (kiosk: string, more: object = {}) =>
  ask(kiosk, 'POST', '/device/kiosk/tickets', { request: randomUUID(), service: 'chung-thuc', ...more });
const act = async (counter: string, what: object) => {
  const { status, body } = await ask(counter, 'POST', '/device/counter/acts', {
    request: randomUUID(),
    ...what,
  });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const rate = (pad: string, more: object) =>
  ask(pad, 'POST', '/device/pad/ratings', {
    request: randomUUID(),
    level: 'satisfied',
    at: new Date(server.core.now()).toISOString(),
    ...more,
  });
const ratings = async (unit: string) => {
  const { rows } = await server.database.pool.query(
    'SELECT rating, level, ticket, counter, channel, service FROM rating WHERE unit = $1 ORDER BY at, rating',
    [unit],
  );
  return rows;
};

/** Somebody takes a number, is served at the counter and leaves: the ticket that its pad then asks about. */
async function served(
  kiosk: string,
  counter: string,
  pad: string,
): Promise<{ ticket: string; later: string }> {
  await take(kiosk);
  await act(counter, { act: 'next' });
  const { body } = await ask(counter, 'GET', '/device/counter');
  await act(counter, { act: 'finish', ticket: body.current.ticket, outcome: 'received' });
  const { ticket } = (await ask(pad, 'GET', '/device/pad')).body;
  expect(ticket.ticket).toBe(body.current.ticket);
  return ticket;
}

describe('NT5: a kiosk', () => {
  it('gives no number twice, however many ask at once, and the same again to whoever asks again', async () => {
    const kiosk = await device('a', 'kiosk');
    const state = await ask(kiosk, 'GET', '/device/kiosk');
    expect(state.body.services.map(({ letter }: { letter: string }) => letter)).toEqual(['A', 'B', 'C']);
    const taken = await Promise.all(Array.from({ length: 40 }, () => take(kiosk)));
    expect(taken.every(({ status }) => status === 201)).toBe(true);
    const numbers = taken.map(({ body }) => body.number).sort();
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => `A${String(n + 1).padStart(3, '0')}`));
    const request = randomUUID();
    const again = await Promise.all([1, 2, 3].map(() => take(kiosk, { request, service: 'dat-dai' })));
    expect(again.map(({ body }) => body.number)).toEqual(['B001', 'B001', 'B001']);
    server.pass(1000);
    expect((await take(kiosk, { request, service: 'dat-dai' })).body.number).toBe('B001');
  });

  it('K15: prints an address that opens this ticket and tells nothing; the group of a priority is told to nobody', async () => {
    const kiosk = await device('b', 'kiosk');
    const { body } = await take(kiosk, { priority: 'elderly', purpose: 'submit' });
    expect(body).toMatchObject({ number: 'A001', favoured: true, ahead: 0, service: 'chung-thuc' });
    expect(JSON.stringify(body)).not.toContain('elderly');
    const code = body.page.replace('/t/', '');
    expect(server.auth.ticketCodes.open(code)).toMatchObject({ unit: 'b' });
    expect((await take(kiosk, { priority: 'nobody-knows' })).body.favoured).toBe(false);
    expect((await take(kiosk)).body.ahead).toBe(2);
  });

  it('says when a service gives no numbers and when the day is over, and gives none then', async () => {
    const kiosk = await device('x', 'kiosk');
    await defineAll(server.core.door, [service('ho-tich', 'other')]);
    const stop = {
      type: 'issuing.stopped' as const,
      unit: 'x',
      source: '/queue/x',
      id: 'stop',
      at: server.core.now(),
      data: { service: 'ho-tich' },
    };
    await server.core.door.submit([stop], { kind: 'operator' });
    expect((await ask(kiosk, 'GET', '/device/kiosk')).body.services[0].stopped).toBe(true);
    expect((await take(kiosk, { service: 'ho-tich' })).body.code).toBe('issuing_stopped');
    const fromDay = new Date(server.core.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await defineAll(server.core.door, [
      { type: 'sessions.set', data: { area: 'x', scope: 'day', fromDay, spans: [], source: 'thử' } },
    ]);
    expect((await ask(kiosk, 'GET', '/device/kiosk')).body.closed).toBe(true);
    expect((await take(kiosk, { service: 'ho-tich' })).body.code).toBe('office_closed');
  });
});

describe('NT6: ratings after a visit', () => {
  let kiosk: string;
  let counter: string;
  let pad: string;
  beforeAll(async () => {
    kiosk = await device('c', 'kiosk');
    counter = await device('c', 'counter', '1');
    pad = await device('c', 'pad', '1');
    await act(counter, { act: 'open', services: [] });
  });

  it('a pad opens when its counter has ended a visit, and takes one rating of it, sent as often as it must be', async () => {
    expect((await ask(pad, 'GET', '/device/pad')).body).toMatchObject({ ticket: null, hotline: '1022' });
    expect((await ask(kiosk, 'GET', '/device/kiosk')).body.hotline).toBe('1022');
    const { ticket } = await served(kiosk, counter, pad);
    const said = { request: randomUUID(), ticket, level: 'dissatisfied', reasons: ['long_wait'] };
    // The network was gone when it was given: it comes later, twice, with the instant of the touch.
    const at = new Date(server.core.now()).toISOString();
    server.pass(60_000);
    for (const _ of [1, 2]) expect((await rate(pad, { ...said, at })).status).toBe(204);
    expect((await ask(pad, 'GET', '/device/pad')).body.ticket).toBeNull();
    expect(await ratings('c')).toEqual([
      {
        rating: `p_${said.request}`,
        level: 'dissatisfied',
        ticket,
        counter: '1',
        channel: 'pad',
        service: 'chung-thuc',
      },
    ]);
  });

  it('K16: a pad takes no rating of another counter’s visit', async () => {
    const other = await device('c', 'pad', '2');
    const { ticket } = await served(kiosk, counter, pad);
    expect((await ask(other, 'GET', '/device/pad')).body.ticket).toBeNull();
    expect((await rate(other, { ticket })).body.code).toBe('not_at_counter');
  });

  it('the code on the pad opens for two days and rates once', async () => {
    const { ticket, later } = await served(kiosk, counter, pad);
    const path = later.replace('/rate/later/', '/rate-later/');
    expect((await ask(null, 'GET', path)).body).toMatchObject({
      counter: '1',
      used: false,
      unit: { code: 'c' },
    });
    const both = await Promise.all([1, 2].map(() => ask(null, 'POST', path, { level: 'very_satisfied' })));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect((await ask(null, 'GET', path)).body.used).toBe(true);
    expect((await ratings('c')).filter((one) => one.ticket === ticket)).toMatchObject([
      { channel: 'qr', level: 'very_satisfied' },
    ]);
    const next = await served(kiosk, counter, pad);
    server.pass(48 * 3_600_000 + 60_000);
    expect((await ask(null, 'GET', next.later.replace('/rate/later/', '/rate-later/'))).status).toBe(410);
  });

  it('S3: a sheet takes one rating of no visit for each slip, and a hasty one none', async () => {
    const { body } = await ask(null, 'GET', '/public/c/rating?counter=1');
    expect(body).toMatchObject({ counter: '1', unit: { code: 'c' }, hotline: '1022' });
    const said = { level: 'satisfied', slip: body.slip, counter: '1' };
    expect((await ask(null, 'POST', '/public/c/ratings', said)).status).toBe(422);
    server.pass(3_500);
    expect((await ask(null, 'POST', '/public/c/ratings', said)).status).toBe(204);
    expect((await ask(null, 'POST', '/public/c/ratings', said)).status).toBe(422);
    expect((await ratings('c')).filter(({ ticket }) => ticket === null)).toMatchObject([
      { channel: 'qr', counter: '1' },
    ]);
    expect((await ask(null, 'GET', '/public/north/rating')).status).toBe(404);
  });
});

describe('a day of 600 visitors at 20 counters', () => {
  it('goes through kiosk, consoles and pads: everybody is served once, and the log agrees with every table', async () => {
    const [visitors, counters] = [600, 20];
    const kiosk = await device('big', 'kiosk');
    const places = await Promise.all(
      Array.from({ length: counters }, async (_, n) => {
        const counter = await device('big', 'counter', String(n + 1));
        await act(counter, { act: 'open', services: [] });
        return { counter, pad: await device('big', 'pad', String(n + 1)) };
      }),
    );
    const services = ['chung-thuc', 'dat-dai', 'ho-tich'];
    const taken = await Promise.all(
      Array.from({ length: visitors }, (_, n) =>
        take(kiosk, { service: services[n % 3], ...(n % 10 === 0 && { priority: 'elderly' }) }),
      ),
    );
    const called: string[] = [];
    await Promise.all(
      places.map(async ({ counter, pad }) => {
        for (;;) {
          const { called: number, console } = await act(counter, { act: 'next' });
          if (number === null) return;
          called.push(number);
          const { ticket } = console.current;
          await act(counter, { act: 'finish', ticket, outcome: 'received' });
          if (called.length % 2 === 0) expect((await rate(pad, { ticket })).status).toBe(204);
        }
      }),
    );
    expect(called.sort()).toEqual(taken.map(({ body }) => body.number).sort());
    expect(new Set(called).size).toBe(visitors);
    const { rows } = await server.database.pool.query(
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE state = 'finished')::int AS finished FROM ticket WHERE unit = 'big'`,
    );
    expect(rows).toEqual([{ n: visitors, finished: visitors }]);
    expect(await findingsIn(server.database.connectionString)).toEqual([]);
  }, 240_000);
});
