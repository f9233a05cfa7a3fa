import { addDays, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { openPool } from '../../server/db/open-pool.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { addMonths, type ManyDossiers } from '../support/many-dossiers.ts';
import { askBoth, readyAgain } from './asked-in-turn.ts';
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
const ROUNDS = 5;
const TURNS = 60;

type Questions = Record<string, readonly string[]>;
/** Milliseconds of every question: the p95 of each round. */
type Times = Map<string, { young: number[]; old: number[] }>;

/** Five million dossiers of ten years: what overview and list take, beside the same city when it was a month old. */
export async function measureDossiers(quick: boolean): Promise<Line[]> {
  const many: ManyDossiers = {
    root: CITY,
    units: unitCodes,
    zone: ZONE,
    perMonth: quick ? 60 : Math.ceil(DOSSIERS / MONTHS),
    now: Date.now(),
  };
  const months = quick ? 6 : MONTHS;
  const young = await startUnderLoad();
  const old = await startUnderLoad();
  try {
    await grow(young, many, YOUNG_MONTHS);
    await grow(old, many, months);
    // Started anew, so that their memory holds what the tables say.
    const readyMs = [await readyAgain(young), await readyAgain(old)];
    const questions = questionsOf(many.now);
    const times: Times = new Map(Object.keys(questions).map((name) => [name, { young: [], old: [] }]));
    for (let round = 0; round <= (quick ? 1 : ROUNDS); round += 1)
      for (const [name, paths] of Object.entries(questions)) {
        const [then, now] = await askBoth([young, old], paths, quick ? 5 : TURNS);
        // The first round warms up.
        if (round === 0) continue;
        times.get(name)?.young.push(percentileOf(then, 0.95));
        times.get(name)?.old.push(percentileOf(now, 0.95));
      }
    return [...linesOf(times, many.perMonth * months), readyLine(readyMs)];
  } finally {
    for (const server of [young, old]) await server.remove();
  }
}

async function grow({ dataDir }: ServerUnderLoad, many: ManyDossiers, months: number): Promise<void> {
  const pool = openPool(await embeddedUrl(dataDir), CONNECTIONS, (error) => {
    throw error;
  });
  await addMonths(pool, many, 0, months).finally(() => pool.end());
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

function linesOf(times: Times, n: number): Line[] {
  const many = `${n.toLocaleString('en-GB')} dossiers of ten years, written as rows`;
  return [...times].flatMap(([name, { young, old }]): Line[] => {
    const ratio = ratiosOf(old, young);
    const goal = name === 'overview' || name === 'list';
    return [
      { question: `dossiers: ${name}, p95, ${many}`, figure: shown(spreadOf(old), 'ms') },
      {
        question: `dossiers: ${name}, p95 at ten years ÷ at one month`,
        figure: shown(ratio, '×'),
        ...(goal && { goal: `≤ ${GOAL_RATIO} ×`, reached: ratio.median <= GOAL_RATIO }),
        cause:
          'pages that the small database has in its memory come from the disk’s cache; a test asserts on the rows read',
      },
    ];
  });
}

const readyLine = ([young = 0, old = 0]: readonly number[]): Line => ({
  question: 'dossiers: start to ready, at ten years and at one month',
  figure: `${Math.round(old)} ms and ${Math.round(young)} ms`,
});
