import { describe, expect, it } from 'vitest';
import { attackedServer, pagesAreBuilt } from '../support/attacked.ts';
import { sendRaw } from '../support/raw-http.ts';
import { signIn } from '../support/signed-in.ts';

// Pages come from the production build: `npm test` makes it, and without one these tests are skipped.
describe.skipIf(!pagesAreBuilt)('the pages', () => {
  const here = attackedServer({ pages: true });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${here.url}${path}`, { method, headers, redirect: 'manual' });
  const asAdmin = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    get(path, { cookie: here.admin.cookie, ...headers });

  describe('whoever is nobody', () => {
    it.each<Record<string, string>>([
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
      { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
      { 'x-middleware-rewrite': '/admin/people' },
      { 'x-middleware-next': '1' },
      { 'x-middleware-override-headers': 'cookie', 'x-middleware-request-cookie': 'a=b' },
      { 'x-original-url': '/login' },
      { 'x-rewrite-url': '/login' },
      { 'x-invoke-path': '/login', 'x-invoke-status': '200' },
      { 'x-matched-path': '/login' },
      { 'x-now-route-matches': '1=login' },
      { 'x-nextjs-data': '1' },
      { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
      { 'x-thuoc-do-own': 'guessed' },
      { 'x-thuoc-do-from': '127.0.0.1' },
      { rsc: '1' },
      { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/login' },
      { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
      { 'next-action': '0'.repeat(42) },
    ])('is led to signing in, whatever is claimed: %j', async (headers) => {
      for (const path of ['/admin/people', '/', '/areas/a', '/admin/people?_rsc=1']) {
        const answer = await get(path, headers);
        expect([answer.status, await answer.text()]).toEqual([303, '']);
        expect(answer.headers.get('location')).toMatch(/^\/login\?/);
      }
    });

    it.each<Record<string, string>>([
      { 'x-original-url': '/admin/people', 'x-rewrite-url': '/admin/people' },
      { 'x-middleware-rewrite': '/admin/people', 'x-matched-path': '/admin/people' },
      { 'x-invoke-path': '/admin/people', 'x-invoke-output': '/admin/people' },
      { rsc: '1', 'next-url': '/admin/people' },
    ])('gets through an open door to no other page: %j', async (headers) => {
      const answer = await fetch(`${here.url}/login`, { headers });
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(new URL(answer.url).pathname).toBe('/login');
      expect(text.includes('Đăng nhập · Thước Đo')).toBe(true);
      expect(text.includes(here.admin.login)).toBe(false);
    });

    it.each([
      '/_next/data/build/index.json',
      '/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75',
      '/_next/image?url=%2Fapi%2Fv1%2Fareas&w=64&q=75',
      '/_next/image?url=%2F%2Fevil.example%2Fa.png&w=64&q=75',
      '/_next/mcp',
      '/_next/hmr',
      '/__nextjs_original-stack-frames',
      '/__nextjs_font/a.woff2',
      '/_error',
      '/500',
      '/_not-found',
      '/index',
      '/server/main.ts',
      '/.env',
      '/.git/config',
      '/.next/BUILD_ID',
      '/package.json',
      '/.data/auth-secret',
    ])('finds nothing at %s', async (path) => {
      const answer = await get(path);
      expect([303, 404]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/"scripts"|\[core\]|SELECT|BUILD/);
    });
  });

  it.each([
    '/_next/static/../server/app/page.js',
    '/_next/static/..%2fserver%2fapp%2fpage.js',
    '/_next/static/%2e%2e/BUILD_ID',
    '/_next/static/chunks/..\\..\\..\\package.json',
    '/_next/static/%252e%252e/BUILD_ID',
    '/_next/static/chunks//etc/passwd',
    '/icon.svg/../../../package.json',
  ])('no static file is reached by %s', async (path) => {
    const text = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${here.admin.cookie}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(here.port, text)).toMatch(/^HTTP\/1\.1 40[04] /);
  });

  it.each<[what: string, headers: Record<string, string>, body: string]>([
    ['an action', { 'next-action': '0'.repeat(42), 'content-type': 'text/plain' }, '[]'],
    [
      'a Flight body that reaches for prototypes',
      { 'next-action': '0'.repeat(42), 'content-type': 'multipart/form-data; boundary=b' },
      [
        '--b',
        'Content-Disposition: form-data; name="0"',
        '',
        '{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"process.exit(1)//","_formData":{"get":"$1:constructor:constructor"}}}',
        '--b',
        'Content-Disposition: form-data; name="1"',
        '',
        '"$@0"',
        '--b--',
        '',
      ].join('\r\n'),
    ],
    ['a form without scripts', { 'content-type': 'application/x-www-form-urlencoded' }, '$ACTION_ID_00=1'],
    ['a postponed page', { 'next-resume': '1', 'x-matched-path': '/admin' }, '1:[]'],
  ])('no page takes %s, from whomever it comes', async (_what, headers, body) => {
    for (const cookie of ['', here.admin.cookie])
      for (const path of ['/', '/login', '/account', '/admin/people']) {
        const answer = await fetch(`${here.url}${path}`, {
          method: 'POST',
          headers: { cookie, origin: here.url, ...headers },
          body,
        });
        expect(answer.status).toBe(405);
      }
  });

  it.each([
    'not json',
    '%5B%22__proto__%22%5D',
    '["",{"children":["__proto__",{}]}]',
    encodeURIComponent(JSON.stringify(Array(400).fill(['a', {}]))),
    '['.repeat(5000),
  ])('a tree of pages that a client made up is refused or ignored (%#)', async (tree) => {
    // Next first leads to an address that names the tree's own hash.
    const answer = await fetch(`${here.url}/account`, {
      headers: { cookie: here.admin.cookie, rsc: '1', 'next-router-state-tree': tree },
    });
    await answer.text();
    expect([200, 400, 404, 500]).toContain(answer.status);
    expect((await asAdmin('/account')).status).toBe(200);
  });

  it('of whoever lacks the right show nothing of it, by no kind of request', async () => {
    const door = await here.city.server.door();
    const clerk = await signIn({ url: here.url, door }, { role: 'clerk', area: 'a' });
    await door.close();
    const kinds: Record<string, string>[] = [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }];
    for (const headers of kinds)
      for (const path of ['/admin/people', '/areas/x', '/areas/city', '/admin/keys']) {
        const text = await (await get(path, { cookie: clerk.cookie, ...headers })).text();
        expect(text.includes(here.admin.login), path).toBe(false);
        expect(/"board\\?":\{/.test(text), path).toBe(false);
      }
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
    '/login?to=/login',
    '"><script>alert(1)</script>',
    '</script><script>alert(1)</script>',
  ])('signing in leads nowhere else and shows no text of the address as its own: %s', async (to) => {
    const answer = await get(`/login?to=${encodeURIComponent(to)}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
    expect(/href="(\/\/|\/\\|https?:|javascript:)/.test(html)).toBe(false);
    expect(html.includes('<script>alert')).toBe(false);
  });

  it('carry every security header, and a policy with a nonce of their own', async () => {
    const paths = ['/', '/login', '/admin', '/areas/nowhere', '/nowhere', '/icon.svg'];
    const nonces = new Set<string>();
    for (const path of paths) {
      const { headers } = await asAdmin(path);
      nonces.add(/'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect(nonces.size).toBe(paths.length);
    expect((await asAdmin('/')).headers.get('cache-control')).toMatch(/no-store/);
  });

  here.survives();
});
