import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../server/core.ts';
import { createLogger } from '../../server/logger.ts';
import { buildState } from '../../server/tools/build-state.mjs';
import { bearer, defineAll, makeKey } from '../support/city.ts';
import { startServer } from '../support/server.ts';
import { CITY, cityDay, cityDefinitions, unitCodes } from './bench-city.ts';
import { spreadOf } from './spread.ts';
import { type Line, shown } from './table.ts';

const GOAL_SECONDS = 3;
const DOOR_BATCH = 4000;
const DAY_MS = 86_400_000;
/** Counters per unit: a day of the city is some 50,000 events. */
const COUNTERS = 4;

/** From the start of the process to ready and to the city's first board, on a log of a million events. */
export async function measureBoot(quick: boolean): Promise<Line[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-bench-'));
  const pages = buildState() === 'current';
  const ready: number[] = [];
  const board: number[] = [];
  try {
    const events = await fill(dataDir, quick ? 2000 : 1_000_000);
    const server = await startServer({ dataDir, pages });
    const door = await server.door();
    const { secret } = await makeKey(door, { area: CITY, rights: ['read'] });
    await door.close();
    await server.stop();
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      const startedAt = performance.now();
      ready.push((await server.restart()) / 1000);
      const answer = await fetch(`${server.url}/api/v1/areas/${CITY}/board`, { headers: bearer(secret) });
      if (!answer.ok) throw new Error(`the board answered ${answer.status}`);
      await answer.arrayBuffer();
      board.push((performance.now() - startedAt) / 1000);
      await server.stop();
    }
    return linesOf(events, pages, ready, board);
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Tells days of the city, the last one today, through the operator's door. Gives the number of events stored. */
async function fill(dataDir: string, most: number): Promise<number> {
  const core = await openCore({ DATA_DIR: dataDir, DATABASE_URL: undefined }, createLogger('warn'));
  try {
    await defineAll(core.door, cityDefinitions);
    const today = cityDay(unitCodes, 'day-0', Date.now(), COUNTERS);
    let stored = 0;
    for (let back = Math.floor(most / today.length); back >= 0; back -= 1) {
      const day =
        back === 0 ? today : cityDay(unitCodes, `day-${back}`, Date.now() - back * DAY_MS, COUNTERS);
      for (let from = 0; from < day.length && stored < most; from += DOOR_BATCH) {
        const batch = day.slice(from, Math.min(from + DOOR_BATCH, from + most - stored));
        await core.door.submit(batch, { kind: 'operator' });
        stored += batch.length;
      }
    }
    return stored;
  } finally {
    await core.close();
  }
}

function linesOf(events: number, pages: boolean, ready: readonly number[], board: readonly number[]): Line[] {
  const spread = spreadOf(ready);
  const log = `${events.toLocaleString('en-GB')} events`;
  return [
    {
      question: `boot: start to ready, ${log}, PostgreSQL included, ${pages ? 'with' : 'without'} pages`,
      figure: shown(spread, 's'),
      goal: `≤ ${GOAL_SECONDS} s`,
      reached: spread.median <= GOAL_SECONDS,
      cause: 'loading of the programs, start of PostgreSQL, restoring of two days of tickets, in this order',
    },
    { question: `boot: start to the city's first board, ${log}`, figure: shown(spreadOf(board), 's') },
  ];
}
