import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { codeOf, OF_DEVICES } from '../../server/demo/demo-city.ts';
import { sayDemoDevices } from '../../server/demo/demo-devices.ts';
import { areaDefinition, testTree } from '../support/city.ts';
import { deviceAsks } from '../support/device-asks.ts';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';

let server: WholeServer;
let kept: KeptAlive;
beforeAll(async () => {
  server = await openWholeServer([...testTree, areaDefinition(codeOf(OF_DEVICES), 'north', 'ward')]);
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
