import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { attackedServer, memoryOf } from '../support/attacked.ts';
import { bearer } from '../support/city.ts';
import { sendRaw } from '../support/raw-http.ts';
import { send, TEST_PASSWORD } from '../support/signed-in.ts';

const here = attackedServer();

const lines = (...text: string[]): string => `${text.join('\r\n')}\r\n`;
/** A request as it stands, on a connection of its own; gives everything that came back. */
const raw = (
  first: string,
  headers: string[] = [`Host: localhost:${here.port}`],
  body = '',
): Promise<string> =>
  sendRaw(here.port, lines(first, ...headers, 'Connection: close', '', '').slice(0, -2) + body);
const statusesOf = (answers: string): number[] =>
  [...answers.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));
const cookie = (): string => `Cookie: ${here.admin.cookie}`;

describe('the form of a request', () => {
  it.each([
    ['a length beside chunks', ['Content-Length: 6', 'Transfer-Encoding: chunked'], '0\r\n\r\nG'],
    ['chunks beside a length', ['Transfer-Encoding: chunked', 'Content-Length: 6'], '0\r\n\r\nG'],
    ['two lengths', ['Content-Length: 1', 'Content-Length: 2'], 'ab'],
    ['a list of lengths', ['Content-Length: 1, 2'], 'ab'],
    ['chunks that are not the last coding', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
    ['a coding that is no word', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['a blank before the colon', ['Transfer-Encoding : chunked'], '0\r\n\r\n'],
    ['a header over two lines', ['X-A: b', ' Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a bare line feed in a header', ['X-A: b\nTransfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a null in a header', ['X-A: b\0c'], ''],
  ])('is one request or none: %s is refused and nothing behind it is read', async (_what, headers, body) => {
    const smuggled = `GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    const answers = await raw(
      'POST /api/v1/session HTTP/1.1',
      [`Host: localhost:${here.port}`, 'Content-Type: application/json', ...headers],
      body + smuggled,
    );
    const [status, ...more] = statusesOf(answers);
    expect([400, 501]).toContain(status);
    expect(more).toEqual([]);
  });

  it.each([
    ['none', []],
    ['two', ['Host: localhost', 'Host: evil.example']],
    ['a path', ['Host: localhost/../evil.example']],
    ['a person', ['Host: localhost@evil.example']],
    ['nothing', ['Host: ']],
  ])('names one host: %s is refused', async (_what, headers) => {
    expect(statusesOf(await raw('GET /login HTTP/1.1', headers))).toEqual([400]);
  });

  it('of HTTP/1.0, as some proxies speak, is answered with a Host and refused without', async () => {
    expect(await raw('GET /livez HTTP/1.0')).toContain('{"status":"ok"}');
    expect(statusesOf(await raw('GET /livez HTTP/1.0', []))).toEqual([400]);
  });

  it.each(['HTTP/2.0', 'HTTP/9.9', 'HTTP/1.1x', 'FTP/1.1'])(
    'of the protocol %s is refused',
    async (version) => {
      expect(statusesOf(await raw(`GET /livez ${version}`))).toEqual([400]);
    },
  );

  it.each([
    'http://evil.example/api/v1/areas',
    'https://localhost/admin',
    'file:///etc/passwd',
    '*',
    'evil.example:443',
  ])('names a path and nothing else: %s is refused', async (target) => {
    expect(statusesOf(await raw(`GET ${target} HTTP/1.1`))).toEqual([400]);
  });

  it.each([
    '//evil.example/',
    '//admin',
    '/admin//people',
    '/./admin',
    '/areas/../admin',
    '/areas/%2e%2e/admin',
    '/areas/%2E%2E%2Fadmin',
    '/admin%2fpeople',
    '/admin%5cpeople',
    '/admin\\people',
    '/admin%00',
    '/admin%0d%0aSet-Cookie:%20a=b',
    '/admin%zz',
    '/admin%c0%af',
    '/_next/..%2fadmin',
    '/_next/static/../../package.json',
    '/_next/static/..%2f..%2f..%2fetc%2fpasswd',
    '/api/docs/..%2f..%2f..%2fpackage.json',
    '/api/v1/areas/%2e%2e%2fadmin',
  ])('has a path that can be read in one way: %s is refused', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1`, [`Host: localhost:${here.port}`, cookie()]);
    expect(statusesOf(answer)).toEqual([400]);
    expect(answer).not.toMatch(/^set-cookie: a=b/im);
  });

  it('has no null in its first line', async () => {
    expect(statusesOf(await raw('GET /login\0/../admin HTTP/1.1'))).toEqual([400]);
  });

  it.each(['TRACE', 'OPTIONS', 'PATCH', 'PROPFIND', 'PURGE'])('by %s is refused', async (method) => {
    for (const path of ['/', '/api/v1/areas', '/api/v1/events', '/livez']) {
      const answer = await raw(`${method} ${path} HTTP/1.1`, [
        `Host: localhost:${here.port}`,
        'X-Echo: back',
      ]);
      expect(statusesOf(answer)).toEqual([405]);
      expect(answer).not.toContain('back');
    }
  });

  it('by CONNECT opens no way to anywhere', async () => {
    expect(statusesOf(await raw('CONNECT evil.example:443 HTTP/1.1'))).not.toContain(200);
  });

  it('by another method than it says is not taken: headers and fields that override change nothing', async () => {
    const { headers } = here.admin;
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override'])
      for (const path of ['/api/v1/session', '/api/v1/session?_method=DELETE'])
        expect(
          (await fetch(`${here.url}${path}`, { headers: { ...headers, [name]: 'DELETE' } })).status,
        ).toBe(404);
    expect((await fetch(`${here.url}/api/v1/me`, { headers })).status).toBe(200);
  });
});

describe('a flood in one request', () => {
  it('of header bytes is refused with 431, or cut off before that could be read', async () => {
    // What the other side never read resets the connection, and takes an answer on its way along.
    const refused = async (sent: Promise<string>): Promise<void> =>
      expect([[431], []]).toContainEqual(await sent.then(statusesOf, () => []));
    await refused(raw('GET /livez HTTP/1.1', [`Host: localhost:${here.port}`, `X-A: ${'a'.repeat(17_000)}`]));
    await refused(sendRaw(here.port, `GET /livez HTTP/1.1\r\nX-A: ${'a'.repeat(2_000_000)}`));
    expect(statusesOf(await raw('GET /livez HTTP/1.1', [`Host: localhost:${here.port}`]))).toEqual([200]);
  });

  it('of headers is refused with 431, so that none that counts is lost among them', async () => {
    for (const n of [101, 2500]) {
      const many = Array.from({ length: n }, (_, at) => `${at}: `);
      expect(statusesOf(await raw('GET /livez HTTP/1.1', [`Host: localhost:${here.port}`, ...many]))).toEqual(
        [431],
      );
    }
  });

  it('of cookies finds nobody, and the right one among many is found', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => `c${at}=${at}`).join('; ');
    const status = async (value: string) =>
      (await fetch(`${here.url}/api/v1/me`, { headers: { cookie: value } })).status;
    expect(await status(many)).toBe(401);
    expect(await status(`${many}; ${here.admin.cookie}`)).toBe(200);
    expect(await status(`${here.admin.cookie}; thuoc_do.session_token=forged.c2ln`)).toBe(401);
    expect(await status(`thuoc_do.session_token=%E0%A4%A; x=${'%00'.repeat(100)}`)).toBe(401);
  });

  it('of a body is refused with 413, whether it says its length or not', async () => {
    const body = `{"login": "${'a'.repeat(1_100_000)}"}`;
    for (const path of ['/api/v1/session', '/api/v1/events'])
      for (const given of [body, new Blob([body]).stream()]) {
        const init = {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...bearer(here.city.key.secret) },
          body: given,
          // Without a length Node's fetch asks for this.
          duplex: 'half',
        };
        const answer = await fetch(`${here.url}${path}`, init);
        expect(answer.status).toBe(413);
      }
  });

  it('of nesting is not JSON to us for long', async () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    for (const path of ['/api/v1/session', '/api/v1/events']) {
      const answer = await fetch(`${here.url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: here.url,
          ...(path.endsWith('events') && bearer(here.city.key.secret)),
        },
        body: deep,
      });
      expect([207, 400, 422]).toContain(answer.status);
    }
  });
});

describe('a page of another site', () => {
  const attempts: [what: string, headers: Record<string, string>][] = [
    ['names its own origin', { origin: 'https://evil.example' }],
    ['hides its origin in a frame', { origin: 'null' }],
    ['sends none, but the browser tells', { 'sec-fetch-site': 'cross-site' }],
    ['is a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['forges a host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ];

  it.each(attempts)(
    'that %s changes nothing with the cookies of somebody signed in',
    async (_what, headers) => {
      for (const [method, path] of [
        ['POST', '/api/v1/admin/people'],
        ['PUT', '/api/v1/me/password'],
        ['POST', '/api/v1/me/loans'],
        ['DELETE', '/api/v1/session'],
        ['POST', '/api/v1/session'],
      ] as const) {
        const answer = await fetch(`${here.url}${path}`, {
          method,
          headers: { cookie: here.admin.cookie, 'content-type': 'application/json', ...headers },
          ...(method !== 'DELETE' && { body: '{}' }),
        });
        expect([403, 404], `${method} ${path}`).toContain(answer.status);
      }
      expect((await fetch(`${here.url}/api/v1/me`, { headers: here.admin.headers })).status).toBe(200);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', ''])(
    'cannot send what a form may send without being asked: %s',
    async (type) => {
      const body = Buffer.from(JSON.stringify({ login: 'x', password: 'y' }));
      const headers = { origin: here.url, 'content-type': type };
      const answer = await fetch(`${here.url}/api/v1/session`, { method: 'POST', headers, body });
      expect(answer.status).toBe(415);
    },
  );

  it('is told by no header that it may read or frame us', async () => {
    const headers = { ...here.admin.headers, origin: 'https://evil.example' };
    for (const path of ['/api/v1/me', '/api/v1/areas', '/livez', '/api/docs', '/nowhere']) {
      const answer = await fetch(`${here.url}${path}`, { headers, redirect: 'manual' });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('a body', () => {
  it.each([
    '{"__proto__": {"administers": true}, "login": "x", "password": "y"}',
    '{"constructor": {"prototype": {"administers": true}}, "login": "x", "password": "y"}',
    '{"login": {"__proto__": {"toString": "x"}}, "password": "y"}',
    '{"login": ["x"], "password": {"$ne": null}}',
  ])('that reaches for prototypes or queries is refused and changes nothing: %s', async (body) => {
    const answer = await fetch(`${here.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: here.url },
      body,
    });
    expect([401, 422]).toContain(answer.status);
    const { status, results } = await here.city.post(`[${body}]`);
    expect([status, results[0]?.status]).toEqual([207, 'rejected']);
    const me = await fetch(`${here.url}/api/v1/me`);
    expect(me.status).toBe(401);
  });
});

