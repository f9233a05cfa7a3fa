import { calendarMonths, periodOf } from './calendar/reporting-period.ts';
import type { Figure } from './figure.ts';
import { judge } from './judgement.ts';
import type { Period } from './period.ts';
import { PUBLIC_MEASURES, type PublicMeasure } from './public-measures.ts';
import type { TargetInForce } from './settings.ts';
import type { Tree } from './tree.ts';
import { addDays } from './zoned-time.ts';

/** A share of a month with its result; null: too few cases, and then nobody is told any number. */
export type PublicFigure = {
  measure: PublicMeasure;
  told: { n: number; of: number; share: number; result: 'met' | 'notMet' } | null;
  /** The rule that judges it; `seconds` is the wait allowed, of the measure `within`. */
  target: { value: number; seconds: number | null; source: string };
};

/** The calendar month before the one of a day. */
export function lastFullMonth(today: string): Period {
  const { from, to } = periodOf(calendarMonths, 'month', addDays(`${today.slice(0, 8)}01`, -1)) ?? {
    from: today,
    to: today,
  };
  return { from, to };
}

/** PC4: whether a month is told of whole by data that begin on a day; null: there are none. */
export const isWhole = ({ from }: Period, firstDay: string | null): boolean =>
  firstDay !== null && firstDay <= from;

/** PC4: the measures that are published of an area; none until somebody publishes one. */
export const publishedOf = (tree: Tree, area: string): PublicMeasure[] =>
  PUBLIC_MEASURES.filter((measure) =>
    tree.publicFigures.get(area)?.some((held) => held.measure === measure && held.shown),
  );

/** PC5: a figure as everybody may read it, judged on exact counts (G7). */
export function publicFigure(
  measure: PublicMeasure,
  { n, of, share }: Pick<Figure, 'n' | 'of' | 'share'>,
  { value, seconds, source }: Pick<TargetInForce, 'value' | 'seconds' | 'source'>,
): PublicFigure {
  const { result, few } = judge(n, of ?? 0, value);
  return {
    measure,
    told: of === null || share === null || result === null || few ? null : { n, of, share, result },
    target: { value, seconds: measure === 'within' ? seconds : null, source },
  };
}
