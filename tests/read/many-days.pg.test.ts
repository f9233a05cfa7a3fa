import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPARED_METRICS } from '../../lib/domain/compared-metric.ts';
import { type Bucket, bucketsBetween } from '../../lib/domain/period.ts';
import { compare } from '../../server/read/compare.ts';
import type { ReadContext } from '../../server/read/context.ts';
import { history } from '../../server/read/history.ts';
import { cityDay } from '../bench/bench-city.ts';
import { areaDefinition } from '../support/city.ts';
import { addDaysLike, daysEarlier } from '../support/many-days.ts';
import { addMonths } from '../support/many-dossiers.ts';
import { openReadCity, type ReadCity } from '../support/read-city.ts';
import { explained, type Touched } from '../support/rows-read.ts';

const DAY = '2026-11-30';
const CLOSED = Date.parse(`${DAY}T17:00:00+07:00`);
const NOW = `${DAY}T18:00:00+07:00`;
const OPERATOR = { kind: 'operator' } as const;
/** A twentieth of two years of 126 units. */
const UNITS = Array.from({ length: 6 }, (_, n) => `w${n}`);
const YEAR = 365;
const PER_MONTH = 250;

async function openCity(units: readonly string[]): Promise<ReadCity> {
  const city = await openReadCity(...units.map((code) => areaDefinition(code, 'city', 'ward')));
  city.setNow(NOW);
  return city;
}

const rowsOf = async ({ core }: ReadCity, table: string): Promise<unknown[]> =>
  (
    await core.database.pool.query(
      `SELECT * FROM ${table} ORDER BY unit, day, service${table.endsWith('hour') ? ', half_hour' : ''}`,
    )
  ).rows;

test('days written as rows are those that come through the door', async () => {
  const two = UNITS.slice(0, 2);
  const [made, told] = await Promise.all([openCity(two), openCity(two)]);
  try {
    const day = cityDay(two, 'day', CLOSED, 2);
    await made.core.door.submit(day, OPERATOR);
    await addDaysLike(made.core.database.pool, { day: DAY, first: 1, until: 4, halfHours: 4 });
    // The first of them is in the month before.
    for (const back of [0, 1, 2, 3])
      await told.core.door.submit(back ? daysEarlier(day, back) : day, OPERATOR);
    for (const table of ['rollup_half_hour', 'rollup_day', 'rollup_month'])
      expect(await rowsOf(made, table), table).toEqual(await rowsOf(told, table));
  } finally {
    await Promise.all([made.close(), told.close()]);
  }
});

const MONTH = { from: '2026-11-01', to: DAY };
const PERIODS = {
  month: MONTH,
  year: { from: '2025-12-01', to: DAY },
  odd: { from: '2026-03-05', to: '2026-10-17' },
};
const whole = { service: null, within: null, rule: 'own', procedure: null, handler: null } as const;

type Question = (context: ReadContext) => Promise<unknown>;
const QUESTIONS: Record<string, Question> = {};
for (const metric of COMPARED_METRICS)
  for (const [name, period] of Object.entries(PERIODS))
    QUESTIONS[`compare ${metric} of the ${name}`] = (context) =>
      compare(context, 'city', { ...whole, metric, level: 'children', period });
const SERIES: [Bucket, typeof MONTH][] = [
  ['half_hour', { from: '2026-11-24', to: DAY }],
  ['day', MONTH],
  ['week', PERIODS.year],
  ['month', PERIODS.year],
];
for (const metric of ['satisfied', 'within', 'waitP90', 'issued', 'onTimeOfSettled'] as const)
  for (const [bucket, period] of SERIES)
    for (const area of ['city', 'w3'])
      if (metric !== 'onTimeOfSettled' || bucket !== 'half_hour')
        QUESTIONS[`history of ${metric} by ${bucket}, ${area}`] = (context) => {
          const buckets = bucketsBetween(period, bucket, 2000) ?? [];
          return history(context, area, { ...whole, metric, period, bucket, buckets });
        };

/** Questions whose answers are series of the city by days or coarser. */
const DAY_ROWS = /^history of .* by (day|week|month), city$/;
/** Of six units: services, or procedures and bodies, of the day that runs; with who waits. */
const ROWS_OF_TODAY = 400;

describe('a twentieth of two years of 126 units, and of ten', () => {
  let city: ReadCity;
  const atTwoYears = new Map<string, Touched>();
  const atTenYears = new Map<string, Touched>();

  async function askAll(answers: Map<string, Touched>): Promise<void> {
    const { pool, touched } = explained(city.core.database.pool);
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      // Whoever asks first keeps the days that are over (P6); how a reader finds them is measured.
      if (name.startsWith('history')) await ask(city.context);
      touched();
      await ask({ ...city.context, pool });
      answers.set(name, touched());
    }
  }

  async function grow(first: number, until: number): Promise<void> {
    const { pool } = city.core.database;
    await addDaysLike(pool, {
      day: DAY,
      first: Math.max(1, first * YEAR),
      until: until * YEAR,
      halfHours: 100,
    });
    const many = {
      root: 'city',
      units: UNITS,
      zone: 'Asia/Ho_Chi_Minh',
      perMonth: PER_MONTH,
      now: Date.parse(NOW),
    };
    await addMonths(pool, many, first * 12, until * 12);
  }

  beforeAll(async () => {
    city = await openCity(UNITS);
    await city.core.door.submit(cityDay(UNITS, 'day', CLOSED, 2), OPERATOR);
    await grow(0, 2);
    await askAll(atTwoYears);
    await grow(2, 10);
    await askAll(atTenYears);
  });

  afterAll(() => city.close());

  test.each(Object.keys(QUESTIONS))('%s: rows read do not grow with age (P5)', (name) => {
    const [young, old] = [atTwoYears.get(name), atTenYears.get(name)];
    expect(young?.rows, 'rows').toBeGreaterThan(0);
    expect(old?.rows, JSON.stringify({ young, old })).toBeLessThanOrEqual(1.2 * (young?.rows ?? 0));
  });

  test.each(Object.keys(QUESTIONS).filter((name) => DAY_ROWS.test(name)))(
    '%s: a series of several units is a row a day, and the day that runs (P6)',
    (name) => {
      const days = name.includes('by day') ? 30 : YEAR;
      for (const touched of [atTwoYears.get(name), atTenYears.get(name)])
        expect(touched?.rows, JSON.stringify(touched)).toBeLessThanOrEqual(days + ROWS_OF_TODAY);
    },
  );
});
