import { addDays, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { openPool } from '../../server/db/open-pool.ts';
import { bearer } from '../support/city.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { addMonths, type ManyDossiers } from '../support/many-dossiers.ts';
import { CITY, unitCodes, ZONE } from './bench-city.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { percentileOf, ratiosOf, spreadOf } from './spread.ts';
import { type Line, shown } from './table.ts';

const DOSSIERS = 5_000_000;
const MONTHS = 120;
/** The month that is asked about, and the one from which what was open when it began comes. */
const YOUNG_MONTHS = 2;
const GOAL_RATIO = 1.2;
const CONNECTIONS = 2;

type Questions = Record<string, readonly string[]>;
/** Milliseconds of every question: the p95 of each round. */
type Times = Map<string, number[]>;

/** Five million dossiers of ten years: what overview and list take, beside the same city when it was a month old. */
export async function measureDossiers(quick: boolean): Promise<Line[]> {
  const many: ManyDossiers = {
    root: CITY,
    units: unitCodes,
    zone: ZONE,
    perMonth: quick ? 60 : Math.ceil(DOSSIERS / MONTHS),
    now: Date.now(),
  };
  const server = await startUnderLoad();
  const months = quick ? 6 : MONTHS;
  try {
    const questions = questionsOf(many.now);
    await grow(server, many, 0, YOUNG_MONTHS);
    const young = await askAgain(server, questions, quick);
    await grow(server, many, YOUNG_MONTHS, months);
    const old = await askAgain(server, questions, quick);
    return [
      ...linesOf(questions, young.times, old.times, many.perMonth * months),
      readyLine(young.readyMs, old.readyMs),
    ];
  } finally {
    await server.remove();
  }
}

async function grow(
  { dataDir }: ServerUnderLoad,
  many: ManyDossiers,
  first: number,
  until: number,
): Promise<void> {
  const pool = openPool(await embeddedUrl(dataDir), CONNECTIONS, (error) => {
    throw error;
  });
  await addMonths(pool, many, first, until).finally(() => pool.end());
}

function questionsOf(now: number): Questions {
  const today = localDay(ZONE, now);
  const month = `from=${monthOf(today)}&to=${today}`;
  const last = addDays(monthOf(today), -1);
  const before = `from=${monthOf(last)}&to=${last}`;
  const city = `areas/${CITY}`;
  return {
    overview: [`${city}/board`, `${city}/kpis?${month}`, `${city}/compare?metric=onTimeOfSettled&${month}`],
    list: [`dossiers?area=${CITY}&${month}`],
    'list of open': [`dossiers?area=${CITY}&state=open`],
    'list of late': [`dossiers?area=${CITY}&state=late&${month}`],
    'month before, of the city': [`${city}/kpis?${before}`],
    'month before, of a ward': [`areas/${unitCodes[7]}/kpis?${before}`],
    'what to correct': [`${city}/dossiers-to-correct`],
  };
}

/** Starts the server anew, so that its memory holds what the tables say, and asks everything in turn. */
async function askAgain(
  server: ServerUnderLoad,
  questions: Questions,
  quick: boolean,
): Promise<{ times: Times; readyMs: number }> {
  await server.stop();
  const readyMs = await server.restart();
  const times: Times = new Map(Object.keys(questions).map((name) => [name, []]));
  for (let round = 0; round <= (quick ? 1 : 5); round += 1) {
    for (const [name, paths] of Object.entries(questions)) {
      const took: number[] = [];
      for (let turn = 0; turn < (quick ? 5 : 60); turn += 1) took.push(await timeOf(server, paths));
      // The first round warms up.
      if (round > 0)
        times.get(name)?.push(
          percentileOf(
            took.sort((a, b) => a - b),
            0.95,
          ),
        );
    }
  }
  return { times, readyMs };
}

/** Asked at once, as a page does. */
async function timeOf(server: ServerUnderLoad, paths: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: bearer(server.target.secret) });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
    }),
  );
  return performance.now() - startedAt;
}

function linesOf(questions: Questions, young: Times, old: Times, n: number): Line[] {
  const many = `${n.toLocaleString('en-GB')} dossiers of ten years, written as rows`;
  return Object.keys(questions).flatMap((name): Line[] => {
    const [then, now] = [young.get(name) ?? [], old.get(name) ?? []];
    const ratio = ratiosOf(now, then);
    const goal = name === 'overview' || name === 'list';
    return [
      { question: `dossiers: ${name}, p95, ${many}`, figure: shown(spreadOf(now), 'ms') },
      {
        question: `dossiers: ${name}, p95 at ten years ÷ at one month`,
        figure: shown(ratio, '×'),
        ...(goal && { goal: `≤ ${GOAL_RATIO} ×`, reached: ratio.median <= GOAL_RATIO }),
        cause:
          'measured one after the other, so the machine’s noise is in it; a test asserts on the rows read',
      },
    ];
  });
}

const readyLine = (young: number, old: number): Line => ({
  question: 'dossiers: start to ready, at ten years and at one month',
  figure: `${Math.round(old)} ms and ${Math.round(young)} ms`,
});
