import { withinOf } from '../../lib/domain/service-level.ts';
import { targetOf } from '../../lib/domain/settings.ts';
import { lineOf, type Tree } from '../../lib/domain/tree.ts';
import { waitingLonger } from '../../lib/domain/waiters.ts';
import type { SumRow } from './period-sums.ts';
import type { KeyedWaiter } from './waiters.ts';

/** Seconds at which a unit's service is judged: what was asked, else its target on the day. */
export type Thresholds = { seconds: (unit: string, service: string) => number; perService: boolean };

/**
 * Thresholds of the units of a comparison. `perService` says whether rows must be read by unit and service: only where
 * some target names a service of its own or the units' targets differ.
 */
export function thresholdsOf(
  tree: Tree,
  units: readonly string[],
  day: string,
  asked: number | null,
): Thresholds {
  if (asked !== null) return { seconds: () => asked, perService: false };
  const own = new Set(units.map((unit) => targetOf(tree, unit, 'within', day).seconds));
  const named = units.some((unit) =>
    lineOf(tree, unit).some((area) =>
      tree.targets
        .get(area.code)
        ?.some((target) => target.metric === 'within' && target.service !== undefined),
    ),
  );
  const [only] = own;
  if (own.size <= 1 && !named) return { seconds: () => only ?? 0, perService: false };
  return {
    seconds: (unit, service) =>
      targetOf(tree, unit, 'within', day, service === '' ? undefined : service).seconds,
    perService: true,
  };
}

/** Q5 pooled over rows: n of `of`, each row at its own threshold. Rows and waiters carry the unit as key when needed. */
export function withinFigure(
  rows: readonly SumRow[],
  waiters: readonly KeyedWaiter[],
  thresholds: Thresholds,
  at: number,
): [n: number, of: number] {
  const within: [number, number] = [0, 0];
  for (const { key, service, sum } of rows) {
    const [n, of] = withinOf(sum.cell, thresholds.seconds(key, service), sum.unserved);
    within[0] += n;
    within[1] += of;
  }
  for (const waiter of waiters)
    within[1] += waitingLonger([waiter], thresholds.seconds(waiter.key, waiter.issuedService), at);
  return within;
}
