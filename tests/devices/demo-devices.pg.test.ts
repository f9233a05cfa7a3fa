import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { codeOf, OF_DEVICES } from '../../server/demo/demo-city.ts';
import { sayDemoDevices } from '../../server/demo/demo-devices.ts';
import { areaDefinition, testTree } from '../support/city.ts';
import { deviceAsks } from '../support/device-asks.ts';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';

const WARD = codeOf(OF_DEVICES);
let server: WholeServer;
let kept: KeptAlive;
beforeAll(async () => {
  const tree = [...testTree, areaDefinition(WARD, 'north', 'ward')];
  server = await openWholeServer(
    tree.map((one) => (one.type === 'area.defined' ? { ...one, data: { ...one.data, demo: true } } : one)),
  );
  kept = keepAlive(server.url, 4);
});
afterAll(async () => {
  kept.close();
  await server.close();
});

/** The addresses that a start of the demonstration says. */
async function said(secret: string): Promise<string[]> {
  const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  await sayDemoDevices(server.core, secret, 'http://demo');
  const text = info.mock.calls.flat().join('\n');
  info.mockRestore();
  return text.match(/http:\/\/demo\/pair#\S+/g) ?? [];
}

test('K16: a demonstration says an address for each of its devices, the same after a restart, and each opens its own page', async () => {
  const first = await said('secret');
  expect(first).toHaveLength(3);
  expect(await said('secret')).toEqual(first);
  expect(server.core.memory.rights.devices.size).toBe(3);
  expect(await said('another secret')).not.toEqual(first);
  const ask = deviceAsks(kept, server.url);
  const opened: string[] = [];
  for (const address of first) {
    const token = address.split('#')[1];
    const { status, body } = await ask(null, 'POST', '/pairing/claim', { token });
    expect(status).toBe(200);
    opened.push(body.opens);
  }
  expect(opened).toEqual(['/kiosk', '/counter', '/rate']);
});

test('whatever shows a demonstration is told that it is one: its public pages and its devices', async () => {
  const ask = deviceAsks(kept, server.url);
  const [address = ''] = await said('secret');
  const token = address.split('#')[1];
  const told = async (path: string, cookie: string | null = null) => (await ask(cookie, 'GET', path)).body;
  const claimed = await fetch(`${server.url}/api/v1/pairing/claim`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const [cookie = ''] = claimed.headers.getSetCookie()[0]?.split(';', 1) ?? [];
  expect((await told('/device-session', cookie)).device.demo).toBe(true);
  expect((await told(`/public/${WARD}/page`)).area.demo).toBe(true);
  expect((await told(`/public/${WARD}`)).area.demo).toBe(true);
  expect((await told(`/public/${WARD}/rating`)).unit.demo).toBe(true);
});
