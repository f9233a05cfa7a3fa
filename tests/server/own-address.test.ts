import { expect, test } from 'vitest';
import { addressHint, ownAddress } from '../../server/own-address.ts';

const outer = () => ['192.0.2.7', '2001:db8::7'];
const at = (HOST: string, PUBLIC_URL?: string) => ({ HOST, PORT: 3000, PUBLIC_URL });

test('links name the public address where it is set, and without a slash at its end', () => {
  expect(ownAddress(at('0.0.0.0', 'https://td.example/'), outer)).toBe('https://td.example');
  expect(addressHint(at('0.0.0.0', 'https://td.example/'))).toBeNull();
});

test.each([
  ['127.0.0.1', 'http://localhost:3000'],
  ['::1', 'http://localhost:3000'],
  ['192.0.2.9', 'http://192.0.2.9:3000'],
  ['2001:db8::9', 'http://[2001:db8::9]:3000'],
  ['may-chu.an-binh.lan', 'http://may-chu.an-binh.lan:3000'],
])('a server that listens on %s alone is found at %s', (host, address) => {
  expect(ownAddress(at(host), outer)).toBe(address);
});

test.each(['0.0.0.0', '::'])(
  'a server that listens everywhere (%s) names an address that others can call',
  (host) => {
    expect(ownAddress(at(host), outer)).toBe('http://192.0.2.7:3000');
    expect(ownAddress(at(host), () => ['2001:db8::7'])).toBe('http://[2001:db8::7]:3000');
    expect(ownAddress(at(host), () => [])).toBe('http://localhost:3000');
  },
);

test('whoever starts it is told how others reach it', () => {
  expect(addressHint(at('127.0.0.1'))).toContain('HOST=0.0.0.0');
  expect(addressHint(at('0.0.0.0'))).toContain('PUBLIC_URL');
});
