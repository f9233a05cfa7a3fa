import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { daysPart } from '../../server/citizen/public-page.ts';
import { type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

let told = 0;
const rating = (day: string, level: string) => {
  told += 1;
  const read = readEnvelope({
    specversion: '1.0',
    id: `e${told}`,
    source: '/test/a',
    subject: 'a',
    type: 'rating.given',
    time: `${day}T09:00:00+07:00`,
    data: { rating: `r${told}`, level },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.event;
};
const tell = (day: string, count: number, level = 'satisfied') =>
  city.core.door.submit(
    Array.from({ length: count }, () => rating(day, level)),
    { kind: 'operator' },
  );
const set = (who: string, shown: boolean, measure = 'satisfied', area = 'a') =>
  city.ask(who, 'POST', '/api/v1/admin/public-figures', { area, measure, shown, source: 'Chỉ đạo' });
const settings = async () => (await city.ask('leader', 'GET', '/api/v1/admin/areas/a/public-figures')).body;
async function days() {
  const { core } = city;
  const pool = core.database.pool;
  const area = core.memory.tree.areas.get('a');
  if (!area) throw new Error('no area a');
  const context = { prisma: core.prisma, pool, kept: pool, tree: core.memory.tree, now: core.now };
  return daysPart(context, area, TODAY);
}
const page = async () => (await days()).figures;

test('PC4: nothing is public before a whole month of data, whoever asks', async () => {
  await tell('2026-10-02', 30);
  expect(await page()).toBeNull();
  expect((await settings()).whole).toBe(false);
  const refused = await set('leader', true);
  expect([refused.status, refused.body.faults]).toEqual([
    422,
    [{ pointer: '/shown', rule: 'no_full_month' }],
  ]);
  expect(await page()).toBeNull();
});

test('PC4, PC5: a leader publishes one measure, and the page tells that one with its n, month and target', async () => {
  await tell('2026-09-30', 1);
  await tell('2026-10-15', 2, 'dissatisfied');
  expect([(await set('chief', true)).status, (await set('clerk', true)).status]).toEqual([403, 403]);
  expect((await set('leader', true)).body).toEqual({ stored: 1, unchanged: 0 });
  expect(await page()).toMatchObject({
    month: { from: '2026-10-01', to: '2026-10-31' },
    told: [{ measure: 'satisfied', told: { n: 30, of: 32, share: 30 / 32 } }],
  });
  const shown = (await settings()).figures.map(({ measure, shown }: { measure: string; shown: boolean }) => [
    measure,
    shown,
  ]);
  expect(shown).toEqual([
    ['satisfied', true],
    ['onTimeOfSettled', false],
    ['within', false],
  ]);
});

test('PC5: what has few cases is told without a number', async () => {
  await set('leader', true, 'onTimeOfSettled');
  expect((await page())?.told[1]).toMatchObject({ measure: 'onTimeOfSettled', told: null });
});

test('PC4: what is withdrawn is gone, what was never public stays as it is, and an area that is no unit has no figures', async () => {
  expect((await set('leader', false, 'within')).body).toEqual({ stored: 0, unchanged: 1 });
  await set('leader', false, 'onTimeOfSettled');
  expect((await set('leader', false)).body).toEqual({ stored: 1, unchanged: 0 });
  expect(await page()).toBeNull();
  expect((await set('leader', true, 'satisfied', 'city')).status).toBe(422);
});

test('PC6: a procedure is told with papers and fee where they are defined, and without a word where not', async () => {
  const procedure = (code: string, more: object) =>
    city.ask('root', 'POST', '/api/v1/admin/procedures', {
      area: 'city',
      procedure: code,
      name: 'Khai sinh',
      sector: 'ho-tich',
      limit: { kind: 'days', days: 1 },
      effectiveFrom: '2026-01-01',
      source: 'QĐ 1',
      ...more,
    });
  expect((await procedure('1', { papers: ['Tờ khai'], fee: 'Miễn phí' })).status).toBe(200);
  expect((await procedure('2', {})).status).toBe(200);
  expect((await procedure('3', { papers: [] })).status).toBe(422);
  const told = (await days()).procedures;
  expect(told.map(({ procedure: code, papers, fee }) => [code, papers, fee])).toEqual([
    ['1', ['Tờ khai'], 'Miễn phí'],
    ['2', [], null],
  ]);
});
