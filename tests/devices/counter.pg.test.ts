import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../lib/wire/device/counter-console.ts';
import type { Definition } from '../../server/log/submission.ts';
import { areaDefinition, defineAll, testTree } from '../support/city.ts';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import { pairedDevice } from '../support/paired-device.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';

const WARDS = Array.from({ length: 20 }, (_, n) => `w${n}`);
let server: WholeServer;
let kept: KeptAlive;
beforeAll(async () => {
  server = await openWholeServer([
    ...testTree,
    ...WARDS.map((ward) => areaDefinition(ward, 'north', 'ward')),
  ]);
  kept = keepAlive(server.url, 16);
});
afterAll(async () => {
  kept.close();
  await server.close();
});

type Console = { cookie: string; device: string };
const consoleAt = async (area: string, counter: string): Promise<Console> =>
  pairedDevice(server.core.door, { device: `d-${area}-${counter}`, area, kind: 'counter', counter });

const ask = async (at: Console, method: string, path: string, body?: object) => {
  const headers = { cookie: at.cookie, origin: server.url };
  const { status, text } = await kept.ask(method, `/api/v1/device/counter${path}`, headers, body);
  return { status, body: JSON.parse(text) };
};
const act = (at: Console, what: object, request: string = randomUUID()) =>
  ask(at, 'POST', '/acts', { request, ...what });
const done = async (at: Console, what: object) => {
  const { status, body } = await act(at, what);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};

let issued = 0;
/** Tickets of a unit as its machine would tell them, a second apart, the first longest ago. */
async function issue(
  unit: string,
  n: number,
  more: (index: number) => object = () => ({}),
): Promise<string[]> {
  const from = server.core.now() - n * 1000;
  const numbers = Array.from({ length: n }, (_, index) => `N${issued + index}`);
  issued += n;
  const outcomes = await server.core.door.submit(
    numbers.map((number, index) => ({
      type: 'ticket.issued',
      unit,
      source: `/queue/${unit}`,
      id: number,
      at: from + index * 1000,
      data: { ticket: number, number, service: 's', ...more(index) },
    })),
    { kind: 'operator' },
  );
  expect(outcomes.every(({ status }) => status === 'stored')).toBe(true);
  return numbers;
}

const factsOf = async (type: string, source?: string) => {
  const { rows } = await server.database.pool.query(
    `SELECT e.data ->> 'ticket' AS ticket, e.data ->> 'counter' AS counter, k.source FROM event e JOIN event_key k USING (seq)
     WHERE e.type = $1 AND ($2::text IS NULL OR k.source = $2) ORDER BY seq`,
    [type, source ?? null],
  );
  return rows;
};

