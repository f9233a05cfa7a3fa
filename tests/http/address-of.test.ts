import { describe, expect, it } from 'vitest';
import { createAddressOf, readProxies } from '../../server/http/address-of.ts';

type Asked = Parameters<ReturnType<typeof createAddressOf>>[0];

/** Who asks, as the socket says, with what the request claims. */
const asked = (peer: string, said?: string): Asked => ({
  socket: { remoteAddress: peer },
  headers: { 'x-forwarded-for': said },
});

const PROXIES = readProxies('127.0.0.1, 10.0.0.0/8 2001:db8::/32');

describe('7: where a request comes from', () => {
  const of = createAddressOf(PROXIES);

  it('is what the connection says where no proxy is trusted, whatever the request claims', () => {
    const alone = createAddressOf(null);
    for (const said of [undefined, '198.51.100.1', '127.0.0.1', 'unknown'])
      expect(alone(asked('203.0.113.9', said))).toBe('203.0.113.9');
    expect(alone(asked('127.0.0.1', '198.51.100.1'))).toBe('127.0.0.1');
  });

  it('is the nearest hop that is no proxy of ours: what stands further left anybody may have written', () => {
    expect(of(asked('10.0.0.2', '198.51.100.1'))).toBe('198.51.100.1');
    expect(of(asked('10.0.0.2', '127.0.0.1, 198.51.100.1'))).toBe('198.51.100.1');
    expect(of(asked('127.0.0.1', '192.0.2.1, 198.51.100.1, 10.9.9.9'))).toBe('198.51.100.1');
    expect(of(asked('2001:db8::1', '198.51.100.1'))).toBe('198.51.100.1');
    expect(of(asked('::ffff:10.0.0.2', '198.51.100.1'))).toBe('198.51.100.1');
  });

  it('is the peer itself where the peer is no proxy of ours', () => {
    expect(of(asked('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9');
    expect(of(asked('::ffff:203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9');
  });

  it('takes addresses with ports and brackets, and stops at what is no address', () => {
    expect(of(asked('10.0.0.2', '198.51.100.1:4711'))).toBe('198.51.100.1');
    expect(of(asked('10.0.0.2', '[2001:dead::1]:4711'))).toBe('2001:dead::1');
    expect(of(asked('10.0.0.2', '198.51.100.1, unknown'))).toBe('10.0.0.2');
    expect(of(asked('10.0.0.2', '198.51.100.1, , 10.0.0.3'))).toBe('10.0.0.3');
    expect(of(asked('10.0.0.2', ''))).toBe('10.0.0.2');
  });

  it('looks at few hops, however many are claimed', () => {
    const many = Array(1000).fill('10.0.0.3').join(',');
    expect(of(asked('10.0.0.2', `198.51.100.1,${many}`))).toBe('10.0.0.3');
  });

  it('says once for each that somebody who is not trusted named an address', () => {
    let said = 0;
    const heard = createAddressOf(PROXIES, () => {
      said += 1;
    });
    heard(asked('203.0.113.9'));
    heard(asked('10.0.0.2', '198.51.100.1'));
    expect(said).toBe(0);
    heard(asked('203.0.113.9', '198.51.100.1'));
    expect(said).toBe(1);
  });

  it.each(['10.0.0', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', 'proxy.example', '10.0.0.0/', '10.0.0.0/-1'])(
    'takes no proxy called %s',
    (text) => {
      expect(readProxies(text)).toBeNull();
    },
  );
});
