import {
  type ComparedMetric,
  DOSSIER_METRICS,
  type DossierMetric,
  type VisitMetric,
} from './compared-metric.ts';
import type { DossierCell, DossierColumn } from './dossier/dossier-cell.ts';
import { dossierMeasures, NOTHING_OPEN, ON_TIME_COLUMNS } from './dossier/dossier-measures.ts';
import type { DueRule } from './dossier/due.ts';
import type { PeriodSum } from './measures.ts';
import type { Cell } from './rollup.ts';
import { responseIn, satisfiedIn } from './satisfaction.ts';
import type { Metric } from './settings.ts';
import { percentile } from './wait-histogram.ts';
import { type Share, shareOf } from './wilson.ts';

/** The target that judges a metric; a metric that is absent here has none. */
export const TARGET_OF: Partial<Record<ComparedMetric, Metric>> = {
  satisfied: 'satisfied',
  within: 'within',
  onTimeOfSettled: 'onTime',
  onTimeOfReceived: 'onTime',
};

const OF_DOSSIERS: ReadonlySet<string> = new Set(DOSSIER_METRICS);

/** Whether a metric is read from the sums of dossiers. */
export const isDossierMetric = (metric: ComparedMetric): metric is DossierMetric => OF_DOSSIERS.has(metric);

/** Whether a metric exists only where there is a queue; elsewhere it is "không áp dụng", never 0. */
export const needsQueue = (metric: ComparedMetric): boolean =>
  metric !== 'satisfied' && !isDossierMetric(metric);

const LEVELS = ['verySatisfied', 'satisfied', 'neutral', 'dissatisfied', 'veryDissatisfied'] as const;

/** The columns of a cell that `figureOf` reads for a metric; a sum without the others gives the same figure. */
export function cellColumnsOf(metric: VisitMetric): readonly (keyof Cell)[] {
  switch (metric) {
    case 'satisfied':
      return LEVELS;
    case 'responseRate':
      return [...LEVELS, 'markedSecond', 'finished'];
    case 'within':
      return ['called', 'waitBins', 'leftBins'];
    case 'waitP50':
    case 'waitP90':
      return ['called', 'waitBins', 'waitMax'];
    default:
      return [metric];
  }
}

/** The same of `dossierFigure`. */
export function dossierColumnsOf(metric: DossierMetric, rule: DueRule): readonly DossierColumn[] {
  const onTime = ON_TIME_COLUMNS[rule];
  switch (metric) {
    case 'onTimeOfSettled':
    case 'dossiersLate':
      return ['judged', onTime.settled];
    case 'onTimeOfReceived':
      return ['receivedJudged', onTime.received];
    case 'online':
      return ['online', 'received'];
    case 'extendedShare':
      return ['extended', 'judged'];
    case 'repeatSupplementShare':
      return ['repeatSupplement', 'supplemented'];
    case 'lateSupplementShare':
      return ['lateSupplement', 'supplemented'];
    case 'dossiersReceived':
      return ['received'];
    case 'dossiersSettled':
      return ['settled'];
  }
}

const COUNTS: ReadonlySet<ComparedMetric> = new Set([
  'issued',
  'called',
  'finished',
  'left',
  'noShow',
  'dossiersReceived',
  'dossiersSettled',
  'dossiersLate',
]);

/** What the value of a metric counts. */
export function unitOf(metric: ComparedMetric): 'share' | 'seconds' | 'count' {
  if (COUNTS.has(metric)) return 'count';
  return metric === 'waitP50' || metric === 'waitP90' ? 'seconds' : 'share';
}

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
  metric: VisitMetric,
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
    default:
      return ofCount(cell[metric]);
  }
}

/** The figure of a metric of dossiers over a sum; `rule` says how due dates are judged (F4). */
export function dossierFigure(metric: DossierMetric, cell: DossierCell, rule: DueRule): Figure {
  const measures = dossierMeasures(cell, NOTHING_OPEN, NOTHING_OPEN, rule);
  switch (metric) {
    case 'dossiersReceived':
      return ofCount(measures.received);
    case 'dossiersSettled':
      return ofCount(measures.settled);
    case 'dossiersLate':
      return ofCount(measures.late);
    default:
      return ofShare(measures[metric]);
  }
}
