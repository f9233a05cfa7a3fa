import { describe, expect, it } from 'vitest';
import { cookieOf, isHttps, SESSION_COOKIE } from '../../server/http/cookies.ts';
import { newNonce } from '../../server/http/page-request.ts';
import { createSecurityHeaders, pagePolicy } from '../../server/http/security-headers.ts';

const directives = (policy: string): Map<string, string> =>
  new Map(
    policy.split('; ').map((part) => {
      const [name = '', ...sources] = part.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('7: the content policy of a page', () => {
  const policy = directives(pagePolicy('abc', false));

  it('runs scripts of this answer alone', () => {
    expect(policy.get('script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy.get('style-src')).toBe("'self' 'nonce-abc'");
    for (const [name, sources] of policy) {
      expect(sources, name).not.toContain('unsafe-eval');
      if (name !== 'style-src-attr') expect(sources, name).not.toContain('unsafe-inline');
      expect(sources, name).not.toMatch(/\*|https?:|wss?:|blob:/);
    }
  });

  it('loads nothing from elsewhere, is framed by nobody and sends forms nowhere else', () => {
    const fixed = ['default-src', 'object-src', 'base-uri', 'frame-ancestors'];
    for (const name of fixed) expect(policy.get(name), name).toBe("'none'");
    for (const name of ['form-action', 'connect-src', 'font-src']) expect(policy.get(name)).toBe("'self'");
    expect(policy.get('img-src')).toBe("'self' data:");
  });

  it('draws its nonce anew, 128 bits long', () => {
    const drawn = Array.from({ length: 1000 }, newNonce);
    expect(new Set(drawn).size).toBe(1000);
    for (const nonce of drawn) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });
});

describe('7: the headers of every answer', () => {
  it('close what is no page, and insist on https where we are reached by it', () => {
    const plain = createSecurityHeaders(null)('/api/v1/areas');
    expect(directives(plain.get('content-security-policy') ?? '').get('default-src')).toBe("'none'");
    expect(plain.get('x-content-type-options')).toBe('nosniff');
    expect(plain.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(plain.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(plain.has('strict-transport-security')).toBe(false);
    expect(createSecurityHeaders('http://do.example')('/').has('strict-transport-security')).toBe(false);
    for (const url of ['https://do.example', 'HTTPS://do.example'])
      expect(createSecurityHeaders(url)('/').get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('weigh little on scripts and styles', () => {
    expect([...createSecurityHeaders(null)('/_next/static/a.js').keys()]).toEqual([
      'x-content-type-options',
      'cross-origin-resource-policy',
    ]);
  });

  it('let the pages about the API run their own files and nothing inline', () => {
    const of = createSecurityHeaders(null);
    const docs = directives(of('/api/docs')?.get('content-security-policy') ?? '');
    expect([docs.get('script-src'), docs.get('style-src')]).toEqual(["'self'", "'self'"]);
    expect(of('/api/docsx')).toBe(of('/api/v1/areas'));
  });
});

describe('7: the cookie of a session', () => {
  it('counts behind https under its __Host- name alone, and elsewhere under its plain one', () => {
    const plain = `${SESSION_COOKIE}=a`;
    const tied = `__Host-${SESSION_COOKIE}=b`;
    expect(cookieOf(`${plain}; ${tied}`, SESSION_COOKIE, true)).toBe('b');
    expect(cookieOf(plain, SESSION_COOKIE, true)).toBeNull();
    expect(cookieOf(`${plain}; ${tied}`, SESSION_COOKIE, false)).toBe('a');
    expect([isHttps('https://x'), isHttps('http://x'), isHttps(null)]).toEqual([true, false, false]);
  });

  it('is nobody’s where there are two different ones', () => {
    expect(cookieOf(`${SESSION_COOKIE}=a; ${SESSION_COOKIE}=b`, SESSION_COOKIE, false)).toBeNull();
    expect(cookieOf(`${SESSION_COOKIE}=a; x=y; ${SESSION_COOKIE}=a`, SESSION_COOKIE, false)).toBe('a');
  });
});
