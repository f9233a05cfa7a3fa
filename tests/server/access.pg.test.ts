import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { sendRaw, upgradeRequest } from '../support/raw-http.ts';
import { signIn } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

let city: CityServer;
let local: string;
beforeAll(async () => {
  city = await openCityServer();
  local = `localhost:${city.server.port}`;
});
afterAll(() => city.close());

/** Close, without a reason (RFC 6455, 5.5.1): 0x88, length 0. */
const CLOSE_FRAME = new RegExp(`${String.fromCharCode(0x88, 0)}$`);

/** The answer to a request with exactly these headers, Host included, which fetch would not let through. */
const answerTo = (
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: IncomingHttpHeaders }> =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: city.server.port, path, headers, method }, (answer) => {
      answer.resume();
      done({ status: answer.statusCode ?? 0, headers: answer.headers });
    })
      .once('error', fail)
      .end();
  });
const statusOf = async (path: string, headers: Record<string, string>): Promise<number> =>
  (await answerTo(path, headers)).status;

type Case = [what: string, headers: Record<string, string>];

/** Everything that once made this very machine somebody, and everything that never did. */
const nobody: () => Case[] = () => [
  ['localhost', { host: local }],
  ['127.0.0.1', { host: `127.0.0.1:${city.server.port}` }],
  ['[::1]', { host: `[::1]:${city.server.port}` }],
  ['its own Origin', { host: local, origin: `http://${local}` }],
  ['another name that resolves here', { host: `thuoc-do.example:${city.server.port}` }],
  ['another site', { host: local, origin: 'https://evil.example' }],
  ['an address that a header claims', { host: local, 'X-Forwarded-For': '127.0.0.1' }],
];
const somebodyWrong: () => Case[] = () => [
  ['a wrong key', { host: local, authorization: `Bearer td_${'C'.repeat(43)}` }],
  ['another scheme', { host: local, authorization: 'Basic cm9vdDpyb290' }],
  ['a forged session', { host: local, cookie: 'thuoc_do.session_token=forged.c2lnbmF0dXJl' }],
  ['a forged wall', { host: local, cookie: 'thuoc_do.wall=forged' }],
];

