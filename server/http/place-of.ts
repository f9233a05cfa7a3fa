import { isIPv6 } from 'node:net';

/** What counts as one address: a home has a whole /64 of IPv6 addresses. */
export function placeOf(from: string): string {
  if (!isIPv6(from)) return from;
  const [head = '', tail = ''] = from.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = from.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
