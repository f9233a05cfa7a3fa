import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tree } from '../../lib/domain/tree.ts';
import { KNOWN } from '../../lib/wire/replay.ts';
import { seqAt } from '../../server/log/seq-at.ts';
import { queryOf } from '../../server/read/query-of.ts';
import { momentAt } from '../../server/replay/past.ts';
import { pastMemory } from '../../server/replay/past-memory.ts';
import { createPastTrees } from '../../server/replay/past-tree.ts';
import { cityDay } from '../bench/bench-city.ts';
import { areaDefinition } from '../support/city.ts';
import { daysEarlier } from '../support/many-days.ts';
import { addMonths } from '../support/many-dossiers.ts';
import { openReadCity, type ReadCity } from '../support/read-city.ts';
import { explained } from '../support/rows-read.ts';

const DAY = '2026-11-30';
const CLOSED = Date.parse(`${DAY}T17:00:00+07:00`);
const DAY_MS = 86_400_000;
/** A moment of a day in whose month there are days before it and after it. */
const AT = CLOSED - 2 * DAY_MS - 3 * 3_600_000;
const OPERATOR = { kind: 'operator' } as const;
const UNITS = Array.from({ length: 6 }, (_, n) => `w${n}`);

let city: ReadCity;
let tree: Tree;
let ticketsADay = 0;

const tell = async (...back: number[]): Promise<void> => {
  const day = cityDay(UNITS, 'day', CLOSED, 2);
  for (const n of back) await city.core.door.submit(n === 0 ? day : daysEarlier(day, n), OPERATOR);
};

beforeAll(async () => {
  city = await openReadCity(...UNITS.map((code) => areaDefinition(code, 'city', 'ward')));
  city.setNow(`${DAY}T18:00:00+07:00`);
  tree = city.core.memory.tree;
  const many = { root: 'city', units: UNITS, zone: 'Asia/Ho_Chi_Minh', perMonth: 250, now: CLOSED };
  await addMonths(city.core.database.pool, many, 0, 2);
  await tell(3, 2, 1);
  await asIfItHadCome();
  const { rows } = await city.core.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM ticket WHERE service_day = $1',
    ['2026-11-28'],
  );
  ticketsADay = rows[0]?.n ?? 0;
});
afterAll(() => city.close());

/** What came at once is written as if it had been received when it happened, in that order. */
async function asIfItHadCome(): Promise<void> {
  const { pool } = city.core.database;
  await pool.query(
    `UPDATE event SET received_at = least(at, '2026-01-01') WHERE type !~ '^(ticket|rating|counter|issuing)[.]'`,
  );
  await pool.query(
    `UPDATE event SET received_at = at + interval '300 milliseconds' WHERE type ~ '^(ticket|rating|counter|issuing)[.]'`,
  );
  for (const table of ['event', 'ticket', 'rating']) await pool.query(`VACUUM (ANALYZE) ${table}`);
}

async function rowsOf(known: (typeof KNOWN)[number]): Promise<number> {
  const { pool, touched } = explained(city.core.database.pool);
  const query = queryOf(pool);
  const moment = momentAt(
    known,
    AT,
    await seqAt(query, known === 'then' ? AT : Number.MAX_SAFE_INTEGER / 1000),
  );
  touched();
  const { memory } = await pastMemory(query, tree, 'city', moment);
  expect([...memory.units.values()].reduce((sum, { tickets }) => sum + tickets.size, 0)).toBeGreaterThan(
    ticketsADay / 2,
  );
  return touched().rows;
}

test('Y2: a moment reads the tickets and ratings of its day and the eve and the sums of its month, not what was told', async () => {
  for (const known of KNOWN) expect(await rowsOf(known), known).toBeLessThan(8 * ticketsADay);
});

test('Y1: the tree of a moment is found among the definitions, not in what was told, and each part of the log is looked through once', async () => {
  const { pool, touched } = explained(city.core.database.pool);
  const query = queryOf(pool);
  const trees = createPastTrees();
  const definitions = tree.areas.size;
  touched();
  const { seq } = city.core.memory.head;
  const found = await trees(query, seq);
  expect([...found.areas.keys()]).toEqual([...tree.areas.keys()]);
  expect(touched().rows).toBeLessThanOrEqual(2 * definitions);
  expect(await trees(query, seq - 1)).toBe(found);
  expect(touched().rows).toBe(0);
  const first = await trees(query, 1);
  expect(first.areas.size).toBe(1);
});

test('Y2: days before and after cost a past moment only their sums', async () => {
  const before = await Promise.all(KNOWN.map(rowsOf));
  await tell(0, 4, 5, 6, 7, 8);
  await asIfItHadCome();
  const sums = UNITS.length * 4 * 5;
  for (const [n, known] of KNOWN.entries())
    expect(await rowsOf(known), `${known}, before ${before[n]}`).toBeLessThanOrEqual(
      1.1 * (before[n] ?? 0) + sums,
    );
});
