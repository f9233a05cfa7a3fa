import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { ModelAnswer, ModelsAnswer } from '../../lib/wire/model-reads.ts';
import { type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';
import { findingsIn } from '../support/law-log.ts';

const START = '2026-11-10';
let city: AdminServer;

/** Ratings of one day of a ward: so many of ten are satisfied. */
const dayOf = (unit: string, day: string, satisfied: number): SourceEvent[] =>
  Array.from({ length: 10 }, (_, i) => ({
    source: `/test/${unit}`,
    id: `${unit}-${day}-${i}`,
    type: 'rating.given',
    unit,
    at: Date.parse(`${day}T09:00:00+07:00`),
    data: { rating: `${day}-${i}`, level: i < satisfied ? 'satisfied' : 'dissatisfied', reasons: [] },
  }));

beforeAll(async () => {
  city = await openAdminServer();
  await defineAll(city.core.door, [
    { type: 'person.added', data: { person: 'head', area: 'a', name: 'Lê Thị Hằng', login: 'head' } },
    { type: 'person.granted', data: { grant: 'g-head', person: 'head', role: 'head', area: 'a' } },
  ]);
  const days = Array.from({ length: 22 }, (_, i) => addDays(START, i - 12));
  const events = days.flatMap((day) => [...dayOf('a', day, day < START ? 6 : 9), ...dayOf('b', day, 8)]);
  await city.core.door.submit(events, { kind: 'operator' });
});
afterAll(() => city.close());

const ask = (who: string, method: string, path: string, body?: object) =>
  city.ask(who, method, `/api/v1/${path}`, body);
const list = async (area: string) => (await ask('leader', 'GET', `models?area=${area}`)).body as ModelsAnswer;
const one = async (area: string, model: string) =>
  (await ask('leader', 'GET', `areas/${area}/models/${model}`)).body as ModelAnswer;
const begin = (who: string, body: object) =>
  ask(who, 'POST', 'models', {
    area: 'a',
    name: 'Hẹn giờ nộp hồ sơ',
    metric: 'satisfied',
    startDay: START,
    ...body,
  });

test('M1: a head begins a model in the own unit, not ahead of today and not in a whole city', async () => {
  expect((await begin('head', { startDay: addDays(TODAY, 1) })).body.faults).toEqual([
    { pointer: '/startDay', rule: 'day_ahead' },
  ]);
  expect((await begin('head', { area: 'b' })).status).toBe(404);
  expect((await begin('leader', { area: 'city' })).body.faults).toEqual([
    { pointer: '/area', rule: 'not_a_unit' },
  ]);
  expect((await begin('clerk', {})).status).toBe(403);
  expect((await begin('head', {})).status).toBe(201);
  expect((await list('city')).items).toMatchObject([{ unit: 'a', startDay: START, trying: 1, ended: 0 }]);
  expect((await list('b')).items).toEqual([]);
});

test('M2, M3: before and since stand apart, and the word follows from the interval of the difference', async () => {
  const [line] = (await list('city')).items;
  const { units, spreadTo } = await one('city', line?.model ?? '');
  expect(units).toMatchObject([
    { unit: 'a', enough: true, signal: { by: 'interval', direction: 'up' }, good: true },
  ]);
  expect(spreadTo.map(({ unit }) => unit)).toEqual(['b', 'c']);
});

test('M1, M3: spread from above to another unit, with the same chart and no word without a signal', async () => {
  const [{ model } = { model: '' }] = (await list('city')).items;
  const adopt = (who: string, unit: string, startDay = START) =>
    ask(who, 'POST', `areas/${unit}/models/${model}/adopt`, { startDay });
  expect((await adopt('head', 'b')).status).toBe(403);
  expect((await adopt('leader', 'b', addDays(START, -1))).body.faults).toEqual([
    { pointer: '/startDay', rule: 'before_start' },
  ]);
  expect((await adopt('leader', 'x')).status).toBe(404);
  expect((await adopt('leader', 'b')).status).toBe(200);
  expect((await adopt('leader', 'b')).body.faults).toEqual([{ pointer: '', rule: 'already_tried' }]);
  expect((await one('city', model)).units).toMatchObject([
    { unit: 'a' },
    { unit: 'b', enough: true, signal: null, good: null },
  ]);
  // Whoever sees one unit sees its part alone.
  expect((await one('b', model)).units.map(({ unit }) => unit)).toEqual(['b']);
});

test('M1: it ends in one unit and goes on in the other; the log and the tables agree', async () => {
  const [{ model } = { model: '' }] = (await list('city')).items;
  const end = (endDay: string) => ask('head', 'POST', `areas/a/models/${model}/end`, { endDay });
  expect((await end(addDays(START, -1))).body.faults).toEqual([{ pointer: '/endDay', rule: 'before_start' }]);
  expect((await end(addDays(START, 8))).status).toBe(200);
  expect((await end(addDays(START, 9))).body.faults).toEqual([{ pointer: '', rule: 'already_ended' }]);
  expect((await list('city')).items).toMatchObject([{ trying: 1, ended: 1 }]);
  expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
  const csv = await city.ask('leader', 'GET', '/api/v1/models?area=city', undefined, { accept: 'text/csv' });
  expect(csv.body.split('\r\n')[0]).toBe('model,name,about,metric,unit,startDay,trying,ended');
});
