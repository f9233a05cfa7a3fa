import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';
import { findingsIn } from '../support/law-log.ts';

const FRIDAY = '2026-11-20';
let city: AdminServer;
let told = 0;

const event = (unit: string, clock: string, type: string, data: object) => {
  told += 1;
  const read = readEnvelope({
    specversion: '1.0',
    id: `e${told}`,
    source: `/test/${unit}`,
    subject: unit,
    type,
    time: `${FRIDAY}T${clock}+07:00`,
    data,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.event;
};
const rating = (unit: string, clock: string, level: string) =>
  event(unit, clock, 'rating.given', { rating: `r${told}`, level });

beforeAll(async () => {
  city = await openAdminServer();
  await defineAll(city.core.door, [
    { type: 'person.added', data: { person: 'head', area: 'a', name: 'Lê Thị Hằng', login: 'head' } },
    { type: 'person.granted', data: { grant: 'g-head', person: 'head', role: 'head', area: 'a' } },
  ]);
  await city.core.door.submit(
    [
      ...Array.from({ length: 4 }, () => rating('a', '08:05:00', 'very_satisfied')),
      ...Array.from({ length: 3 }, () => rating('a', '09:10:00', 'dissatisfied')),
      rating('a', '10:40:00', 'satisfied'),
      ...Array.from({ length: 2 }, () => rating('b', '09:10:00', 'satisfied')),
      event('a', '09:40:00', 'note.added', {
        from: `${FRIDAY}T09:00:00+07:00`,
        to: `${FRIDAY}T09:30:00+07:00`,
        text: 'Mất điện',
      }),
      event('a', '09:41:00', 'note.added', { from: `${FRIDAY}T09:41:00+07:00`, text: 'Một lúc' }),
    ],
    { kind: 'operator' },
  );
});
afterAll(() => city.close());

const days = `from=${FRIDAY}&to=${FRIDAY}`;
const read = async (who: string, path: string) => (await city.ask(who, 'GET', `/api/v1/areas/${path}`)).body;
const history = (code: string) => read('leader', `${code}/history?metric=satisfied&bucket=half_hour&${days}`);
const compare = () => read('leader', `city/compare?metric=satisfied&level=units&${days}`);
const noteOf = async (text: string): Promise<number> => {
  const { notes } = await history('a');
  return notes.find((note: { text: string }) => note.text === text).note;
};
const ask = async (who: string, text = 'Mất điện', unit = 'a') =>
  city.ask(who, 'POST', `/api/v1/areas/${unit}/exclusions`, {
    note: await noteOf(text),
    metrics: ['satisfied', 'satisfied'],
    reason: 'Mất điện cả phường',
  });
const decide = (who: string, exclusion: string, decision: string) =>
  city.ask(who, 'POST', `/api/v1/areas/a/exclusions/${exclusion}/decision`, {
    decision,
    reason: 'Đã kiểm tra',
  });

test('V5: a note of a moment is refused by name, one of another unit is not there, and a top has nobody above', async () => {
  expect((await ask('head', 'Một lúc')).body.faults).toEqual([
    { pointer: '/note', rule: 'note_without_end' },
  ]);
  expect((await ask('leader', 'Mất điện', 'b')).status).toBe(404);
  expect((await ask('leader')).body.faults).toEqual([{ pointer: '/note', rule: 'nobody_above' }]);
  expect((await ask('clerk')).status).toBe(403);
});

test('V5, V6: asked changes nothing; approved one level up, both figures stand, and the result is that of the whole', async () => {
  const before = await history('a');
  expect(before.total).toMatchObject({ n: 5, of: 8 });
  expect(before.totalWithout).toBeNull();
  const asked = await ask('head');
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ unit: 'a', metrics: ['satisfied'], askedIn: 'a', decision: null });
  expect(await history('a')).toEqual(before);

  const { exclusion } = asked.body;
  expect((await decide('head', exclusion, 'approved')).status).toBe(403);
  expect((await read('leader', `city/exclusions?${days}`)).items).toMatchObject([
    { exclusion, reason: 'Mất điện cả phường', mayDecide: true, askedBy: 'Lê Thị Hằng' },
  ]);
  expect((await decide('leader', exclusion, 'approved')).body).toMatchObject({
    decision: 'approved',
    decidedBy: 'Người leader',
    decidedReason: 'Đã kiểm tra',
    mayDecide: false,
  });

  const after = await history('a');
  expect(after.total).toEqual(before.total);
  expect(after.totalWithout).toMatchObject({ n: 5, of: 5, value: 1 });
  const at = (bucket: string) => after.series.find((point: { bucket: string }) => point.bucket === bucket);
  expect(at(`${FRIDAY}T09:00`)).toMatchObject({ n: 0, of: 3, without: { n: 0, of: 0, value: null } });
  expect(at(`${FRIDAY}T08:00`)).toMatchObject({ n: 4, of: 4, without: null });

  const { children, total, totalWithout } = await compare();
  expect([total, totalWithout]).toMatchObject([
    { n: 7, of: 10 },
    { n: 7, of: 7 },
  ]);
  expect(children).toMatchObject([
    { code: 'a', n: 5, of: 8, result: 'notMet', without: { n: 5, of: 5 } },
    { code: 'b', n: 2, of: 2, without: null },
    { code: 'c', of: 0, value: null, result: null, without: null },
  ]);
});

test('V5: the first decision holds, and other measures are not touched', async () => {
  const [{ exclusion }] = (await read('leader', `a/exclusions?${days}`)).items;
  expect((await decide('leader', exclusion, 'refused')).body.faults).toEqual([
    { pointer: '/decision', rule: 'already_decided' },
  ]);
  const other = await read('leader', `a/history?metric=responseRate&bucket=day&${days}`);
  expect(other.totalWithout).toBeNull();
});

test('what was asked is paged by cursor without a gap', async () => {
  for (let n = 0; n < 3; n += 1) expect((await ask('head')).status).toBe(201);
  const whole = await read('leader', `city/exclusions?${days}`);
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const more: string = next === '' ? '' : `&cursor=${next}`;
    const page = await read('leader', `city/exclusions?${days}&limit=1${more}`);
    expect([page.items.length, page.mayAsk]).toEqual([1, whole.mayAsk]);
    seen.push(...page.items.map((line: { exclusion: string }) => line.exclusion));
    next = page.next;
  }
  expect([seen.length, whole.next]).toEqual([4, null]);
  expect(seen).toEqual(whole.items.map((line: { exclusion: string }) => line.exclusion));
  const wrong = await city.ask('leader', 'GET', `/api/v1/areas/city/exclusions?${days}&cursor=bad`);
  expect(wrong).toMatchObject({ status: 400, body: { parameter: 'cursor' } });
});

test('L3: what is derived from the log agrees, and the door takes no exclusion from outside', async () => {
  expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
  expect(
    readEnvelope({
      specversion: '1.0',
      id: 'x',
      source: '/q/a',
      type: 'exclusion.approved',
      subject: 'a',
      time: '2026-11-23T09:00:00+07:00',
      data: {},
    }),
  ).toMatchObject({ refusal: { code: 'server_only_type' } });
});
