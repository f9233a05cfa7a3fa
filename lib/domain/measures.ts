import type { Mark, MarkSum } from './rating-marks.ts';
import { type Cell, mergeCells } from './rollup.ts';
import { ratingsIn, responseIn, satisfiedIn } from './satisfaction.ts';
import { withinOf } from './service-level.ts';
import { percentile } from './wait-histogram.ts';
import { type Share, shareOf } from './wilson.ts';

/**
 * Q3, Q7: what the tickets of a period add up to. `unserved` and `unfinished` are readings of its open tickets whose
 * service day is over: never called, and called but never ended.
 */
export type PeriodSum = { cell: Cell; unserved: number; unfinished: number };

/** R2: sums pool by adding up. */
export const poolSums = (sums: readonly PeriodSum[]): PeriodSum => ({
  cell: mergeCells(sums.map((sum) => sum.cell)),
  unserved: sums.reduce((total, sum) => total + sum.unserved, 0),
  unfinished: sums.reduce((total, sum) => total + sum.unfinished, 0),
});

/** What depends on the moment of reading: who waits then, and how many have then waited more than X seconds uncalled. */
export type AtMoment = { waiting: number; waitingLonger: (seconds: number) => number };

export type TicketMeasures = {
  issued: number;
  called: number;
  finished: number;
  noShow: number;
  left: number;
  waiting: number;
  unserved: number;
  pending: number;
  suspect: number;
  wait: {
    n: number;
    meanSec: number | null;
    p50Sec: number | null;
    p90Sec: number | null;
    p95Sec: number | null;
    maxSec: number | null;
    /** By X in seconds. */
    within: Record<string, Share>;
  };
  service: { n: number; meanSec: number | null; p50Sec: number | null; p90Sec: number | null };
  leftWithNothing: number;
};

export type RatingMeasures = {
  n: number;
  byLevel: {
    very_satisfied: number;
    satisfied: number;
    neutral: number;
    dissatisfied: number;
    very_dissatisfied: number;
  };
  satisfied: Share;
  responseRate: Share;
  /** Marked ratings stay in every total; `satisfiedWithout` leaves them out. */
  marked: { n: number; byReason: Record<Mark, number>; satisfiedWithout: Share };
};

const mean = (sum: number, n: number): number | null => (n > 0 ? sum / n : null);

/** Q1–Q7: the ticket measures of a period, `within` for each number of seconds asked. */
export function ticketMeasures(sum: PeriodSum, moment: AtMoment, within: readonly number[]): TicketMeasures {
  const { cell } = sum;
  const waited = (share: number): number | null => percentile(cell.waitBins, share, cell.waitMax);
  const served = (share: number): number | null => percentile(cell.serviceBins, share, null);
  return {
    issued: cell.issued,
    called: cell.called,
    finished: cell.finished,
    noShow: cell.noShow,
    left: cell.left,
    waiting: moment.waiting,
    unserved: sum.unserved,
    pending: cell.pending,
    suspect: cell.suspect + sum.unfinished,
    wait: {
      n: cell.called,
      meanSec: mean(cell.waitSum, cell.called),
      p50Sec: waited(0.5),
      p90Sec: waited(0.9),
      p95Sec: waited(0.95),
      maxSec: cell.waitMax,
      within: Object.fromEntries(
        within.map((seconds) => [
          seconds,
          shareOf(...withinOf(cell, seconds, moment.waitingLonger(seconds))),
        ]),
      ),
    },
    service: {
      n: cell.serviceN,
      meanSec: mean(cell.serviceSum, cell.serviceN),
      p50Sec: served(0.5),
      p90Sec: served(0.9),
    },
    leftWithNothing: cell.leftWithNothing,
  };
}

/** S3–S5: the satisfaction measures of a period, and what is marked in it. */
export function ratingMeasures(cell: Cell, marks: MarkSum): RatingMeasures {
  const [satisfied, all] = satisfiedIn(cell);
  return {
    n: ratingsIn(cell),
    byLevel: {
      very_satisfied: cell.verySatisfied,
      satisfied: cell.satisfied,
      neutral: cell.neutral,
      dissatisfied: cell.dissatisfied,
      very_dissatisfied: cell.veryDissatisfied,
    },
    satisfied: shareOf(satisfied, all),
    responseRate: shareOf(...responseIn(cell)),
    marked: {
      n: marks.n,
      byReason: marks.byReason,
      satisfiedWithout: shareOf(satisfied - marks.satisfied, all - marks.n),
    },
  };
}