describe('the console of a counter', () => {
  it('calls, calls again, serves and ends, and the log says which device did it', async () => {
    const at = await consoleAt('a', '1');
    const [first = '', second = ''] = await issue('a', 2);
    expect((await act(at, { act: 'next' })).body.code).toBe('counter_not_open');
    const opened = await done(at, { act: 'open', services: [] });
    expect(opened.console).toMatchObject({ state: 'open', waiting: 2, current: null });
    expect((await done(at, { act: 'next' })).called).toBe(first);
    expect((await act(at, { act: 'next' })).body.code).toBe('counter_busy');
    expect((await act(at, { act: 'start', ticket: second })).body.code).toBe('not_at_counter');
    await done(at, { act: 'recall', ticket: first });
    const serving = await done(at, { act: 'start', ticket: first });
    expect(serving.console.current).toMatchObject({ number: first, state: 'serving', favoured: false });
    expect((await act(at, { act: 'close' })).body.code).toBe('counter_busy');
    const ended = await done(at, { act: 'finish', ticket: first, outcome: 'received' satisfies Outcome });
    expect(ended.console).toMatchObject({ current: null, waiting: 1 });
    expect((await done(at, { act: 'next' })).called).toBe(second);
    await done(at, { act: 'no_show', ticket: second });
    expect((await done(at, { act: 'next' })).called).toBeNull();
    expect((await done(at, { act: 'pause' })).console.state).toBe('paused');
    expect((await done(at, { act: 'close' })).console.state).toBe('closed');
    expect((await factsOf('ticket.called', '/device/d-a-1')).map(({ ticket }) => ticket)).toEqual([
      first,
      first,
      second,
    ]);
  });

  it('puts on hold and takes up again, and sends on to a service or to one counter (NT1)', async () => {
    const [one, two] = [await consoleAt('b', '1'), await consoleAt('b', '2')];
    const [first = '', second = ''] = await issue('b', 2);
    await done(one, { act: 'open', services: ['s'] });
    await done(two, { act: 'open', services: ['other'] });
    await done(one, { act: 'next' });
    await done(one, { act: 'start', ticket: first });
    const held = await done(one, { act: 'hold', ticket: first });
    expect(held.console).toMatchObject({ current: null, held: [{ number: first }] });
    expect((await done(one, { act: 'next' })).called).toBe(second);
    expect((await act(one, { act: 'resume', ticket: first })).body.code).toBe('counter_busy');
    await done(one, { act: 'transfer', ticket: second, to: { counter: '2' } });
    expect((await done(one, { act: 'resume', ticket: first })).console.current).toMatchObject({
      number: first,
    });
    await done(one, { act: 'transfer', ticket: first, to: { service: 'other' } });
    expect((await done(one, { act: 'next' })).called).toBeNull();
    // The first came first, and both are of counter 2 now.
    expect((await done(two, { act: 'next' })).called).toBe(first);
    await done(two, { act: 'finish', ticket: first, outcome: 'advised' });
    expect((await done(two, { act: 'next' })).called).toBe(second);
  });

  it('NT2, NT3: gives the favoured their turn as the area has set it, and names no group', async () => {
    const at = await consoleAt('c', '1');
    const today = new Date(server.core.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const rule: Definition = {
      type: 'priority.set',
      data: {
        area: 'city',
        groups: [{ group: 'secret-group', name: 'Nhóm', nameEn: 'Group' }],
        every: 2,
        effectiveFrom: today,
        source: 'thử',
      },
    };
    await defineAll(server.core.door, [rule]);
    const [o1, o2, o3, p1, p2] = await issue('c', 5, (index) =>
      index > 2 ? { priority: 'secret-group' } : {},
    );
    await done(at, { act: 'open', services: [] });
    const called: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { called: number, console } = await done(at, { act: 'next' });
      expect(JSON.stringify(console)).not.toContain('secret-group');
      expect(console.current.favoured).toBe([p1, p2].includes(number));
      called.push(number);
      await done(at, { act: 'finish', ticket: number, outcome: 'received' });
    }
    expect(called).toEqual([p1, o1, o2, p2, o3]);
  });

  it('is answered when something changes, and at once when it is revoked', async () => {
    const at = await consoleAt('x', '1');
    const { body } = await ask(at, 'GET', '');
    const changed = ask(at, 'GET', `?known=${body.tag}`);
    await issue('x', 1);
    expect((await changed).body.waiting).toBe(body.waiting + 1);
    const { tag } = (await ask(at, 'GET', '')).body;
    const revoked = ask(at, 'GET', `?known=${tag}`);
    const started = performance.now();
    await defineAll(server.core.door, [{ type: 'device.revoked', data: { device: at.device } }]);
    expect((await revoked).status).toBe(401);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('NT4: two counters that press “next” in one instant', () => {
  it('a thousand times never get the same number, and nobody is left out', async () => {
    const rounds = 50;
    const counters = await Promise.all(
      WARDS.map(async (ward) => {
        const pair = [await consoleAt(ward, '1'), await consoleAt(ward, '2')];
        await Promise.all(pair.map((at) => done(at, { act: 'open', services: [] })));
        return { ward, pair, numbers: await issue(ward, 2 * rounds), called: [] as string[] };
      }),
    );
    for (let round = 0; round < rounds; round += 1) {
      const calls = await Promise.all(
        counters.map(async ({ pair, called }) => {
          const both = await Promise.all(pair.map((at) => done(at, { act: 'next' })));
          const [left, right] = both.map((answer): string => answer.called);
          expect(left).not.toBe(right);
          called.push(...both.map((answer): string => answer.called));
        }),
      );
      expect(calls.length * rounds).toBe(1000);
      // Their machine ends them, all in one group: it is the calls that are tried here.
      await server.core.door.submit(
        counters.flatMap(({ ward, called }) =>
          called.slice(-2).map((ticket) => ({
            type: 'ticket.finished' as const,
            unit: ward,
            source: `/queue/${ward}`,
            id: `${ticket}-end`,
            at: server.core.now(),
            data: { ticket },
          })),
        ),
        { kind: 'operator' },
      );
    }
    for (const { called, numbers } of counters) expect(new Set(called)).toEqual(new Set(numbers));
  }, 240_000);
});

describe('NT4: a counter that loses the network in the middle of a call', () => {
  it('loses nothing and doubles nothing when it sends the same act again', async () => {
    const at = await consoleAt('a', '21');
    await issue('a', 3);
    await done(at, { act: 'open', services: [] });
    const request = randomUUID();
    // As often as it likes, at once and later: one call.
    const answers = await Promise.all(Array.from({ length: 8 }, () => act(at, { act: 'next' }, request)));
    const numbers = new Set(answers.map(({ body }) => body.called));
    expect(numbers.size).toBe(1);
    const [number] = numbers;
    server.pass(1500);
    expect((await act(at, { act: 'next' }, request)).body.called).toBe(number);
    const end = randomUUID();
    const finish = { act: 'finish', ticket: number, outcome: 'received' };
    expect((await act(at, finish, end)).status).toBe(200);
    server.pass(1500);
    expect((await act(at, finish, end)).status).toBe(200);
    const source = '/device/d-a-21';
    expect((await factsOf('ticket.called', source)).length).toBe(1);
    expect((await factsOf('ticket.finished', source)).length).toBe(1);
    const pause = randomUUID();
    for (const _ of [1, 2]) {
      expect((await act(at, { act: 'pause' }, pause)).status).toBe(200);
      server.pass(1500);
    }
    expect((await factsOf('counter.paused', source)).length).toBe(1);
  });
});
