import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPaths } from '../../lib/domain/paths.ts';
import { endOfDay, localDay } from '../../lib/domain/zoned-time.ts';
import type { Board } from '../../lib/wire/board.ts';
import { KNOWN } from '../../lib/wire/replay.ts';
import { type Core, openCore } from '../../server/core.ts';
import { createBoards } from '../../server/live/boards.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { createLogger } from '../../server/logger.ts';
import { createReplays, type Replays } from '../../server/replay/replays.ts';
import { CITY, cityDay, cityDefinitions, unitCodes, ZONE } from '../bench/bench-city.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const UNITS = unitCodes.slice(0, 4);
const [ward = ''] = UNITS;
/** The simulated day ends at this moment; what came later that day is the clock alone. */
const CLOSED = Date.parse('2026-11-23T17:00:00+07:00');
const EVENING = CLOSED + 2 * 3_600_000;
const all = (): boolean => true;

let database: TestDatabase;
let core: Core;
let replays: Replays;
let clock = CLOSED - 86_400_000;

beforeAll(async () => {
  database = await freshDatabase();
  const env = { DATABASE_URL: database.connectionString, DATA_DIR: '' };
  core = await openCore(env, createLogger('silent'), () => clock);
  await core.door.define(cityDefinitions, OPERATOR);
  // As it comes: a second after it happened, but for a machine that was cut off for an hour of the morning.
  const coming = cityDay(UNITS, 'day', CLOSED, 2).map((event) => {
    const cut = event.unit === UNITS[1] && Math.abs(event.at - (CLOSED - 6 * 3_600_000)) < 1_800_000;
    return { event, at: event.at + (cut ? 3_600_000 : 1_000) };
  });
  coming.sort((a, b) => a.at - b.at);
  for (let from = 0; from < coming.length; from += 20) {
    const some = coming.slice(from, from + 20);
    clock = some.at(-1)?.at ?? clock;
    await core.door.submit(
      some.map(({ event }) => event),
      OPERATOR,
    );
  }
  clock = EVENING;
  replays = createReplays(core.database.pool);
});

afterAll(async () => {
  await core.close();
  await database.drop();
});

const liveBoard = (area: string): Board | undefined => createBoards(core.memory).board(area, EVENING)?.board;

describe.each(KNOWN)('a simulated day, as known %s', (known) => {
  test.each([CITY, ward])('%s: its last moment is the live board', async (area) => {
    const answer = await replays.answer(area, { known, at: EVENING, to: EVENING, stepMs: 1000 }, all);
    expect(answer?.board).toEqual(liveBoard(area));
    expect(answer?.board.totals.issued).toBeGreaterThan(20);
  });

  test.each([CITY, ward])('%s: played from its morning it ends in the live board (Y3)', async (area) => {
    let at = CLOSED - 10 * 3_600_000;
    let board: Board | undefined;
    let sessions = new Set<string>();
    while (at < EVENING) {
      const answer = await replays.answer(
        area,
        { known, at, to: Math.min(at + 3_600_000, EVENING), stepMs: 300_000 },
        all,
      );
      board ??= answer?.board;
      for (const { put, remove } of answer?.steps ?? []) board = board && applyPaths(board, put, remove);
      sessions = sessions.add(answer?.epoch ?? '');
      expect(answer?.until).toBeGreaterThan(at);
      at = answer?.until ?? EVENING;
    }
    expect(board).toEqual(liveBoard(area));
    expect(sessions.size).toBe(1);
  });
});

test('Y1: what came late is not known then and is known now', async () => {
  const at = CLOSED - 6 * 3_600_000;
  const [then, now] = await Promise.all(
    KNOWN.map((known) => replays.answer(UNITS[1] ?? '', { known, at, to: at, stepMs: 1000 }, all)),
  );
  expect(then?.board.totals.issued).toBeLessThan(now?.board.totals.issued ?? 0);
});

test('Y1: an area that was not there yet has no board then, and has one as known now', async () => {
  const at = CLOSED - 30 * 86_400_000;
  expect(await replays.answer(CITY, { known: 'then', at, to: at, stepMs: 1000 }, all)).toBeNull();
  const now = await replays.answer(CITY, { known: 'now', at, to: at, stepMs: 1000 }, all);
  expect(now?.board.totals).toMatchObject({ issued: 0, waiting: null });
});

test('Y2: units that the reader may not see today are left out and counted', async () => {
  const question = { known: 'then', at: EVENING, to: EVENING, stepMs: 1000 } as const;
  const answer = await replays.answer(CITY, question, (unit) => unit !== ward);
  expect(answer?.leftOut).toBe(1);
  expect(Object.keys(answer && 'units' in answer.board ? answer.board.units : {})).not.toContain(ward);
  const whole = await replays.answer(CITY, question, all);
  expect(whole?.leftOut).toBe(0);
});

test('Y3: a day ends with its midnight; whoever plays on starts anew there', async () => {
  const midnight = endOfDay(ZONE, localDay(ZONE, CLOSED));
  clock = midnight + 3_600_000;
  const late = { known: 'then', at: midnight - 600_000, to: midnight + 600_000, stepMs: 60_000 } as const;
  const answer = await replays.answer(CITY, late, all);
  expect(answer?.until).toBe(midnight);
  const next = await replays.answer(CITY, { ...late, at: midnight, to: midnight }, all);
  expect(next?.board.header.day).not.toBe(answer?.board.header.day);
  clock = EVENING;
});
