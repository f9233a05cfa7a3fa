import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { audit } from '../support/audit.ts';
import { defineAll, makeKey, testTree } from '../support/city.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { soaking } from '../support/law-runs.ts';
import { seeded } from '../support/seeded.ts';
import { startSenders } from '../support/senders.ts';
import { startServer, type TestServer } from '../support/server.ts';

const ROUNDS = soaking ? 25 : 5;
const READY_WITHIN_MS = 5000;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

let server: TestServer | undefined;
afterAll(() => server?.remove());

it('4: kill -9 under load loses nothing that was acknowledged, doubles nothing, and is ready again within 5 s', async () => {
  const random = seeded(seed);
  server = await startServer();
  const killed = server;
  const door = await server.door();
  await defineAll(door, testTree);
  const { secret } = await makeKey(door, { area: 'city', rights: ['write'] });
  await door.close();

  const senders = startSenders({
    url: () => killed.url,
    secret,
    senders: 6,
    visits: (sender) => (sender === 0 ? 1 : Math.ceil(random() * 40)),
  });
  const restarts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await delay(300 + random() * 1200);
    await server.kill9();
    restarts.push(await server.restart());
    expect((await fetch(`${server.url}/readyz`)).status, 'ready').toBe(200);
  }
  await delay(300);
  await senders.stop();

  const { acknowledged, faults, sentAgain } = senders;
  const found = await audit(await embeddedUrl(server.dataDir), acknowledged);
  console.info(
    `kill -9: seed ${seed}, ${ROUNDS} rounds, ${acknowledged.size} events acknowledged, ${sentAgain} batches sent again, ` +
      `ready after ${restarts.map((ms) => Math.round(ms)).join(', ')} ms`,
  );
  expect(faults).toEqual([]);
  expect(found).toEqual({ events: acknowledged.size, missing: [], doubled: [], findings: [] });
  expect(Math.max(...restarts), 'ms until ready').toBeLessThan(READY_WITHIN_MS);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 50);
  expect(sentAgain).toBeGreaterThan(0);
});
