import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import playwrightConfig from '../../playwright.config.ts';
import { buildState } from '../../server/tools/build-state.mjs';
import {
  chartsShown,
  type FirstLoad,
  firstLoad,
  MOST_SCRIPT_KB,
  openFreshPage,
} from '../support/first-load.ts';
import { signIn } from '../support/signed-in.ts';
import { CITY, cityDay, unitCodes } from './bench-city.ts';
import { postEvents } from './post-events.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { spreadOf } from './spread.ts';
import { type Line, shown } from './table.ts';
import { timeUpdates, updateTimes } from './update-times.ts';

const BATCH = 500;
const EVERY_MS = 500;
const COUNTERS = 4;

/** The overview of 126 units in Chromium, production build: scripts it loads, and how long a delta takes to be seen. */
export async function measureOverview(quick: boolean): Promise<Line[]> {
  if (buildState() !== 'current')
    return [{ question: 'overview of 126 units', figure: 'not measured: no build of these sources' }];
  const server = await startUnderLoad({ pages: true });
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const door = await server.door();
    const leader = await signIn({ url: server.url, door }, { role: 'leader', area: CITY });
    await door.close();
    const days = unitCodes.map((unit) => cityDay([unit], 'overview', Date.now(), COUNTERS));
    await tell(
      server,
      days.flatMap((day) => day.slice(0, day.length / 2)),
    );
    const rest = days.map((day) => day.slice(day.length / 2).values());
    const loads: FirstLoad[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1)
      loads.push(await firstLoad(browser, leader, `${server.url}/areas/${CITY}`));

    const page = await openFreshPage(browser, leader);
    await timeUpdates(page);
    await page.goto(`${server.url}/areas/${CITY}`);
    await chartsShown(page);
    const updates = async (share: number): Promise<number[]> => {
      await updateTimes(page);
      for (let turn = 0; turn < (quick ? 3 : 60); turn += 1) {
        const changed = rest.filter((_, unit) => (unit + turn) % Math.round(1 / share) === 0);
        await tell(
          server,
          changed.flatMap((day) => day.next().value ?? []),
        );
        await delay(EVERY_MS);
      }
      return updateTimes(page);
    };
    const all = await updates(1);
    const fifth = await updates(0.2);
    return linesOf(loads, all, fifth);
  } finally {
    await browser.close();
    await server.remove();
  }
}

async function tell({ target }: ServerUnderLoad, events: readonly SourceEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += BATCH) {
    const batch = events.slice(from, from + BATCH).map(toCloudEvent);
    await postEvents(target, Buffer.from(JSON.stringify(batch)));
  }
}

function linesOf(loads: readonly FirstLoad[], all: readonly number[], fifth: readonly number[]): Line[] {
  const size = (question: string, values: readonly number[], goal: number, cause: string): Line => ({
    question: `overview: script on the wire (gzip) ${question}`,
    figure: shown(spreadOf(values), 'KB'),
    goal: `≤ ${goal} KB`,
    reached: spreadOf(values).median <= goal,
    cause,
  });
  const numbers = loads.map(({ numbersKb }) => numbersKb);
  const charts = loads.map(({ chartsKb }) => chartsKb);
  return [
    size('until the numbers are live', numbers, MOST_SCRIPT_KB.numbers, 'Next and React are 135 KB of it'),
    size('with charts', charts, MOST_SCRIPT_KB.charts, 'Next, React and Recharts are 245 KB of it'),
    { question: 'overview: delta to paint, all 126 rows change', figure: shown(spreadOf(all), 'ms') },
    { question: 'overview: delta to paint, every fifth row changes', figure: shown(spreadOf(fifth), 'ms') },
  ];
}
