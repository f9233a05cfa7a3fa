import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Env } from './env.ts';
import { isLoopbackHost } from './http/loopback.ts';

export type Listening = Pick<Env, 'HOST' | 'PORT' | 'PUBLIC_URL'>;

const EVERYWHERE = ['0.0.0.0', '::'];

/**
 * Our own address as browsers name it, without a slash at its end: PUBLIC_URL, else the address that the server listens
 * on. Where it listens on all of them, the first by which another machine of this network could call it.
 */
export function ownAddress({ HOST, PORT, PUBLIC_URL }: Listening, addresses = outerAddresses): string {
  if (PUBLIC_URL !== undefined) return PUBLIC_URL.replace(/\/+$/, '');
  const host = isLoopbackHost(HOST) ? 'localhost' : EVERYWHERE.includes(HOST) ? addresses()[0] : HOST;
  return `http://${host && isIPv6(host) ? `[${host}]` : (host ?? 'localhost')}:${PORT}`;
}

/** What whoever starts the server should know about who can open that address; null: it was given. */
export function addressHint({ HOST, PUBLIC_URL }: Pick<Listening, 'HOST' | 'PUBLIC_URL'>): string | null {
  if (PUBLIC_URL !== undefined) return null;
  return isLoopbackHost(HOST)
    ? 'Chỉ máy này mở được; cho máy khác: HOST=0.0.0.0 · only this machine can open it; for others: HOST=0.0.0.0'
    : 'Máy khác gọi máy chủ này bằng tên khác? Đặt PUBLIC_URL · others reach this server by another name? Set PUBLIC_URL';
}

/** Addresses of this machine that others can call, those of IPv4 first: they can be typed. */
export function outerAddresses(): string[] {
  const outer = Object.values(networkInterfaces())
    .flatMap((held) => held ?? [])
    // Link-local addresses (fe80::/10) need the caller's own interface beside them.
    .filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address));
  return ['IPv4', 'IPv6'].flatMap((family) =>
    outer.filter((one) => one.family === family).map(({ address }) => address),
  );
}
