import { applyShifts } from '../../lib/domain/apply-shifts.ts';
import type { CountingOf } from '../../lib/domain/dossier/promises.ts';
import { type SourceEvent, sourceEvents } from '../../lib/domain/events/registry.ts';
import { foldEvents } from '../../lib/domain/fold-events.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { findLongestAgain } from '../../lib/domain/longest-again.ts';
import { type Cell, COUNT_COLUMNS } from '../../lib/domain/rollup.ts';
import {
  type AreaDefinition,
  defineArea,
  defineService,
  setSessions,
  setTarget,
  type Tree,
} from '../../lib/domain/tree.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { createBoards } from '../../server/live/boards.ts';
import { foldAlerts } from '../../server/log/fold-alerts.ts';
import { foldDossierGroup } from '../../server/log/fold-dossier-group.ts';
import { emptyMemory, type Memory, serviceLimit, unitIn } from '../../server/log/memory.ts';
import { LAW_ZONE } from './arbitrary-events.ts';

export const LAW_UNITS = ['w1', 'w2', 'w3'] as const;
export const LAW_AREAS = ['city', 'd1', ...LAW_UNITS] as const;

export const lawArea = (
  code: string,
  parent: string | null,
  kind: AreaDefinition['kind'],
  queue: AreaDefinition['queue'] = 'machine',
): AreaDefinition => ({
  code,
  parent,
  kind,
  name: `Phường ${code}`,
  timezone: LAW_ZONE,
  queue,
  demo: false,
  succeeds: [],
});

/** A city with a district of two wards and a ward of its own without a queue; limits, sessions and targets are set. */
function lawTree(tree: Tree): void {
  defineArea(tree, lawArea('city', null, 'city'));
  defineArea(tree, lawArea('d1', 'city', 'district'));
  defineArea(tree, lawArea('w1', 'd1', 'ward'));
  defineArea(tree, lawArea('w2', 'd1', 'ward', 'paper'));
  defineArea(tree, lawArea('w3', 'city', 'ward', 'none'));
  defineService(tree, {
    area: 'city',
    service: 'civil',
    name: 'Hộ tịch',
    maxServiceMinutes: 20,
    effectiveFrom: '2026-01-01',
  });
  setTarget(tree, {
    area: 'd1',
    metric: 'within',
    value: 0.9,
    seconds: 300,
    effectiveFrom: '2026-12-01',
    source: 'law',
  });
  const spans = [1, 2, 3].flatMap((weekday) => [
    { weekday, from: '07:30', to: '11:30' },
    { weekday, from: '13:30', to: '17:00' },
  ]);
  setSessions(tree, { area: 'd1', scope: 'week', fromDay: '2026-01-01', spans });
}

export function lawMemory(): Memory {
  const memory = emptyMemory();
  lawTree(memory.tree);
  memory.usualGaps.set('w1', { queue: 400_000 });
  return memory;
}

/**
 * Folds events group by group as the server does, with every ticket and dossier kept: lost maxima are read from the
 * tickets again. Gives the units that may have changed. Dossiers that had ended before the eve of `at` are not live;
 * `counting` is null where the promises are among the events.
 */
export function foldInto(
  memory: Memory,
  events: readonly SourceEvent[],
  groupSize = 1,
  at = 0,
  counting?: CountingOf | null,
): Set<string> {
  const touched = new Set<string>();
  for (let from = 0; from < events.length; from += groupSize) {
    const group = events.slice(from, from + groupSize).map((event) => {
      memory.head.seq += 1;
      return { event, seq: memory.head.seq };
    });
    for (const unit of foldDossierGroup(memory, group, at, counting).units) touched.add(unit);
    for (const unit of foldAlerts(memory, group).keys()) touched.add(unit);
    // What the server promised is a sign of nobody's life.
    const told = group.filter(({ event }) => Object.hasOwn(sourceEvents, event.type));
    for (const [code, logged] of grouped(told, ({ event }) => event.unit)) {
      const unit = unitIn(memory, code);
      if (!unit) continue;
      touched.add(code);
      const { nets } = foldEvents(unit, logged, serviceLimit(memory, code));
      for (const place of applyShifts(unit, nets).lostMax) findLongestAgain(unit, place);
    }
  }
  return touched;
}

const isZero = (cell: Cell): boolean => COUNT_COLUMNS.every((column) => cell[column] === 0);

/** Cells by key without those in which nothing is left: absent is zero. */
export const cellsOf = (cells: ReadonlyMap<string, Cell>): Record<string, Cell> =>
  Object.fromEntries([...cells].filter(([, cell]) => !isZero(cell)));

/** What a unit's state means: everything but the seqs, which are the order of arrival. */
export function meaningOf(unit: UnitState) {
  return {
    tickets: Object.fromEntries(unit.tickets),
    ratings: Object.fromEntries([...unit.ratings].map(([id, { seq, ...entry }]) => [id, entry])),
    counters: Object.fromEntries(unit.counters),
    issuing: Object.fromEntries(unit.issuing),
    gauges: Object.fromEntries(unit.gauges),
    notes: [...unit.notes.values()].map((note) => JSON.stringify(note)).sort(),
    signals: Object.fromEntries(unit.signals),
    dossiers: {
      ...unit.dossiers,
      live: Object.fromEntries(unit.dossiers.live),
      months: Object.fromEntries([...unit.dossiers.months].filter(([, [, judged]]) => judged > 0)),
    },
    halfHours: cellsOf(unit.halfHours),
    days: cellsOf(unit.days),
    months: cellsOf(unit.months),
  };
}

/** Every board of the memory at an instant, read anew. Notes are keyed by seq, so only their values are kept. */
export function boardsOf(memory: Memory, at: number, areas: Iterable<string> = LAW_AREAS) {
  const boards = createBoards(memory);
  return Object.fromEntries(
    [...areas].map((code) => {
      const board = boards.board(code, at)?.board;
      return [
        code,
        board && {
          ...board,
          notes: Object.values(board.notes)
            .map((note) => JSON.stringify(note))
            .sort(),
        },
      ];
    }),
  );
}
