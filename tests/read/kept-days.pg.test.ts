import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPARED_METRICS, type ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { keepPast } from '../../server/jobs/keep-past.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { rebuildIn } from '../../server/log/rebuild.ts';
import { history } from '../../server/read/history.ts';
import { areaDefinition } from '../support/city.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';
import { explained } from '../support/rows-read.ts';

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'] as const;
const [WEDNESDAY, THURSDAY, FRIDAY, MONDAY] = DAYS;
const PERIOD = { from: WEDNESDAY, to: MONDAY };
const BUCKETS = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
const whole = { service: null, within: null, rule: 'own', procedure: null, handler: null } as const;
const TABLES = ['rollup_pooled_day', 'rollup_pooled_dossier_day'] as const;

let city: ReadCity;

const visit = (unit: string, day: string, ticket: string, from: string, called: string | null): Told[] => [
  [unit, day, `${from}:00`, 'ticket.issued', { ticket, number: 'A1', service: 'chung-thuc' }],
  ...(called === null
    ? []
    : ([
        [unit, day, `${called}:00`, 'ticket.called', { ticket, counter: '1' }],
        [unit, day, `${called}:50`, 'ticket.finished', { ticket }],
        [unit, day, `${called}:55`, 'rating.given', { rating: `r-${ticket}`, level: 'satisfied', ticket }],
      ] satisfies Told[])),
];
const received = (unit: string, day: string, dossier: string, dueAt: string): Told => [
  unit,
  day,
  '08:00:00',
  'dossier.received',
  { dossier, procedure: 'p', channel: 'counter', dueAt },
];
const settled = (unit: string, day: string, dossier: string): Told => [
  unit,
  day,
  '09:30:00',
  'dossier.settled',
  { dossier, result: 'done' },
];

beforeAll(async () => {
  city = await openReadCity(
    areaDefinition('east', 'city', 'district'),
    areaDefinition('west', 'city', 'district'),
  );
  for (const [n, day] of DAYS.entries())
    await city.tell(
      ...visit('a', day, `a${n}`, '08:00', '08:07'),
      ...visit('b', day, `b${n}`, '08:10', n === 1 ? null : '08:40'),
      received('a', day, `D${n}`, '2026-11-19'),
      received('b', day, `E${n}`, '2026-12-01'),
    );
});
afterAll(() => city.close());

/** A series of the area: value, n and of by bucket, and those of all of them. */
const seriesOf = async (area: string, metric: ComparedMetric) => {
  const question = { ...whole, metric, period: PERIOD, bucket: 'day', buckets: BUCKETS } as const;
  const { series, total } = await history(city.context, area, question);
  return [...series, total].map(({ n, of, value }) => ({ n, of, value }));
};
const cityNow = async () =>
  Object.fromEntries(
    await Promise.all(
      COMPARED_METRICS.map(async (metric) => [metric, await seriesOf('city', metric)] as const),
    ),
  );
/** The same with nothing kept before. */
const readAnew = async () => {
  await city.context.pool.query(`TRUNCATE ${TABLES.join(', ')}`);
  return cityNow();
};
const keptDays = async (table: (typeof TABLES)[number]) =>
  (
    await city.context.pool.query<{ day: string }>(
      `SELECT DISTINCT day::text AS day FROM ${table} ORDER BY 1`,
    )
  ).rows.map(({ day }) => day);

test('P6: days that are over are kept, also those without anything, and today is not', async () => {
  await cityNow();
  for (const table of TABLES) expect(await keptDays(table), table).toEqual(BUCKETS.slice(0, -1));
});

test('P6: what is kept is read and not counted anew', async () => {
  const before = await cityNow();
  await city.context.pool.query('UPDATE rollup_pooled_day SET issued = issued + 100');
  await city.context.pool.query('UPDATE rollup_pooled_dossier_day SET received = 100');
  const tampered = await cityNow();
  expect(tampered.issued?.[0]?.n).toBe((before.issued?.[0]?.n ?? 0) + 100);
  expect(tampered.dossiersReceived?.[0]?.n).toBe(100);
  expect(await readAnew()).toEqual(before);
});

test.each<[string, Told[]]>([
  ['a ticket that comes late', visit('a', THURSDAY, 'late', '09:00', '09:20')],
  ['a call that comes late', [['b', THURSDAY, '08:55:00', 'ticket.called', { ticket: 'b1', counter: '1' }]]],
  [
    'a rating that comes late',
    [['b', WEDNESDAY, '10:00:00', 'rating.given', { rating: 'x', level: 'neutral' }]],
  ],
  [
    'a dossier settled today, which judges the day of its receipt',
    [settled('a', MONDAY, 'D0'), settled('b', MONDAY, 'E1')],
  ],
  ['a dossier whose settlement comes late', [settled('a', FRIDAY, 'D1')]],
  ['a dossier whose receipt comes late', [received('b', FRIDAY, 'F', '2026-11-24')]],
])('P6: after %s all series of the city are what reading anew gives', async (_, told) => {
  const before = await cityNow();
  const outcomes = await city.tell(...told);
  expect(outcomes.map(({ status }) => status)).toEqual(told.map(() => 'stored'));
  const after = await cityNow();
  expect(after).not.toEqual(before);
  expect(after).toEqual(await readAnew());
});

test('P6: units that move make another set, and what was kept of the old one is not theirs', async () => {
  await city.core.door.define(
    [areaDefinition('a', 'east', 'ward'), areaDefinition('b', 'west', 'ward')],
    OPERATOR,
  );
  const before = await seriesOf('city', 'issued');
  expect(await seriesOf('city', 'issued')).toEqual(before);
  await city.core.door.define([areaDefinition('b', 'east', 'ward')], OPERATOR);
  expect(await seriesOf('east', 'issued')).toEqual(before);
  expect((await seriesOf('west', 'issued')).every(({ n }) => n === 0)).toBe(true);
});

test('P6: the job of the start and of the night keeps every area from its first day on, so that the first reader reads what is kept', async () => {
  await city.context.pool.query(`TRUNCATE ${TABLES.join(', ')}`);
  expect(await keepPast(city.context, 40)).toBeGreaterThan(0);
  const { pool, touched } = explained(city.core.database.pool);
  const kept = await keptDays('rollup_pooled_day');
  expect(kept).toEqual(BUCKETS.slice(0, -1));
  expect(await keptDays('rollup_pooled_dossier_day')).toEqual(kept);
  const question = { ...whole, metric: 'issued', period: PERIOD, bucket: 'day', buckets: BUCKETS } as const;
  await history({ ...city.context, pool }, 'city', question);
  // Six rows: the days, and what today has.
  expect(touched().rows).toBeLessThan(20);
});

test('P6: a rebuild forgets what was kept', async () => {
  await cityNow();
  const client = await city.context.pool.connect();
  try {
    await client.query('BEGIN');
    await rebuildIn(
      async (text, values) => (await client.query(text, [...values])).rows,
      () => undefined,
    );
    for (const table of TABLES)
      expect((await client.query(`SELECT count(*)::int AS n FROM ${table}`)).rows, table).toEqual([{ n: 0 }]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
