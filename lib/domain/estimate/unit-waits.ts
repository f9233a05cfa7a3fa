import { heldOrMade } from '../held-or-made.ts';
import type { WaitCase } from './wait-case.ts';
import { addCases, holds, noFigures, type WaitFigures, waitRange } from './wait-range.ts';

/** How many of the ranges of a day held, of those that could be given. */
export type Coverage = { held: number; of: number };

/** What a unit estimates by, and how well it did on its last open day. */
export type UnitWaits = {
  figures: WaitFigures;
  /** Null: no open day is known. */
  checked: { day: string; all: Coverage; services: Map<string, Coverage> } | null;
};

/** E7: ranges of a day, made of the days before it, held against the waits that then were. */
export function coverageOf(
  figures: WaitFigures,
  cases: readonly WaitCase[],
): { all: Coverage; services: Map<string, Coverage> } {
  const all: Coverage = { held: 0, of: 0 };
  const services = new Map<string, Coverage>();
  for (const { service, load, seconds } of cases) {
    const range = waitRange(figures, service, load);
    if (!range) continue;
    for (const sums of [all, heldOrMade(services, service, () => ({ held: 0, of: 0 }))]) {
      sums.of += 1;
      if (holds(range, seconds)) sums.held += 1;
    }
  }
  return { all, services };
}

/** Past open days, newest first; `most` of them make the estimates, and the newest is held against those before it. */
export function unitWaits(
  days: readonly { day: string; cases: readonly WaitCase[] }[],
  most: number,
): UnitWaits {
  const figures = noFigures();
  const [newest] = days;
  for (const { cases } of days.slice(1, most + 1)) addCases(figures, cases);
  const checked = newest ? { day: newest.day, ...coverageOf(figures, newest.cases) } : null;
  if (newest) addCases(figures, newest.cases);
  const oldest = days[most];
  if (oldest) addCases(figures, oldest.cases, -1);
  return { figures, checked };
}