describe('7: who is nobody sees nothing, at this very machine too', () => {
  it('no route of the API answers', async () => {
    for (const [what, headers] of [...nobody(), ...somebodyWrong()])
      for (const path of ['/api/v1/areas', '/api/v1/areas/city/board', '/api/v1/me', '/api/v1/admin/people'])
        expect((await answerTo(path, headers)).status, `${what} ${path}`).toBe(401);
  });

  it('every page leads to signing in and back, by a path of our own', async () => {
    for (const [what, headers] of [...nobody(), ...somebodyWrong()]) {
      const answer = await answerTo('/areas/a?day=2026-11-23&_rsc=1', headers);
      expect(answer.status, what).toBe(303);
      expect(answer.headers.location, what).toMatch(
        /^\/login\?(ended=1&)?to=%2Fareas%2Fa%3Fday%3D2026-11-23$/,
      );
      for (const path of ['/', '/account', '/admin/people', '/nowhere', '/login/x', '/LOGIN', '/_nextx'])
        expect((await answerTo(path, headers)).status, `${what} ${path}`).toBe(303);
    }
  });

  it('pages of signing in and the assets are for everybody', async () => {
    // This server has no pages, so whoever is let in hears that they are not ready.
    for (const path of ['/login', '/login?to=%2F', '/enter', '/start', '/_next/static/a.js', '/icon.svg'])
      expect((await answerTo(path, { host: local })).status, path).toBe(503);
  });

  it('what pages do not take is refused before anybody is asked', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      for (const path of ['/', '/login', '/areas/a'])
        expect((await answerTo(path, { host: local }, method)).status, `${method} ${path}`).toBe(405);
    expect((await answerTo('/_next/image?url=%2Ficon.svg&w=64&q=75', { host: local })).status).toBe(404);
  });

  it('a session opens boards and pages and a socket, whatever the host is called', async () => {
    const door = await city.server.door();
    const { cookie } = await signIn({ url: city.server.url, door }, { role: 'leader', area: 'city' });
    await door.close();
    for (const host of [local, 'thuoc-do.example']) {
      expect((await answerTo('/api/v1/areas/city/board', { host, cookie })).status).toBe(200);
      expect((await answerTo('/', { host, cookie })).status).toBe(503);
    }
    const watcher = await connectWatcher(city.server.url, { headers: { cookie } });
    expect((await watcher.watch('city')).kind).toBe('snapshot');
    watcher.close();
  });

  it('no socket opens', async () => {
    for (const [what, { host = local, ...headers }] of [...nobody(), ...somebodyWrong()]) {
      const path = '/socket.io/?EIO=4&transport=websocket';
      const answer = await sendRaw(city.server.port, upgradeRequest(path, { Host: host, ...headers }));
      expect(answer, what).toMatch(/^HTTP\/1\.1 40[13] /);
    }
  });

  it('the figures of operations are for this machine alone, directly, and for keys', async () => {
    expect((await answerTo('/metrics', { host: local })).status).toBe(200);
    for (const [what, headers] of [
      ...[
        'Forwarded',
        'X-Forwarded-For',
        'X-Forwarded-Host',
        'X-Forwarded-Port',
        'X-Real-IP',
        'Via',
        'CF-Connecting-IP',
        'True-Client-IP',
      ].map((name): Case => [`behind a proxy (${name})`, { host: local, [name]: '203.0.113.9' }]),
      ['another name that resolves here', { host: 'localhost.example' }],
      ['another site', { host: local, origin: 'https://evil.example' }],
      ['the same machine on another port', { host: local, origin: 'http://localhost:1' }],
      ['a page without an origin', { host: local, origin: 'null' }],
    ] satisfies Case[])
      expect((await answerTo('/metrics', headers)).status, what).toBe(401);
  });

  it('a key that may read sees its own area, from anywhere, and no other', async () => {
    const { secret } = await city.makeKey({ area: 'north', rights: ['read'] });
    const headers = {
      authorization: `Bearer ${secret}`,
      host: 'thuoc-do.example',
      'x-forwarded-for': '203.0.113.9',
    };
    expect(await statusOf('/api/v1/areas/a/board', headers)).toBe(200);
    const unseen = await Promise.all(
      ['city', 'c', 'x', 'nowhere'].map((code) => statusOf(`/api/v1/areas/${code}/board`, headers)),
    );
    expect(new Set(unseen).size).toBe(1);
    expect(unseen[0]).toBeGreaterThanOrEqual(400);
  });

  it('a key that may only send sees nothing', async () => {
    const { secret } = await city.makeKey({ area: 'city', rights: ['write'] });
    const headers = { authorization: `Bearer ${secret}`, host: local };
    expect(await statusOf('/api/v1/areas/city/board', headers)).toBeGreaterThanOrEqual(400);
    const watcher = await connectWatcher(city.server.url, { secret });
    expect(await watcher.watch('city')).toMatchObject({ kind: 'error' });
    watcher.close();
  });
});

describe('upgrades', () => {
  it.each(['/', '/socket.io.evil', '/_next/hmr', '/api/v1/events', '//socket.io/'])(
    '%s is not known and is closed at once',
    async (path) => {
      const startedAt = performance.now();
      const answer = await sendRaw(city.server.port, upgradeRequest(path, { Host: local }));
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    },
  );

  it('long polling is not offered', async () => {
    expect(await statusOf('/socket.io/?EIO=4&transport=polling', { host: local })).toBe(404);
  });

  it('a connection that says nothing does not stay', async () => {
    const path = '/socket.io/?EIO=4&transport=websocket';
    const answer = await sendRaw(
      city.server.port,
      upgradeRequest(path, { Host: local, Authorization: `Bearer ${city.key.secret}` }),
      CLOSE_FRAME,
      15_000,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  }, 20_000);
});
