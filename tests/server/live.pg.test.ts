import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BEAT_MS, type Delta, MERGE_MS } from '../../lib/wire/socket.ts';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent, visitEvents } from '../support/cloud-events.ts';
import type { Watcher, WatcherOptions } from '../support/watcher.ts';

let city: CityServer;
let open: Watcher[] = [];
beforeAll(async () => {
  city = await openCityServer();
});
afterEach(() => {
  for (const watcher of open) watcher.close();
  open = [];
});
afterAll(() => city.close());

const connect = async (options: WatcherOptions = {}): Promise<Watcher> => {
  const watcher = await city.watcher(options);
  open.push(watcher);
  return watcher;
};
const apiBoard = async (area: string) => {
  const answer = await city.get(`/api/v1/areas/${area}/board`);
  const { epoch, seq, board } = await answer.json();
  return { epoch, seq, board };
};
const store = async (...events: object[]): Promise<number> => {
  const { status, results } = await city.post(events);
  expect(status).toBe(200);
  return results.at(-1)?.seq ?? 0;
};

describe('watch', () => {
  it.each(['a', 'north', 'city'])('of %s gives the board that the API gives', async (area) => {
    await store(ticketEvent());
    const answer = await (await connect()).watch(area);
    expect(answer).toEqual({ kind: 'snapshot', ...(await apiBoard(area)) });
  });

  it('with a since of now gives an empty delta, of before what changed, both ending in the API’s board', async () => {
    const watcher = await connect();
    const first = await watcher.watch('a');
    if (first.kind !== 'snapshot') throw new Error(first.kind);
    const { epoch, seq } = first;
    const second = await connect();
    expect(await second.watch('a', { epoch, seq })).toEqual({
      kind: 'delta',
      area: 'a',
      epoch,
      from: seq,
      to: seq,
      put: {},
      remove: [],
    });
    watcher.close();
    const event = ticketEvent();
    const now = await store(event);
    const answer = await second.watch('a', { epoch, seq });
    expect(answer).toMatchObject({ kind: 'delta', from: seq, to: now });
    expect(Object.keys((answer as Delta).put)).toContain(`tickets/${event.data.ticket}`);
  });

  it.each([
    ['another run', { epoch: 'other.2026-01-01.0', seq: 3 }],
    ['a seq ahead of the log', { seq: 1e12 }],
    ['a seq before the room was there', { seq: -1 }],
  ])('with a since of %s gives a snapshot', async (_what, since) => {
    const watcher = await connect();
    const { epoch } = await apiBoard('a');
    expect((await watcher.watch('a', { epoch, ...since })).kind).toBe('snapshot');
  });

  it('of an area that is unknown, or outside the key, gives one answer', async () => {
    const { secret } = await city.makeKey({ area: 'north', rights: ['read'] });
    const watcher = await connect({ secret });
    const codes = await Promise.all(
      ['nowhere', 'city', 'c', 'x', '__proto__'].map((area) => watcher.watch(area)),
    );
    for (const answer of codes) expect(answer).toEqual({ kind: 'error', code: 'unknown_area' });
    expect((await watcher.watch('b')).kind).toBe('snapshot');
  });

  it.each([null, 7, {}, { area: 7 }, { area: 'a', since: 7 }])(
    'of %j is refused and harms nothing',
    async (request) => {
      const watcher = await connect();
      // Whatever a client sends: the types of the protocol do not bind it.
      const answer = await watcher.socket.timeout(5000).emitWithAck('watch', request as never);
      expect(answer).toEqual({ kind: 'error', code: 'bad_request' });
      watcher.socket.emit('watch', request as never, undefined as never);
      watcher.socket.emit('unwatch', request as never);
      expect((await watcher.watch('a')).kind).toBe('snapshot');
    },
  );
});

