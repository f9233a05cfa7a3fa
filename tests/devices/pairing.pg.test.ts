import { beforeAll, describe, expect, it } from 'vitest';
import { signInCity } from '../support/sign-in-city.ts';
import { type SignedIn, send, signIn } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

const here = signInCity();
let admin: SignedIn;
let northern: SignedIn;
beforeAll(async () => {
  admin = await signIn(here, { role: 'admin', area: 'city' });
  northern = await signIn(here, { role: 'admin', area: 'north' });
});

const DEVICES = '/api/v1/admin/devices';

const begin = async (): Promise<{ code: string; token: string; seconds: number }> => {
  const begun = await send(here.url, '/api/v1/pairing', {});
  expect(begun.status).toBe(201);
  return begun.json();
};
const claim = (token: string) => send(here.url, '/api/v1/pairing/claim', { token });
const pair = (body: object, by = admin) => send(here.url, DEVICES, body, by.headers);
const get = (path: string, cookie: string) => fetch(`${here.url}${path}`, { headers: { cookie } });
const session = async (cookie: string) => (await get('/api/v1/device-session', cookie)).json();
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';

async function paired(kind: 'counter' | 'kiosk' | 'pad', area = 'a') {
  const { code, token } = await begin();
  const counter = kind === 'kiosk' ? {} : { counter: 'q1' };
  const made = await pair({ code, name: 'Thiết bị', area, kind, ...counter });
  expect(made.status).toBe(201);
  const { paired: device } = await made.json();
  return { device, token, cookie: cookieOf(await claim(token)) };
}

describe('K16: pairing by a code', () => {
  it('gives the device its cookie by itself, once an administrator has typed what it shows', async () => {
    const { code, token, seconds } = await begin();
    expect(seconds).toBe(600);
    const waiting = await claim(token);
    expect(await waiting.json()).toEqual({ kind: 'waiting' });
    expect(waiting.headers.getSetCookie()).toEqual([]);
    const made = await pair({
      code: code.toLowerCase(),
      name: 'Quầy 3',
      area: 'a',
      kind: 'counter',
      counter: '3',
    });
    expect(made.status).toBe(201);
    const claimed = await claim(token);
    expect(await claimed.json()).toEqual({ kind: 'paired', opens: '/counter' });
    const cookie = cookieOf(claimed);
    expect(await session(cookie)).toEqual({
      kind: 'open',
      device: { name: 'Quầy 3', kind: 'counter', counter: '3', demo: false },
    });
    // An answer that was lost on the way is asked for again.
    expect(cookieOf(await claim(token))).toBe(cookie);
    const again = await pair({ code, name: 'Hai', area: 'a', kind: 'kiosk' });
    expect(again.status).toBe(422);
    expect((await again.json()).faults).toEqual([{ pointer: '/code', rule: 'pairing_code' }]);
  });

  it('makes a wall the same way, which opens what walls open', async () => {
    const { code, token } = await begin();
    expect((await pair({ code, name: 'Sảnh', area: 'a', kind: 'wall', view: 'hall' })).status).toBe(201);
    const claimed = await claim(token);
    expect(await claimed.json()).toEqual({ kind: 'paired', opens: '/wall' });
    expect((await get('/api/v1/areas/a/board', cookieOf(claimed))).status).toBe(200);
    expect(await session(cookieOf(claimed))).toEqual({ kind: 'wall' });
  });

  it('names what is wrong, and uses no code up for an area out of reach', async () => {
    const { code, token } = await begin();
    const at = { code, name: 'Máy', area: 'a', kind: 'pad' };
    expect((await (await pair(at)).json()).faults).toEqual([{ pointer: '/counter', rule: 'required' }]);
    expect((await pair({ ...at, kind: 'kiosk', area: 'c' }, northern)).status).toBe(404);
    expect((await claim(token)).status).toBe(200);
    expect((await claim('x'.repeat(43))).status).toBe(410);
  });
});

describe('K16: a device', () => {
  it('reads nothing but its own, watches no board and opens no page of people', async () => {
    const { cookie } = await paired('kiosk');
    for (const path of [
      '/areas',
      '/areas/a/board',
      '/areas/a/kpis',
      '/tickets?area=a',
      '/me',
      '/admin/devices',
    ])
      expect((await get(`/api/v1${path}`, cookie)).status, path).toBe(403);
    const watcher = await connectWatcher(here.url, { headers: { cookie } });
    expect(await watcher.watch('a')).toEqual({ kind: 'error', code: 'unknown_area' });
    watcher.close();
    const led = await fetch(`${here.url}/areas/a`, { headers: { cookie }, redirect: 'manual' });
    expect(led.status).toBe(303);
  });

  it('that is revoked is nothing at once, and its connections within a second', async () => {
    const { device, token, cookie } = await paired('pad');
    const watcher = await connectWatcher(here.url, { headers: { cookie } });
    const gone = new Promise((done) => watcher.socket.once('disconnect', done));
    const started = performance.now();
    expect((await send(here.url, `${DEVICES}/${device}`, undefined, admin.headers, 'DELETE')).status).toBe(
      200,
    );
    await gone;
    expect(performance.now() - started).toBeLessThan(1000);
    expect(await session(cookie)).toEqual({ kind: 'ended' });
    expect((await claim(token)).status).toBe(410);
    const list = await (await fetch(`${here.url}${DEVICES}`, { headers: admin.headers })).json();
    expect(list.devices).toContainEqual({
      device,
      name: 'Thiết bị',
      area: 'a',
      kind: 'pad',
      counter: 'q1',
      revoked: true,
    });
  });

  it('stands in units alone', async () => {
    const { code } = await begin();
    const refused = await pair({ code, name: 'Máy', area: 'north', kind: 'kiosk' });
    expect((await refused.json()).faults).toEqual([{ pointer: '/area', rule: 'not_a_unit' }]);
  });

  // Last: from here on this address waits.
  it('is paired by guessing as slowly as the address that tries allows', async () => {
    const guess = () => pair({ code: 'AAAA-AAAA', name: 'Máy', area: 'a', kind: 'kiosk' });
    let answer = await guess();
    for (let n = 0; n < 60 && answer.status === 422; n += 1) answer = await guess();
    expect(answer.status).toBe(429);
  });
});
