import { idleCounter, type LiveReading, lowRatings } from '../domain/alerts/reading.ts';
import { targetOf } from '../domain/settings.ts';
import { quietSources } from '../domain/silence.ts';
import type { Tree } from '../domain/tree.ts';
import type { UnitReading, UnitSettings } from '../domain/unit-reading.ts';
import type { UnitState } from '../domain/unit-state.ts';
import type { Row } from './board.ts';
import { ratingsToday } from './unit-board.ts';

/** What the rules of alerts read of a unit: the very numbers of its row (B1), and what only its own board shows. */
export function alertReading(
  tree: Tree,
  unit: UnitState,
  reading: UnitReading,
  settings: UnitSettings,
  row: Row,
): LiveReading {
  const target = (metric: 'within' | 'satisfied' | 'onTime'): number =>
    targetOf(tree, unit.code, metric, reading.day).value;
  return {
    queue: settings.queue,
    spans: settings.spans,
    waiting: row.w,
    waitingSince: row.s,
    openCounters: row.c[0],
    within: row.x,
    satisfied: row.m,
    onTime: row.o ?? [0, 0],
    silentFrom: row.q,
    heardAt: row.l,
    quiet: quietSources(unit, settings),
    idle: idleCounter(unit, reading),
    lows: lowRatings(ratingsToday(unit, reading.day), settings.spans, reading.at),
    overdue: row.d?.[1] ?? 0,
    dueToday: row.d?.[2] ?? 0,
    targets: { within: target('within'), satisfied: target('satisfied'), onTime: target('onTime') },
  };
}
