import { beforeAll, describe, expect, it } from 'vitest';
import { signInCity } from '../support/sign-in-city.ts';
import { type SignedIn, send, signIn } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

const here = signInCity();
let admin: SignedIn;
beforeAll(async () => {
  admin = await signIn(here, { role: 'admin', area: 'city' });
});

const WALLS = '/api/v1/admin/walls';

async function paired(area: string, view = 'command'): Promise<{ wall: string; token: string }> {
  const made = await send(here.url, WALLS, { name: 'Phòng điều hành', area, view }, admin.headers);
  expect(made.status).toBe(201);
  return made.json();
}
const revoke = (wall: string) => send(here.url, `${WALLS}/${wall}`, undefined, admin.headers, 'DELETE');
const open = (token: string) => send(here.url, '/api/v1/wall-session', { token });
const get = (path: string, cookie: string) => fetch(`${here.url}${path}`, { headers: { cookie } });
const session = async (cookie: string) => (await get('/api/v1/wall-session', cookie)).json();

async function wallOf(area: string): Promise<{ wall: string; token: string; cookie: string }> {
  const made = await paired(area);
  const [line = ''] = (await open(made.token)).headers.getSetCookie();
  return { ...made, cookie: line.split(';', 1)[0] ?? '' };
}

describe('a wall', () => {
  it('turns its token into a cookie that no script reads and no other site sends', async () => {
    const { token } = await paired('north');
    const opened = await open(token);
    expect(await opened.json()).toEqual({ name: 'Phòng điều hành', area: 'north', view: 'command' });
    const [cookie, ...others] = opened.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie?.split('; ')).toEqual([
      `thuoc_do.wall=${token}`,
      'Max-Age=34560000',
      'Path=/',
      'HttpOnly',
      'SameSite=Strict',
    ]);
    // A second browser with the same address is the same wall.
    expect((await open(token)).status).toBe(200);
  });

  it('K5: sees its one area, what its view asks for, and nothing else', async () => {
    const { cookie } = await wallOf('north');
    expect(await session(cookie)).toEqual({
      kind: 'open',
      wall: { name: 'Phòng điều hành', area: 'north', view: 'command' },
    });
    const status = async (path: string): Promise<number> => (await get(`/api/v1${path}`, cookie)).status;
    expect(await (await get('/api/v1/areas', cookie)).json()).toMatchObject({ areas: [{ code: 'north' }] });
    for (const path of ['/areas/north/board', '/areas/north/usual']) expect(await status(path)).toBe(200);
    for (const path of ['/areas/city/board', '/areas/a/board', '/areas/nowhere/board'])
      expect(await status(path), path).toBe(404);
    for (const path of [
      '/areas/north/kpis',
      '/areas/north/clocks',
      '/areas/north/history?metric=issued',
      '/tickets?area=north',
      '/ratings?area=north',
      '/me',
      '/admin/walls',
    ])
      expect(await status(path), path).toBe(403);
  });

  it('W1: reads and hears the board of its view, not that of a desk', async () => {
    for (const [area, view, shown] of [
      ['north', 'command', 'command'],
      ['a', 'hall', 'hall'],
      ['a', 'command', 'command'],
      ['north', 'hall', 'command'],
    ] as const) {
      const { token } = await paired(area, view);
      const [line = ''] = (await open(token)).headers.getSetCookie();
      const cookie = line.split(';', 1)[0] ?? '';
      const read = await (await get(`/api/v1/areas/${area}/board`, cookie)).json();
      expect(read.board.view, `${view} of ${area}`).toBe(shown);
      const watcher = await connectWatcher(here.url, { headers: { cookie } });
      const heard = await watcher.watch(area);
      expect(heard).toMatchObject({ kind: 'snapshot', epoch: read.epoch, board: read.board });
      watcher.close();
    }
    const desk = await (await get('/api/v1/areas/a/board', admin.cookie)).json();
    expect(desk.board).toHaveProperty('tickets');
    expect(desk.board).not.toHaveProperty('view');
  });

  it('opens one page: every other one leads to signing in', async () => {
    const { cookie } = await wallOf('north');
    for (const path of ['/', '/areas/north', '/account', '/admin/walls', '/wall/more']) {
      const led = await fetch(`${here.url}${path}`, { headers: { cookie }, redirect: 'manual' });
      expect(led.status, path).toBe(303);
      expect(led.headers.get('location'), path).toBe(`/login?to=${encodeURIComponent(path)}`);
    }
    // This server has no pages: the door is past.
    expect((await get('/wall', cookie)).status).toBe(503);
  });

  it('that is revoked is nothing at once, and its sockets within a second', async () => {
    const { wall, token, cookie } = await wallOf('north');
    const watcher = await connectWatcher(here.url, { headers: { cookie } });
    expect((await watcher.watch('north')).kind).toBe('snapshot');
    expect(await watcher.watch('city')).toEqual({ kind: 'error', code: 'unknown_area' });
    const gone = new Promise((done) => watcher.socket.once('disconnect', done));
    const started = performance.now();
    expect((await revoke(wall)).status).toBe(200);
    await gone;
    expect(performance.now() - started).toBeLessThan(1000);
    expect(await session(cookie)).toEqual({ kind: 'ended' });
    expect((await get('/api/v1/areas/north/board', cookie)).status).toBe(401);
    expect((await open(token)).status).toBe(410);
    await expect(connectWatcher(here.url, { headers: { cookie } })).rejects.toThrow();
  });

  it('is not asked where somebody is signed in, and is there again afterwards', async () => {
    const { cookie } = await wallOf('north');
    expect(await session(`${cookie}; ${admin.cookie}`)).toEqual({ kind: 'person' });
    expect(await session(`${cookie}; thuoc_do.session_token=ended.signature`)).toMatchObject({
      kind: 'open',
    });
    expect(await session('')).toEqual({ kind: 'none' });
  });
});

describe('a token that opens nothing', () => {
  it('is refused by name and gives no cookie', async () => {
    const unknown = await open('x'.repeat(43));
    expect(unknown.status).toBe(410);
    expect(await unknown.json()).toMatchObject({ code: 'bad_wall' });
    expect(unknown.headers.getSetCookie()).toEqual([]);
    const short = await open('short');
    expect(short.status).toBe(422);
    expect((await short.json()).faults).toEqual([{ pointer: '/token', rule: 'link_form' }]);
    expect(await session(`thuoc_do.wall=${'x'.repeat(43)}`)).toEqual({ kind: 'ended' });
  });

  it('is not taken from a page of another site', async () => {
    const { token } = await paired('north');
    const headers = { origin: 'https://evil.example' };
    expect((await send(here.url, '/api/v1/wall-session', { token }, headers)).status).toBe(403);
  });

  it('stands in no log of the program', async () => {
    const { token } = await wallOf('north');
    expect(JSON.stringify(here.city.server.logs)).not.toContain(token);
  });

  // Last: from here on this address waits.
  it('is guessed as slowly as the address that tries allows', async () => {
    const { token } = await paired('north');
    let answer = await open('y'.repeat(43));
    for (let n = 0; n < 60 && answer.status === 410; n += 1) answer = await open('y'.repeat(43));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await open(token)).status).toBe(429);
  });
});
