import { type Change, changeOf } from '../difference.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { Period } from '../period.ts';
import type { TargetInForce } from '../settings.ts';
import { type Share, shareOf } from '../wilson.ts';

/** The metrics that a report judges, in the order in which it tells them. */
export const REPORT_METRICS = ['satisfied', 'onTimeOfSettled', 'within'] as const;
export type ReportMetric = (typeof REPORT_METRICS)[number];

type Count = { n: number; of: number };

/** The same share in an earlier period. `changedOn`: borders changed since, so that there is no change to tell (G11). */
export type EarlierShare = Period & Share & { change: Change | null; changedOn: string | null };

/** What a report says of one target: the count, the two statements about it, and what it was before. */
export type ReportTarget = Share &
  Judgement & {
    metric: ReportMetric;
    target: number;
    /** Of the target itself: who set it, since when, and the length where it is about waits. */
    source: string;
    since: string;
    seconds: number | null;
    previous: EarlierShare;
    lastYear: EarlierShare;
  };

export type ReportTargetOf = {
  metric: ReportMetric;
  target: TargetInForce;
  count: Count;
  previous: Count & { period: Period };
  lastYear: Count & { period: Period };
  /** The last day on which the borders of the area changed; null: never. */
  changedOn: string | null;
};

/** RP1, RP2: a count against its target and against the two earlier periods. */
export function reportTarget({
  metric,
  target,
  count,
  previous,
  lastYear,
  changedOn,
}: ReportTargetOf): ReportTarget {
  const earlier = ({ n, of, period }: ReportTargetOf['previous']): EarlierShare => {
    const across = changedOn !== null && changedOn > period.from;
    return {
      ...period,
      ...shareOf(n, of),
      change: across ? null : changeOf(count, { n, of }),
      changedOn: across ? changedOn : null,
    };
  };
  return {
    metric,
    ...shareOf(count.n, count.of),
    ...judge(count.n, count.of, target.value),
    target: target.value,
    source: target.source,
    since: target.from,
    seconds: metric === 'within' ? target.seconds : null,
    previous: earlier(previous),
    lastYear: earlier(lastYear),
  };
}
