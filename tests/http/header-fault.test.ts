import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { headerFault } from '../../server/http/header-fault.ts';

/** The head of a request as Node reads it: of several Hosts the first. */
function head(...lines: [string, string][]): IncomingMessage {
  const host = lines.find(([name]) => name.toLowerCase() === 'host')?.[1];
  return { httpVersion: '1.1', rawHeaders: lines.flat(), headers: { host } } as IncomingMessage;
}

describe('the head of a request', () => {
  it.each(['localhost:3000', 'do.example.vn', 'do.example.vn.', '127.0.0.1', '[::1]:3000', 'may_chu'])(
    'may name the host %s',
    (host) => {
      expect(headerFault(head(['Host', host]))).toBeNull();
    },
  );

  it.each([
    '',
    'evil.example/path',
    'a b',
    'user@evil.example',
    'evil.example:port',
    'a..b',
    '[::1',
    '<script>',
  ])('may not name the host %j', (host) => {
    expect(headerFault(head(['Host', host]))).toBe('bad_header');
  });

  it('names its host, origin, key, kind of content and site once', () => {
    expect(headerFault(head())).toBe('bad_header');
    for (const name of ['host', 'ORIGIN', 'Authorization', 'Content-Type', 'Sec-Fetch-Site'])
      expect(headerFault(head(['Host', 'a'], [name, 'a'], [name.toLowerCase(), 'a'])), name).toBe(
        'bad_header',
      );
    expect(headerFault(head(['Host', 'a'], ['Cookie', 'a=1'], ['cookie', 'b=1']))).toBeNull();
  });

  it('has at most a hundred headers', () => {
    const more = (n: number): [string, string][] => Array.from({ length: n }, (_, at) => [`x-${at}`, '']);
    expect(headerFault(head(['Host', 'a'], ...more(99)))).toBeNull();
    expect(headerFault(head(['Host', 'a'], ...more(100)))).toBe('too_many_headers');
  });
});
