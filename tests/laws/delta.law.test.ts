import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { applyPaths, pathsOf } from '../../lib/domain/paths.ts';
import { AREA_MAPS, UNIT_MAPS } from '../../lib/wire/board.ts';
import { createBoards } from '../../server/live/boards.ts';
import { channelsOf } from '../../server/live/channel.ts';
import { arbitraryEvents, arbitraryInstant } from '../support/arbitrary-events.ts';
import { foldInto, LAW_AREAS, LAW_UNITS, lawMemory } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';
import { roomServer } from '../support/room-server.ts';

const area = fc.constantFrom(...LAW_AREAS);
/** Boards of desks, and what walls show. */
const channel = fc.constantFrom(...LAW_AREAS.flatMap(channelsOf));
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('tell' as const), n: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('push' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), area: channel }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('turn' as const), n: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stall' as const), n: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('catchUp' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(300, 60_000, 301_000, 11 * 60_000, 3_600_000, 86_400_000),
    }),
  },
);

test('L2: a snapshot and the deltas after it make the board that the fold makes, whatever was missed', () => {
  const seen = { readers: 0, snapshots: 0, messages: 0, online: 0 };
  const play = fc.tuple(
    arbitraryEvents(LAW_UNITS),
    arbitraryInstant,
    fc.array(step, { minLength: 5, maxLength: 20, size: 'max' }),
  );
  fc.assert(
    fc.property(play, ([events, startAt, steps]) => {
      const server = roomServer(startAt);
      let told: readonly SourceEvent[] = events;
      server.join('city');
      for (const one of steps) {
        if (one.do === 'tell') {
          server.tell(told.slice(0, one.n));
          told = told.slice(one.n);
        } else if (one.do === 'push') server.push();
        else if (one.do === 'join') server.join(one.area);
        else if (one.do === 'pass') server.pass(one.ms);
        else if (one.do === 'forget') server.forgetUnused();
        else if (one.do === 'catchUp') server.catchUp();
        else {
          const reader = server.readers[one.n % server.readers.length];
          if (reader) server[one.do](reader);
        }
      }
      for (const reader of server.readers) reader.slow = false;
      server.catchUp();
      server.push();
      for (const { area: code, held, online } of server.readers) {
        if (!online) continue;
        seen.online += 1;
        expect(held?.board, code).toEqual(server.board(code));
      }
      seen.readers += server.readers.length;
      seen.snapshots += server.told.snapshots;
      seen.messages += server.told.messages;
    }),
    { numRuns: lawRuns(2_000) },
  );
  // Readers must live on deltas for the most part, or the law would say little.
  expect(seen.online).toBeGreaterThan(seen.readers / 3);
  expect(seen.messages).toBeGreaterThan(seen.readers / 3);
});

test('L2, D1: the difference of the paths of any two boards turns one into the other', () => {
  fc.assert(
    fc.property(
      arbitraryEvents(LAW_UNITS),
      fc.nat({ max: 40 }),
      area,
      arbitraryInstant,
      (events, cut, code, at) => {
        const boardAt = (until: number) => {
          const memory = lawMemory();
          foldInto(memory, events.slice(0, until));
          return createBoards(memory).board(code, at)?.board;
        };
        const [before, after] = [boardAt(cut), boardAt(events.length)];
        if (!before || !after) throw new Error('no board');
        const maps = 'units' in after ? AREA_MAPS : UNIT_MAPS;
        const [held, wanted] = [pathsOf(before, maps), pathsOf(after, maps)];
        const remove = [...held.keys()].filter((path) => !wanted.has(path));
        expect(applyPaths(before, Object.fromEntries(wanted), remove)).toEqual(after);
      },
    ),
    { numRuns: lawRuns(2_000) },
  );
});
