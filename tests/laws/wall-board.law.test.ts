import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needsAttention } from '../../lib/domain/attention.ts';
import type { WallBoard } from '../../lib/wire/wall-board.ts';
import { createBoards } from '../../server/live/boards.ts';
import { arbitraryEvents, arbitraryInstant, LAW_DAY } from '../support/arbitrary-events.ts';
import { foldInto, LAW_AREAS, LAW_UNITS, lawMemory } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

/** Any instant, and often one at which the day's queue stands. */
const instant = fc.oneof(arbitraryInstant, fc.constant(Date.parse(`${LAW_DAY}T09:40:00+07:00`)));

/** Every field that a wall may be sent; what stands below a map's key is written with a star. */
const HEADER =
  'header.code header.name header.nameEn header.kind header.label header.demo header.timezone header.day header.monthFrom header.sessions';
const TARGETS =
  'targets.satisfied.value targets.satisfied.source targets.satisfied.from targets.onTime.value targets.onTime.source targets.onTime.from targets.within.value targets.within.source targets.within.from targets.within.seconds';
const TOTALS = 'totals.within totals.satisfiedMonth totals.onTimeMonth totals.lastEventAt';
const ALLOWED = {
  command: new Set(
    `view ${HEADER} header.grain ${TOTALS} ${TARGETS} places.*.name places.*.nameEn places.*.group places.*.queue units.*.w units.*.s units.*.m units.*.l units.*.q units.*.z units.*.d`.split(
      ' ',
    ),
  ),
  hall: new Set(
    `view ${HEADER} header.queue header.hotline ${TOTALS} totals.waiting totals.openCounters totals.silentFrom ${TARGETS} services.*.name services.*.nameEn services.*.waiting services.*.collecting services.*.wait services.*.openCounters services.*.stoppedSince calls.*.number calls.*.at calls.*.state calls.*.priority calls.*.collects missed.*.at missed.*.collects`.split(
      ' ',
    ),
  ),
};
const MAPS = new Set(['places', 'units', 'services', 'calls', 'missed']);
/** Values that are told whole: lists, counts and the range of a wait. */
const WHOLE = new Set(['header.sessions', 'services.*.wait']);

function fieldsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || WHOLE.has(path)) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsOf(inner, path === '' ? key : `${path}.${MAPS.has(path) ? '*' : key}`),
  );
}

const wallOf = (board: unknown): WallBoard => board as WallBoard;

test('W1: a wall is sent the fields of its list and no other, whatever happens', () => {
  const seen = { calls: 0, missed: 0, units: 0 };
  fc.assert(
    fc.property(arbitraryEvents(LAW_UNITS), fc.constantFrom(...LAW_AREAS), instant, (events, code, at) => {
      const memory = lawMemory();
      foldInto(memory, events);
      const boards = createBoards(memory);
      for (const channel of [`command/${code}`, ...LAW_UNITS.map((unit) => `hall/${unit}`)]) {
        const board = wallOf(boards.shown(channel, at)?.board);
        const strange = fieldsOf(board).filter(
          // A map without entries is a field of its own name.
          (path) => !ALLOWED[board.view].has(path) && !MAPS.has(path),
        );
        expect(strange).toEqual([]);
        const text = JSON.stringify(board);
        for (const own of ['"o1"', '"o2"', 'elderly', '"t1"', '"t/4"']) expect(text).not.toContain(own);
        if (board.view === 'hall') {
          seen.calls += Object.keys(board.calls).length;
          seen.missed += Object.keys(board.missed).length;
        } else seen.units += Object.keys(board.units).length;
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
  expect(seen.calls).toBeGreaterThan(5);
  expect(seen.missed).toBeGreaterThan(0);
  expect(seen.units).toBeGreaterThan(1_000);
});

test('W2: the numbers of a wall are those of the desk, and it judges as the desk does', () => {
  fc.assert(
    fc.property(arbitraryEvents(LAW_UNITS), fc.constantFrom(...LAW_AREAS), instant, (events, code, at) => {
      const memory = lawMemory();
      foldInto(memory, events);
      const boards = createBoards(memory);
      const desk = boards.board(code, at)?.board;
      const hall = wallOf(boards.shown(`hall/${code}`, at)?.board);
      const command = wallOf(boards.shown(`command/${code}`, at)?.board);
      if (!desk || command.view !== 'command') throw new Error('no board');
      for (const wall of [hall, command]) {
        expect(wall.totals.satisfiedMonth).toEqual(desk.totals.satisfiedMonth);
        expect(wall.totals.within).toEqual(desk.totals.within);
        expect(wall.totals.lastEventAt).toBe(desk.totals.lastEventAt);
      }
      if ('units' in desk) {
        expect(hall.view).toBe('command');
        expect(needsAttention(command, at)).toEqual(needsAttention(desk, at));
        return;
      }
      if (hall.view !== 'hall') throw new Error('a unit has a hall');
      expect(Object.keys(command.units)).toEqual([code]);
      expect(command.units[code]?.w).toBe(desk.totals.waiting);
      for (const [service, { waiting, collecting }] of Object.entries(hall.services))
        expect(waiting + collecting).toBe(desk.services[service]?.waiting);
      for (const [counter, call] of Object.entries(hall.calls)) {
        expect(call.number).toBe(desk.counters[counter]?.serving?.number);
        expect(call.state).toBe(desk.counters[counter]?.serving?.state);
      }
      const numbered = Object.values(desk.counters).filter(({ serving }) => serving?.number);
      expect(Object.keys(hall.calls)).toHaveLength(numbered.length);
    }),
    { numRuns: lawRuns(2_000) },
  );
});
