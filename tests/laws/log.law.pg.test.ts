import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../../server/core.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { verify } from '../../server/log/verify.ts';
import { arbitraryArrival, arbitraryEvents, LAW_ZONE } from '../support/arbitrary-events.ts';
import { boardsOf, LAW_UNITS } from '../support/law-city.ts';
import {
  cityDefinitions,
  cityNames,
  foldedMemory,
  inCity,
  LAW_NOW,
  openLawCore,
} from '../support/law-core.ts';
import { lawPatienceMs, lawRuns } from '../support/law-runs.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { recountInSql } from '../support/sql-recount.ts';

let database: TestDatabase;
let core: Core;

beforeAll(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
});
afterAll(async () => {
  await core.close();
  await database.drop();
});

async function reopen(): Promise<void> {
  await core.close();
  core = await openLawCore(database.connectionString);
}

/** Hands events in as several senders would: in portions, some of them under way at the same time. */
async function submitApart(arrival: readonly SourceEvent[], sizes: readonly number[]) {
  const calls = [];
  let from = 0;
  for (let n = 0; from < arrival.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    const call = core.door.submit(arrival.slice(from, from + size), { kind: 'operator' });
    calls.push(call);
    if (size % 2 === 0) await call;
    from += size;
  }
  return (await Promise.all(calls)).flat();
}

const split = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const sent = arbitraryEvents(LAW_UNITS).chain((events) =>
  fc.tuple(fc.constant(events), arbitraryArrival(events), split),
);

test(
  'L5: the boards of a running server are the fold of its whole log and the recount in SQL, whatever was sent twice',
  async () => {
    const today = localDay(LAW_ZONE, LAW_NOW);
    await fc.assert(
      fc.asyncProperty(sent, fc.nat({ max: 4 }), async ([events, arrival, sizes], restart) => {
        const names = cityNames();
        const areas = Object.values(names);
        await core.door.define(cityDefinitions(names), OPERATOR);
        const told = inCity(arrival, names);
        const outcomes = await submitApart(told.slice(0, told.length / 2), sizes);
        // What memory has thrown away must come back from the tables before late facts change it.
        if (restart === 1) await reopen();
        outcomes.push(...(await submitApart(told.slice(told.length / 2), sizes)));
        const ahead = events.filter(({ at }) => at > LAW_NOW + 300_000).length;
        expect(outcomes.filter(({ status }) => status === 'stored')).toHaveLength(events.length - ahead);
        expect(outcomes.every((one) => one.status !== 'rejected' || one.error.code === 'clock_ahead')).toBe(
          true,
        );

        const boards = boardsOf(core.memory, LAW_NOW, areas);
        expect(boards).toEqual(boardsOf(await foldedMemory(core, areas), LAW_NOW, areas));

        const recount = await recountInSql(database.pool, names.city);
        expect(recount.rollups).toEqual(recount.events);
        for (const [code, board] of Object.entries(boards)) {
          if (!board) throw new Error('an area without a board');
          const below = Object.values(names).filter(
            (unit) => core.memory.units.has(unit) && isBelow(unit, code),
          );
          const sum = (column: 'issued' | 'ratings'): number =>
            recount.events
              .filter(({ unit, day }) => below.includes(unit) && day === today)
              .reduce((total, row) => total + row[column], 0);
          expect(board.totals.issued).toBe(sum('issued'));
          expect(board.totals.satisfiedToday[1]).toBe(sum('ratings'));
          if ('counters' in board)
            expect(statesOf(board.counters)).toMatchObject(recount.counters[code] ?? {});
        }

        if (restart === 0) {
          await core.close();
          core = await openLawCore(database.connectionString);
          expect(boardsOf(core.memory, LAW_NOW, areas)).toEqual(boards);
        }
      }),
      { numRuns: lawRuns(200), endOnFailure: true },
    );
    const findings: unknown[] = [];
    await verify(database.connectionString, {
      found: (finding) => findings.push(finding),
      onEvents: () => undefined,
    });
    expect(findings).toEqual([]);
  },
  lawPatienceMs,
);

const isBelow = (unit: string, code: string): boolean =>
  unit === code || code.endsWith('.city') || (code.endsWith('.d1') && !unit.endsWith('.w3'));

const statesOf = (counters: Record<string, { state: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(counters).map(([counter, { state }]) => [counter, state]));
