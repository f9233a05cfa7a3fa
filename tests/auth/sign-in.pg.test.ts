import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperatorDoor } from '../../server/control-client.ts';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { carried, send, signIn, TEST_PASSWORD } from '../support/signed-in.ts';

let city: CityServer;
let door: OperatorDoor;
let url: string;
beforeAll(async () => {
  city = await openCityServer();
  door = await city.server.door();
  url = city.server.url;
});
afterAll(async () => {
  await door.close();
  await city.close();
});

const at = () => ({ url, door });
const status = async (path: string, headers: Record<string, string>): Promise<number> =>
  (await fetch(`${url}${path}`, { headers: { 'x-forwarded-for': '203.0.113.9', ...headers } })).status;

describe('signing in', () => {
  it('an invitation opens a session that sees the own area', async () => {
    const { headers, login } = await signIn(at(), { role: 'head', area: 'a' });
    expect(await status('/api/v1/areas/a/board', headers)).toBe(200);
    expect(await status('/api/v1/areas/b/board', headers)).toBe(404);
    const again = await send(url, '/api/v1/session', { login, password: TEST_PASSWORD });
    expect(await again.json()).toEqual({ kind: 'signed_in', to: '/' });
    expect(await status('/api/v1/areas/a/board', carried(url, again).headers)).toBe(200);
  });
});
