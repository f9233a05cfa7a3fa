import type { Socket as TcpSocket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';
import type { Watcher } from '../support/watcher.ts';

/** Most the server may keep for one client that does not read: its limit, one message and one board. */
const MOST_BUFFERED_BYTES = 6 * 1024 * 1024;

/** From here on the server calls a client slow. */
const SLOW_BYTES = 256 * 1024;

let city: CityServer;
beforeAll(async () => {
  city = await openCityServer();
});
afterAll(() => city.close());

/** The TCP connection below a client: paused, it does not read, and the kernel's buffers fill. */
function wireOf(watcher: Watcher): TcpSocket {
  // engine.io-client keeps it to itself.
  const { ws } = watcher.socket.io.engine.transport as unknown as { ws: { _socket: TcpSocket } };
  return ws._socket;
}

const buffered = async (): Promise<number> => {
  const text = await (await fetch(`${city.server.url}/metrics`)).text();
  return Number(/^thuoc_do_buffered_bytes (\d+)/m.exec(text)?.[1] ?? 0);
};

let told = 0;
/** A thousand tickets with long names: some 600 KB on the board of the unit. */
const crowd = () =>
  Array.from({ length: 1000 }, () => {
    told += 1;
    const ticket = `${told}`.padStart(128, '0');
    return ticketEvent({
      data: { ticket, number: `${told}`.padStart(32, '0'), service: 's'.padStart(128, 's') },
    });
  });

it('6: a client that does not read gets a board later instead of a backlog, and the server keeps little for it', async () => {
  const [slow, quick] = [await city.watcher(), await city.watcher()];
  await slow.watch('a');
  await quick.watch('a');
  wireOf(slow).pause();
  let most = 0;
  let last = 0;
  // Until the kernel's buffers are full, and some more. A client that is silent for 45 s would be let go.
  for (let full = 0; full < 3; full += most > SLOW_BYTES ? 1 : 0) {
    const { results } = await city.post(crowd());
    last = results.at(-1)?.seq ?? 0;
    await expect.poll(() => quick.held('a')?.seq, { timeout: 20_000, interval: 10 }).toBe(last);
    most = Math.max(most, await buffered());
    // The day's tickets leave the board again, so that each delta carries this batch alone.
    const gone = results.map(({ index }) =>
      ticketEvent({ type: 'ticket.left', data: { ticket: `${told - 999 + index}`.padStart(128, '0') } }),
    );
    last = (await city.post(gone)).results.at(-1)?.seq ?? 0;
  }
  console.info(`slow client: at most ${Math.round(most / 1024)} KB kept`);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(MOST_BUFFERED_BYTES);

  const deltas = slow.arrivals.length;
  wireOf(slow).resume();
  await expect.poll(() => slow.held('a')?.seq, { timeout: 20_000 }).toBe(last);
  expect(slow.snapshots.length).toBeGreaterThan(0);
  expect(slow.arrivals.length - deltas).toBeLessThan(quick.arrivals.length);
  await expect.poll(() => quick.held('a')?.seq, { timeout: 5000 }).toBe(last);
  expect(slow.held('a')?.board).toEqual(quick.held('a')?.board);
  slow.close();
  quick.close();
}, 120_000);

it('6: a client that asks for boards without reading them is let go before it costs much', async () => {
  const { results } = await city.post(crowd());
  const [greedy, calm] = [await city.watcher(), await city.watcher()];
  await greedy.watch('a');
  wireOf(greedy).pause();
  let most = 0;
  for (let round = 0; round < 12; round += 1) {
    for (let n = 0; n < 10; n += 1) greedy.socket.emit('watch', { area: 'a' }, () => undefined);
    // Answered in its turn, after what was asked before: the server has seen the greedy requests.
    expect((await calm.watch('north')).kind).toBe('snapshot');
    most = Math.max(most, await buffered());
  }
  expect(results).toHaveLength(1000);
  console.info(`greedy client: at most ${Math.round(most / 1024)} KB kept`);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(MOST_BUFFERED_BYTES + 10 * 1024 * 1024);
  await expect.poll(buffered, { timeout: 45_000, interval: 200 }).toBe(0);
  greedy.close();
  calm.close();
}, 90_000);
