import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PublicPageAnswer } from '../../lib/wire/public-page.ts';
import { openRevokedCity, type RevokedCity } from '../access/revoked-city.ts';

let city: RevokedCity;
beforeAll(async () => {
  city = await openRevokedCity();
  await city.tell();
});
afterAll(() => city.close());

const ask = (code: string) =>
  city.kept.ask('GET', `/api/v1/public/${code}/page`, { origin: city.server.url });

test('PC1: everybody reads the page of a unit, and nobody a number, a counter or an officer there', async () => {
  const answered = await fetch(`${city.server.url}/api/v1/public/a/page`);
  expect([answered.status, answered.headers.get('cache-control')]).toEqual([200, 'public, max-age=15']);
  const text = await answered.text();
  const told: PublicPageAnswer = JSON.parse(text);
  expect(told).toMatchObject({ area: { code: 'a' }, quiet: { weekdays: [] }, dossiers: null });
  for (const word of ['ticket', 'number', 'counter', 'officer', 'dossier"'])
    expect(text).not.toContain(`"${word}`);
});

test('PC1: what is no unit, or is not there, has no page', async () => {
  for (const code of ['city', 'nowhere', 'north']) expect((await ask(code)).status, code).toBe(404);
});