describe('a secret in the wrong place', () => {
  it('opens nothing: a key or a session counts in its header alone', async () => {
    const { secret } = here.city.key;
    const session = encodeURIComponent(here.admin.cookie.split('=', 2)[1] ?? '');
    for (const query of [
      `key=${secret}`,
      `api_key=${secret}`,
      `access_token=${secret}`,
      `authorization=Bearer%20${secret}`,
      `thuoc_do.session_token=${session}`,
    ])
      expect((await fetch(`${here.url}/api/v1/areas?${query}`)).status).toBe(401);
    const basic = { authorization: `Basic ${Buffer.from(`key:${secret}`).toString('base64')}` };
    expect((await fetch(`${here.url}/api/v1/areas`, { headers: basic })).status).toBe(401);
    expect(JSON.stringify(here.city.server.logs)).not.toContain(secret);
  });
});

describe('a session', () => {
  it('that an attacker gave is not the one that opens', async () => {
    const fixed = 'attackers-own-token.c2lnbmF0dXJl';
    const { login } = here.admin;
    const answer = await send(
      here.url,
      '/api/v1/session',
      { login, password: TEST_PASSWORD },
      { cookie: `thuoc_do.session_token=${fixed}` },
    );
    const given = answer.headers.getSetCookie().join();
    expect(answer.status).toBe(200);
    expect(given).not.toContain('attackers-own-token');
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(given).toContain(flag);
    const stale = await fetch(`${here.url}/api/v1/me`, {
      headers: { cookie: `thuoc_do.session_token=${fixed}` },
    });
    expect(stale.status).toBe(401);
  });

  it('that was open at this browser ends when somebody signs in there', async () => {
    const { login } = here.admin;
    const first = await send(here.url, '/api/v1/session', { login, password: TEST_PASSWORD });
    const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const held = cookieOf(first);
    const second = await send(
      here.url,
      '/api/v1/session',
      { login, password: TEST_PASSWORD },
      { cookie: held },
    );
    expect(cookieOf(second)).not.toBe(held);
    expect((await fetch(`${here.url}/api/v1/me`, { headers: { cookie: held } })).status).toBe(401);
  });
});

