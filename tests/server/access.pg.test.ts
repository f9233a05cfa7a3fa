import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { sendRaw, upgradeRequest } from '../support/raw-http.ts';
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

/** Status of a GET with exactly these headers, Host included, which fetch would not let through. */
const statusOf = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: city.server.port, path, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    })
      .once('error', fail)
      .end();
  });

type Case = [what: string, headers: Record<string, string>];

const inside: () => Case[] = () => [
  ['localhost', { host: local }],
  ['127.0.0.1', { host: `127.0.0.1:${city.server.port}` }],
  ['[::1]', { host: `[::1]:${city.server.port}` }],
  ['its own Origin', { host: local, origin: `http://${local}` }],
];

const outside: () => Case[] = () => [
  ['another name that resolves here', { host: `thuoc-do.example:${city.server.port}` }],
  ['a name that begins with localhost', { host: 'localhost.example' }],
  ['another site', { host: local, origin: 'https://evil.example' }],
  ['the same machine on another port', { host: local, origin: 'http://localhost:1' }],
  ['a page without an origin', { host: local, origin: 'null' }],
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
  ['a wrong key', { host: local, authorization: `Bearer td_${'C'.repeat(43)}` }],
];

describe('7: without a key only this very machine may look', () => {
  it('lets in every name of loopback', async () => {
    for (const [what, headers] of inside()) {
      expect(await statusOf('/api/v1/areas/city/board', headers), what).toBe(200);
    }
  });

  it('keeps everybody else from boards, pages and metrics', async () => {
    for (const [what, headers] of outside()) {
      expect([401, 403], what).toContain(await statusOf('/api/v1/areas/city/board', headers));
      expect(await statusOf('/', headers), what).toBe(403);
      expect([401, 403], what).toContain(await statusOf('/metrics', headers));
    }
  });

  it('the same rules hold for the handshake of a socket', async () => {
    for (const [what, { host = local, ...headers }] of inside()) {
      const watcher = await connectWatcher(city.server.url, { headers: { ...headers, Host: host } });
      expect((await watcher.watch('city')).kind, what).toBe('snapshot');
      watcher.close();
    }
    for (const [what, { host = local, ...headers }] of outside()) {
      const path = '/socket.io/?EIO=4&transport=websocket';
      const answer = await sendRaw(city.server.port, upgradeRequest(path, { Host: host, ...headers }));
      expect(answer, what).toMatch(/^HTTP\/1\.1 40[03] .*Forbidden$/s);
    }
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
    expect(await statusOf('/socket.io/?EIO=4&transport=polling', { host: local })).toBe(400);
  });

  it('a connection that says nothing does not stay', async () => {
    const path = '/socket.io/?EIO=4&transport=websocket';
    const answer = await sendRaw(
      city.server.port,
      upgradeRequest(path, { Host: local }),
      CLOSE_FRAME,
      15_000,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  }, 20_000);
});
