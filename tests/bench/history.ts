import { COMPARED_METRICS } from '../../lib/domain/compared-metric.ts';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { isDossierMetric } from '../../lib/domain/figure.ts';
import { addDays, instantOf, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { openPool } from '../../server/db/open-pool.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { addDaysLike } from '../support/many-days.ts';
import { addMonths } from '../support/many-dossiers.ts';
import { askBoth, readyAgain } from './asked-in-turn.ts';
import { CITY, cityDay, unitCodes, ZONE } from './bench-city.ts';
import { postEvents } from './post-events.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { percentileOf, ratiosOf } from './spread.ts';
import { type Line, shown } from './table.ts';

const YEARS = { young: 2, old: 10 };
const YEAR_DAYS = 365;
/** Half hours are asked for by the week; so many days of them are written. */
const HALF_HOURS = 100;
const DOSSIERS_A_MONTH = 16_000;
const GOAL_MS = 200;
const GOAL_RATIO = 1.2;
const COUNTERS = 3;
const BATCH = 500;
/** Two hundred questions to two servers: so many turns take minutes. */
const TURNS = 8;
const ROUNDS = 2;

/** Every comparison and history of two years of 126 units, and how much longer it takes at ten years. */
export async function measureHistory(quick: boolean): Promise<Line[]> {
  const young = await startUnderLoad();
  const old = await startUnderLoad();
  try {
    // Yesterday: the day that runs is read from its tickets too.
    const day = addDays(localDay(ZONE, Date.now()), -1);
    await grow(young, day, quick ? 0.1 : YEARS.young, quick);
    await grow(old, day, quick ? 0.3 : YEARS.old, quick);
    for (const server of [young, old]) await readyAgain(server);
    const asked = Object.entries(questionsOf(day)).filter((_, number) => !quick || number % 20 === 0);
    const times = new Map(asked.map(([name]) => [name, { young: [] as number[], old: [] as number[] }]));
    for (let round = 0; round <= (quick ? 1 : ROUNDS); round += 1)
      for (const [name, path] of asked) {
        // The first round warms up, and keeps the days that are over (P6).
        const turns = quick ? 2 : round === 0 ? 1 : TURNS;
        const [atTwo, atTen] = await askBoth([young, old], [path], turns);
        if (round === 0) continue;
        times.get(name)?.young.push(percentileOf(atTwo, 0.95));
        times.get(name)?.old.push(percentileOf(atTen, 0.95));
      }
    return [...linesOf(times, 'compare'), ...linesOf(times, 'history')];
  } finally {
    for (const server of [young, old]) await server.remove();
  }
}

async function grow(server: ServerUnderLoad, day: string, years: number, quick: boolean): Promise<void> {
  const events = cityDay(unitCodes, 'template', instantOf(ZONE, day, '17:00'), quick ? 1 : COUNTERS);
  for (let from = 0; from < events.length; from += BATCH)
    await postEvents(
      server.target,
      Buffer.from(JSON.stringify(events.slice(from, from + BATCH).map(toCloudEvent))),
    );
  const pool = openPool(await embeddedUrl(server.dataDir), 2, (error) => {
    throw error;
  });
  try {
    await addDaysLike(pool, {
      day,
      first: 1,
      until: Math.round(years * YEAR_DAYS),
      halfHours: quick ? 10 : HALF_HOURS,
    });
    const many = {
      root: CITY,
      units: unitCodes,
      zone: ZONE,
      perMonth: quick ? 100 : DOSSIERS_A_MONTH,
      now: Date.now(),
    };
    await addMonths(pool, many, 0, Math.ceil(years * 12));
  } finally {
    await pool.end();
  }
}

function questionsOf(day: string): Record<string, string> {
  const month = `from=${monthOf(day)}&to=${day}`;
  const year = `from=${addDays(day, 1 - YEAR_DAYS)}&to=${day}`;
  const both = `from=${addDays(day, 1 - 2 * YEAR_DAYS)}&to=${day}`;
  const week = `from=${addDays(day, -6)}&to=${day}`;
  const questions: Record<string, string> = {};
  for (const metric of COMPARED_METRICS) {
    for (const [name, days] of Object.entries({ 'a month': month, 'a year': year, 'two years': both }))
      questions[`compare ${metric}, ${name}`] = `areas/${CITY}/compare?metric=${metric}&level=units&${days}`;
    for (const area of [CITY, unitCodes[7] ?? ''])
      for (const [bucket, days] of Object.entries({ half_hour: week, day: year, week: both, month: both }))
        if (bucket !== 'half_hour' || !isDossierMetric(metric))
          questions[`history ${metric} by ${bucket}, ${area}`] =
            `areas/${area}/history?metric=${metric}&bucket=${bucket}&${days}`;
  }
  return questions;
}

function linesOf(times: ReadonlyMap<string, { young: number[]; old: number[] }>, kind: string): Line[] {
  const own = [...times].filter(([name]) => name.startsWith(kind));
  const median = (values: readonly number[]): number => percentileOf(Float64Array.from(values).sort(), 0.5);
  const slowest = own.reduce((most, one) => (median(one[1].young) > median(most[1].young) ? one : most));
  const ratios = own.map(([name, { young, old }]) => ({ name, ratio: ratiosOf(old, young) }));
  const worst = ratios.reduce((most, one) => (one.ratio.median > most.ratio.median ? one : most));
  const ms = median(slowest[1].young);
  return [
    {
      question: `history: slowest ${kind} of ${own.length} questions at two years × 126 units, p95 (${slowest[0]})`,
      figure: `${ms.toFixed(0)} ms`,
      goal: `≤ ${GOAL_MS} ms`,
      reached: ms <= GOAL_MS,
    },
    {
      question: `history: ${kind}, p95 at ten years ÷ at two, the worst question (${worst.name})`,
      figure: shown(worst.ratio, '×'),
      goal: `≤ ${GOAL_RATIO} ×`,
      reached: worst.ratio.median <= GOAL_RATIO,
      cause: 'of the rows read a test asserts on a twentieth of it',
    },
  ];
}