describe('a foreign name', () => {
  it('in Host or in forwarding headers gets into no answer', async () => {
    for (const name of ['Host', 'X-Forwarded-Host', 'Forwarded', 'X-Host', 'X-Original-Host']) {
      const host = name === 'Host' ? [] : [`Host: localhost:${here.port}`];
      for (const path of ['/', '/admin/people?a=b', '/api/v1/areas', '/api/docs']) {
        const answer = await raw(`GET ${path} HTTP/1.1`, [...host, `${name}: evil.example`]);
        expect(answer, `${name} ${path}`).toMatch(/^HTTP\/1\.1 (200|303|401) /);
        expect(answer, `${name} ${path}`).not.toContain('evil.example');
        const to = /^location: (.*)$/im.exec(answer)?.[1];
        if (to !== undefined) expect(to).toMatch(/^\/login\?to=/);
      }
    }
  });

  it('gets into no one-time link', async () => {
    const person = { name: 'A', login: 'foreign-host', role: 'head', area: 'a' };
    const answer = await send(here.url, '/api/v1/admin/people', person, {
      ...here.admin.headers,
      'x-forwarded-host': 'evil.example',
    });
    expect(answer.status).toBe(201);
    expect(await answer.text()).not.toContain('evil.example');
  });
});

describe('a slow sender', () => {
  it('of headers, a byte at a time, is let go, and others are served meanwhile', async () => {
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(here.port, '127.0.0.1');
      socket.write(`GET /livez HTTP/1.1\r\nHost: localhost\r\nX-A: `);
      const drip = setInterval(() => socket.write('a'), 500);
      let said = '';
      socket.on('data', (part) => {
        said += part.toString('latin1');
      });
      return new Promise<string>((done) => {
        socket
          .on('error', () => undefined)
          .once('close', () => {
            clearInterval(drip);
            done(said);
          });
      });
    });
    expect((await fetch(`${here.url}/livez`)).status).toBe(200);
    for (const said of await Promise.all(slow)) expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect((await fetch(`${here.url}/livez`)).status).toBe(200);
  }, 30_000);
});

