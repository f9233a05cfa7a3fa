import { heldOrMade } from '../held-or-made.ts';
import {
  countOf,
  type Histogram,
  histogramOf,
  mergeHistograms,
  sumHistograms,
  upperOf,
} from '../wait-histogram.ts';
import { AT_ONCE, NOBODY } from './load.ts';
import type { WaitCase } from './wait-case.ts';

/** Waits of past days by load. */
type ByLoad = Map<number, Histogram>;

/** What a unit's past days say of waits: by service, and of all its services together. */
export type WaitFigures = { services: Map<string, ByLoad>; all: ByLoad };

/** A range that four in five waits of such a load held to, in seconds; `n` past cases. */
export type WaitRange = { lowSec: number; highSec: number; n: number };

/** The coverage that is promised and checked. */
export const PROMISED = 0.8;
/**
 * The shortest range of few cases fits those cases: it is made of more of them by this ÷ √n. Chosen on the first half of
 * the bank's month alone, where ranges of 30 to 100 cases held in 71 of 100 waits without it.
 */
const FITTED = 0.4;
/** Fewer past cases bear no range. */
const FEWEST = 30;
/** So many steps of the scale to either side are still alike. */
const WIDEST = 4;

export const noFigures = (): WaitFigures => ({ services: new Map(), all: new Map() });

/** Adds the cases of a day; `sign` −1 takes them away. */
export function addCases(figures: WaitFigures, cases: readonly WaitCase[], sign: 1 | -1 = 1): void {
  for (const { service, load, seconds } of cases) {
    const wait = histogramOf(seconds);
    for (const loads of [heldOrMade(figures.services, service, () => new Map()), figures.all])
      loads.set(load, mergeHistograms(loads.get(load) ?? [], wait, sign));
  }
}

/**
 * E5: the shortest range that holds four in five past waits of such a load, and of few some more: of the
 * service, with the loads next to it until there are 30, else of all services of the unit; null where even those are
 * fewer.
 */
export function waitRange(figures: WaitFigures, service: string, load: number): WaitRange | null {
  const own = alike(figures.services.get(service), load) ?? alike(figures.all, load);
  return own && shortest(own);
}

function alike(loads: ByLoad | undefined, load: number): Histogram | null {
  if (!loads) return null;
  const steps = load === NOBODY || load === AT_ONCE ? 0 : WIDEST;
  for (let reach = 0; reach <= steps; reach += 1) {
    const near = [...loads].filter(([other]) => Math.abs(other - load) <= reach).map(([, waits]) => waits);
    const waits = sumHistograms(near);
    if (countOf(waits) >= FEWEST) return waits;
  }
  return null;
}

/** The bins in their order with how many waits lie in them; a range begins on the first second of a bin. */
function shortest(waits: Histogram): WaitRange {
  const n = countOf(waits);
  const held = Math.ceil(n * Math.min(1, PROMISED + FITTED / Math.sqrt(n)));
  let best: WaitRange | null = null;
  let inside = 0;
  let last = 0;
  for (let first = 0; first < waits.length; first += 2) {
    while (inside < held && last < waits.length) {
      inside += waits[last + 1] ?? 0;
      last += 2;
    }
    if (inside < held) break;
    const lowSec = lowerOf(waits[first] ?? 0);
    const highSec = upperOf(waits[last - 2] ?? 0);
    if (!best || highSec - lowSec < best.highSec - best.lowSec) best = { lowSec, highSec, n };
    inside -= waits[first + 1] ?? 0;
  }
  return best ?? { lowSec: 0, highSec: upperOf(waits.at(-2) ?? 0), n };
}

const lowerOf = (bin: number): number => (bin === 0 ? 0 : upperOf(bin - 1) + 1);

/** Whether a wait kept to the range that was shown when it began. */
export const holds = ({ lowSec, highSec }: WaitRange, seconds: number): boolean =>
  lowSec <= seconds && seconds <= highSec;
