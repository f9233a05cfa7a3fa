import { COMPARED_METRICS } from '../../lib/domain/compared-metric.ts';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { isDossierMetric } from '../../lib/domain/figure.ts';
import { addDays, instantOf, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { openPool } from '../../server/db/open-pool.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { addDaysLike } from '../support/many-days.ts';
import { addMonths } from '../support/many-dossiers.ts';
import { askBoth, atRest, readyAgain } from './asked-in-turn.ts';
import { CITY, cityDay, unitCodes, ZONE } from './bench-city.ts';
import { postEvents } from './post-events.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { percentileOf, ratiosOf, type Spread, spreadOf } from './spread.ts';
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
/** Every question is asked so many times of each; where that leaves a doubt, anew in rounds. */
const TURNS = 10;
const DOUBTED = { rounds: 4, turns: 20 };
/** Shares of the goals from which on few turns leave a doubt. */
const DOUBT_MS = 0.75 * GOAL_MS;
const DOUBT_RATIO = 1.1;

/** Milliseconds of a question, sorted, by rounds. */
type Times = { young: Float64Array[]; old: Float64Array[] };

/** Every comparison and history of two years of 126 units, and how much longer it takes at ten years. */
export async function measureHistory(quick: boolean): Promise<Line[]> {
  const young = await startUnderLoad();
  const old = await startUnderLoad();
  try {
    // Yesterday: the day that runs is read from its tickets too.
    const day = addDays(localDay(ZONE, Date.now()), -1);
    await Promise.all([
      grow(young, day, quick ? 0.1 : YEARS.young, quick),
      grow(old, day, quick ? 0.3 : YEARS.old, quick),
    ]);
    for (const server of [young, old]) await readyAgain(server);
    await Promise.all([young, old].map(atRest));
    const asked = Object.entries(questionsOf(day)).filter((_, number) => !quick || number % 20 === 0);
    const ask = async (path: string, rounds: number, turns: number): Promise<Times> => {
      const times: Times = { young: [], old: [] };
      for (let round = 0; round < rounds; round += 1) {
        const [atTwo, atTen] = await askBoth([young, old], [path], turns);
        times.young.push(atTwo);
        times.old.push(atTen);
      }
      return times;
    };
    const answered: Answered[] = [];
    for (const [name, path] of asked) {
      await ask(path, 1, 1);
      const first = await ask(path, 1, quick ? 2 : TURNS);
      const doubted = !quick && isDoubtful(first);
      answered.push({
        name,
        doubted,
        times: doubted ? await ask(path, DOUBTED.rounds, DOUBTED.turns) : first,
      });
    }
    return [...linesOf(answered, 'compare'), ...linesOf(answered, 'history')];
  } finally {
    for (const server of [young, old]) await server.remove();
  }
}

type Answered = { name: string; doubted: boolean; times: Times };

const together = (rounds: readonly Float64Array[]): Float64Array =>
  Float64Array.from(rounds.flatMap((took) => [...took])).sort();

/** A percentile of all turns together; least and most are those of the rounds. */
const spreadAt = (share: number, rounds: readonly Float64Array[]): Spread => ({
  ...spreadOf(rounds.map((took) => percentileOf(took, share))),
  median: percentileOf(together(rounds), share),
});

/** What ten years take of two, in the same way. */
const ratioAt = (share: number, { young, old }: Times): Spread => {
  const at = (rounds: readonly Float64Array[]): number[] => rounds.map((took) => percentileOf(took, share));
  return {
    ...ratiosOf(at(old), at(young)),
    median: spreadAt(share, old).median / spreadAt(share, young).median,
  };
};

/** Whether the goals may be missed for all that few turns say; then only what is asked anew counts. */
const isDoubtful = (times: Times): boolean =>
  spreadAt(0.95, times.young).median > DOUBT_MS ||
  [0.5, 0.95].some((share) => ratioAt(share, times).median > DOUBT_RATIO);

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
    const many = {
      root: CITY,
      units: unitCodes,
      zone: ZONE,
      perMonth: quick ? 100 : DOSSIERS_A_MONTH,
      now: Date.now(),
    };
    const until = Math.round(years * YEAR_DAYS);
    // Tables of their own: each by a connection.
    await Promise.all([
      addDaysLike(pool, { day, first: 1, until, halfHours: quick ? 10 : HALF_HOURS }),
      addMonths(pool, many, 0, Math.ceil(years * 12)),
    ]);
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

function linesOf(answered: readonly Answered[], kind: string): Line[] {
  const own = answered
    .filter(({ name }) => name.startsWith(kind))
    .map(({ name, doubted, times }) => ({
      name,
      doubted,
      n: together(times.young).length,
      ms: spreadAt(0.95, times.young),
      ratio: ratioAt(0.95, times),
    }));
  const slowest = own.reduce((most, one) => (one.ms.median > most.ms.median ? one : most));
  const worst = own.reduce((most, one) => (one.ratio.median > most.ratio.median ? one : most));
  const doubted = own.filter((one) => one.doubted).length;
  const asked = `${own.length} questions, ${doubted} of them asked anew`;
  return [
    {
      question: `history: slowest ${kind} of ${asked}, two years × 126 units, p95 of ${slowest.n} (${slowest.name})`,
      figure: shown(slowest.ms, 'ms'),
      goal: `≤ ${GOAL_MS} ms`,
      reached: slowest.ms.median <= GOAL_MS,
    },
    {
      question: `history: ${kind}, p95 at ten years ÷ at two, the worst of ${asked}, p95 of ${worst.n} (${worst.name})`,
      figure: shown(worst.ratio, '×'),
      goal: `≤ ${GOAL_RATIO} ×`,
      reached: worst.ratio.median <= GOAL_RATIO,
      cause: 'of the rows read a test asserts on a twentieth of it',
    },
  ];
}
