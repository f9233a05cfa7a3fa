import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { isSameOrigin } from '../../server/http/same-origin.ts';

const from = (headers: Record<string, string>, publicUrl: string | null = null): boolean =>
  isSameOrigin({ headers: { host: 'do.example', ...headers } } as unknown as IncomingMessage, publicUrl);

it.each<[what: string, headers: Record<string, string>, publicUrl?: string]>([
  ['a page of ours', { origin: 'https://do.example', 'sec-fetch-site': 'same-origin' }],
  ['a page of ours behind a proxy', { host: '10.0.0.1', origin: 'https://do.example' }, 'https://do.example'],
  ['a program that is no browser', {}],
])('7: %s may act', (_what, headers, publicUrl) => {
  expect(from(headers, publicUrl)).toBe(true);
});

it.each<[what: string, headers: Record<string, string>, publicUrl?: string]>([
  ['another site', { origin: 'https://evil.example' }],
  ['another site that leaves its Origin out', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour below the same name', { origin: 'https://do.example', 'sec-fetch-site': 'same-site' }],
  ['a frame without an origin', { origin: 'null' }],
  ['another port', { origin: 'https://do.example:8443' }],
  ['a name that begins like ours', { origin: 'https://do.example.evil.example' }],
  ['our name without https', { origin: 'http://do.example' }, 'https://do.example'],
])('7: %s may not', (_what, headers, publicUrl) => {
  expect(from(headers, publicUrl)).toBe(false);
});