describe('deltas', () => {
  it('the first change comes at once, the next ones merged, at least 250 ms later', async () => {
    const watcher = await connect();
    await watcher.watch('a');
    await delay(MERGE_MS + 100);
    const before = watcher.arrivals.length;
    const came = watcher.delta(({ area }) => area === 'a');
    const startedAt = performance.now();
    await store(ticketEvent());
    await came;
    const first = (watcher.arrivals[before]?.at ?? 0) - startedAt;
    for (let n = 0; n < 8; n += 1) await store(ticketEvent());
    const last = await store(ticketEvent());
    await expect.poll(() => watcher.held('a')?.seq, { timeout: 5000 }).toBe(last);
    const times = watcher.arrivals.slice(before).map(({ at }) => at);
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(times.length).toBeLessThan(9);
    // The wire and two event loops may bring two messages closer together than they were sent.
    for (const pause of pauses) expect(pause).toBeGreaterThan(MERGE_MS - 60);
    expect(first).toBeLessThan(MERGE_MS * 4);
  });

  it('form a chain without gaps over many events, for the unit and both areas above, and end in the API’s board', async () => {
    const watcher = await connect();
    const areas = ['a', 'north', 'city'];
    for (const area of areas) await watcher.watch(area);
    const delays: number[] = [];
    const seqAt = new Map<number, number>();
    let last = 0;
    for (let round = 0; round < 40; round += 1) {
      const startedAt = performance.now();
      last = await store(
        ...visitEvents(round % 3 === 0 ? 'b' : 'a', '/queue/chain'),
        ticketEvent({ source: '/queue/chain' }),
      );
      seqAt.set(last, startedAt);
      await delay(20);
    }
    for (const area of areas)
      await expect.poll(() => watcher.held(area)?.seq, { timeout: 5000 }).toBeGreaterThanOrEqual(last - 5);
    for (const area of areas) {
      await expect
        .poll(async () => watcher.held(area)?.seq === (await apiBoard(area)).seq, { timeout: 5000 })
        .toBe(true);
      expect(watcher.held(area)).toEqual(await apiBoard(area));
      const chain = watcher.arrivals.filter(({ delta }) => delta.area === area);
      for (const [index, { delta }] of chain.entries()) {
        expect(delta.to).toBeGreaterThan(delta.from);
        if (index > 0) expect(delta.from).toBe(chain[index - 1]?.delta.to);
      }
    }
    expect(watcher.gaps).toEqual([]);
    for (const [seq, startedAt] of seqAt) {
      const shown = watcher.arrivals.find(({ delta }) => delta.area === 'city' && delta.to >= seq);
      if (shown) delays.push(shown.at - startedAt);
    }
    delays.sort((a, b) => a - b);
    const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? 0);
    console.info(
      `event to delta: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${delays.length}, one sender every 20 ms`,
    );
    expect(at(0.99)).toBeLessThan(1000);
  });

  it('go on for a room that only the API has read for a while', async () => {
    await store(ticketEvent({ subject: 'b' }));
    await apiBoard('b');
    await store(ticketEvent({ subject: 'b' }));
    await apiBoard('b');
    const watcher = await connect();
    await watcher.watch('b');
    const last = await store(ticketEvent({ subject: 'b' }));
    await expect.poll(() => watcher.held('b')?.seq, { timeout: 3000 }).toBe(last);
    expect(watcher.gaps).toEqual([]);
  });

  it('end with unwatch', async () => {
    const watcher = await connect();
    const other = await connect();
    await watcher.watch('a');
    await other.watch('a');
    watcher.socket.emit('unwatch', { area: 'a' });
    // Answered after the unwatch, since one connection keeps its order.
    await watcher.socket.timeout(5000).emitWithAck('clock', {});
    const before = watcher.arrivals.length;
    const came = other.delta(({ area }) => area === 'a');
    await store(ticketEvent());
    await came;
    await watcher.socket.timeout(5000).emitWithAck('clock', {});
    expect(watcher.arrivals.length).toBe(before);
  });
});

describe('the line', () => {
  it('beats every 4 s with the log’s seq and says that events are recorded', async () => {
    const watcher = await connect();
    const beat = () =>
      new Promise<{ at: number; seq: number; recording: boolean }>((done) =>
        watcher.socket.once('beat', done),
      );
    const [first, second] = [await beat(), await beat()];
    expect(second.at - first.at).toBeGreaterThan(100);
    expect(second.at - first.at).toBeLessThan(BEAT_MS + 1500);
    const { seq } = await apiBoard('a');
    expect(second).toMatchObject({ seq, recording: true });
  }, 15_000);

  it('clock gives the server’s clock', async () => {
    const watcher = await connect();
    const { at } = await watcher.socket.timeout(5000).emitWithAck('clock', {});
    expect(Math.abs(at - Date.now())).toBeLessThan(2000);
  });

  it('of a revoked key is closed within a second', async () => {
    const { id, secret } = await city.makeKey({ area: 'city', rights: ['read'] });
    const watcher = await connect({ secret });
    await watcher.watch('city');
    const gone = new Promise<number>((done) =>
      watcher.socket.once('disconnect', () => done(performance.now())),
    );
    const startedAt = performance.now();
    await city.revoke(id);
    expect((await gone) - startedAt).toBeLessThan(1000);
    await expect(connect({ secret })).rejects.toThrow();
  });

  it('of a client that asks faster than any page does is closed, and only that one', async () => {
    const [greedy, calm] = [await connect(), await connect()];
    const gone = new Promise((done) => greedy.socket.once('disconnect', done));
    for (let n = 0; n < 200; n += 1) greedy.socket.emit('clock', {}, () => undefined);
    await gone;
    expect((await calm.watch('a')).kind).toBe('snapshot');
  });

  it('of a client that sends a frame over 64 KB is closed, and only that one', async () => {
    const [large, calm] = [await connect(), await connect()];
    const gone = new Promise((done) => large.socket.once('disconnect', done));
    large.socket.emit('unwatch', { area: 'x'.repeat(70_000) });
    await gone;
    expect((await calm.watch('a')).kind).toBe('snapshot');
  });
});