describe('the same attacks again and again', () => {
  it('cost no more memory the more often they come', async () => {
    const big = `{"login": "${'a'.repeat(1_100_000)}"}`;
    const deep = `[${'['.repeat(100_000)}`;
    const headers = { 'content-type': 'application/json', origin: here.url };
    const round = async (n: number): Promise<void> => {
      for (const body of [big, deep])
        await (await fetch(`${here.url}/api/v1/session`, { method: 'POST', headers, body })).text();
      await here.city.post(deep);
      await raw('GET /login HTTP/1.1', [`Host: localhost:${here.port}`, `X-A: ${'a'.repeat(17_000)}`]);
      const cookie = `thuoc_do.session_token=${n}.${'b'.repeat(8000)}`;
      await (await fetch(`${here.url}/api/v1/areas?${n}`, { headers: { cookie } })).text();
      await (await fetch(`${here.url}/${n}${'/a'.repeat(500)}`, { redirect: 'manual' })).text();
    };
    const rounds = async (from: number): Promise<number> => {
      for (let n = from; n < from + 150; n += 1) await round(n);
      return memoryOf(here.url);
    };
    await rounds(0);
    const grown = -(await rounds(150)) + (await rounds(300));
    console.info(`memory after 150 more rounds: ${Math.round(grown / 1024 / 1024)} MB more`);
    expect(grown).toBeLessThan(64 * 1024 * 1024);
  }, 120_000);
});

here.survives();
