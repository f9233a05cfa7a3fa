import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { addDays, instantOf, localDay } from '../../lib/domain/zoned-time.ts';
import { KNOWN } from '../../lib/wire/replay.ts';
import { openPool } from '../../server/db/open-pool.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { addMonths } from '../support/many-dossiers.ts';
import { atRest, readyAgain, timeOf } from './asked-in-turn.ts';
import { CITY, cityDay, unitCodes, ZONE } from './bench-city.ts';
import { postEvents } from './post-events.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { percentileOf } from './spread.ts';
import type { Line } from './table.ts';

const DAYS = 22;
const SEEKS = 60;
const DOSSIERS_A_MONTH = 16_000;
const GOAL_MS = 1000;
const COUNTERS = 3;
const BATCH = 500;

/** How long it takes to be at any moment of a month of 126 units, as known then and as known now. */
export async function measureSeek(quick: boolean): Promise<Line[]> {
  const server = await startUnderLoad();
  try {
    const last = addDays(localDay(ZONE, Date.now()), -1);
    const days = quick ? 2 : DAYS;
    let events = 0;
    for (let back = days - 1; back >= 0; back -= 1)
      events += await tellDay(server, addDays(last, -back), quick ? 1 : COUNTERS);
    await asIfItHadCome(server, quick);
    await readyAgain(server);
    await atRest(server);
    const lines: Line[] = [];
    for (const area of [CITY, unitCodes[7] ?? ''])
      for (const known of KNOWN) {
        const took = new Float64Array(quick ? 3 : SEEKS);
        for (const seek of took.keys()) {
          // Spread over the month and over the hours of its days, the same at every run.
          const day = addDays(last, -((seek * 7) % days));
          const at = instantOf(ZONE, day, '07:30') + ((seek * 7919) % 570) * 60_000;
          const query = `at=${new Date(at).toISOString()}&known=${known}`;
          took[seek] = await timeOf(server, [`areas/${area}/replay?${query}`]);
        }
        const p95 = percentileOf(took.sort(), 0.95);
        lines.push({
          question: `seek: any moment of a month of ${area === CITY ? '126 units' : 'one unit'}, as known ${known}, p95, ${events.toLocaleString('en-GB')} events`,
          figure: `${p95.toFixed(0)} ms (half within ${percentileOf(took, 0.5).toFixed(0)} ms)`,
          goal: `≤ ${GOAL_MS} ms`,
          reached: p95 <= GOAL_MS,
        });
      }
    return lines;
  } finally {
    await server.remove();
  }
}

async function tellDay(server: ServerUnderLoad, day: string, counters: number): Promise<number> {
  const events = cityDay(unitCodes, day, instantOf(ZONE, day, '17:00'), counters);
  for (let from = 0; from < events.length; from += BATCH)
    await postEvents(
      server.target,
      Buffer.from(JSON.stringify(events.slice(from, from + BATCH).map(toCloudEvent))),
    );
  return events.length;
}

/** The month came in an hour; its log is written as if every event had been received when it happened. */
async function asIfItHadCome(server: ServerUnderLoad, quick: boolean): Promise<void> {
  const pool = openPool(await embeddedUrl(server.dataDir), 2, (error) => {
    throw error;
  });
  try {
    await pool.query(`UPDATE event SET received_at = CASE WHEN type ~ '^(ticket|rating|counter|issuing)[.]'
      THEN at + interval '300 milliseconds' ELSE at - interval '90 days' END`);
    const perMonth = quick ? 100 : DOSSIERS_A_MONTH;
    const many = { root: CITY, units: unitCodes, zone: ZONE, perMonth, now: Date.now() };
    await addMonths(pool, many, 0, 2);
    for (const table of ['event', 'ticket', 'rating']) await pool.query(`VACUUM (FULL, ANALYZE) ${table}`);
  } finally {
    await pool.end();
  }
}
