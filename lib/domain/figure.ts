import type { PeriodSum } from './measures.ts';
import { responseIn, satisfiedIn } from './satisfaction.ts';
import type { Metric } from './settings.ts';
import { percentile } from './wait-histogram.ts';
import { type Share, shareOf } from './wilson.ts';

/** What can be compared between areas and followed through time. */
export const COMPARED_METRICS = [
  'satisfied',
  'responseRate',
  'within',
  'waitP50',
  'waitP90',
  'issued',
  'called',
  'finished',
  'left',
  'noShow',
  'onTimeOfSettled',
  'onTimeOfReceived',
] as const;
export type ComparedMetric = (typeof COMPARED_METRICS)[number];

/** The target that judges a metric; a metric that is absent here has none. */
export const TARGET_OF: Partial<Record<ComparedMetric, Metric>> = {
  satisfied: 'satisfied',
  within: 'within',
  onTimeOfSettled: 'onTime',
  onTimeOfReceived: 'onTime',
};

const WITHOUT_QUEUE: ReadonlySet<ComparedMetric> = new Set([
  'satisfied',
  'onTimeOfSettled',
  'onTimeOfReceived',
]);

/** Whether a metric exists only where there is a queue; elsewhere it is "không áp dụng", never 0. */
export const needsQueue = (metric: ComparedMetric): boolean => !WITHOUT_QUEUE.has(metric);

const OF_HISTOGRAMS: ReadonlySet<ComparedMetric> = new Set(['within', 'waitP50', 'waitP90']);

/** Whether a metric is read from the histograms of a cell. */
export const needsHistograms = (metric: ComparedMetric): boolean => OF_HISTOGRAMS.has(metric);

/**
 * One number of a period. A share says n of `of` and its interval, and `value` repeats it; a wait has the called
 * tickets as n and seconds as `value`; a count has itself as both.
 */
export type Figure = Omit<Share, 'of'> & { of: number | null; value: number | null };

const none = { of: null, share: null, low: null, high: null };
const ofShare = (share: Share): Figure => ({ ...share, value: share.share });
const ofCount = (n: number): Figure => ({ n, ...none, value: n });

/** The figure of a metric over a sum. `within` is n of `of` at the thresholds of the services that were pooled. */
export function figureOf(
  metric: ComparedMetric,
  { cell }: PeriodSum,
  within: readonly [n: number, of: number],
): Figure {
  switch (metric) {
    case 'satisfied':
      return ofShare(shareOf(...satisfiedIn(cell)));
    case 'responseRate':
      return ofShare(shareOf(...responseIn(cell)));
    case 'within':
      return ofShare(shareOf(...within));
    case 'waitP50':
      return { n: cell.called, ...none, value: percentile(cell.waitBins, 0.5, cell.waitMax) };
    case 'waitP90':
      return { n: cell.called, ...none, value: percentile(cell.waitBins, 0.9, cell.waitMax) };
    case 'onTimeOfSettled':
    case 'onTimeOfReceived':
      return ofShare(shareOf(0, 0));
    default:
      return ofCount(cell[metric]);
  }
}
