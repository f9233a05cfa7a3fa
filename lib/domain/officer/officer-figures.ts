import { isCondition } from '../conduct/condition.ts';
import type { Rating } from '../rating.ts';
import { isLow, isSatisfied } from '../rating-level.ts';
import { countOf, type Histogram, percentile, sumHistograms } from '../wait-histogram.ts';
import { type Share, shareOf } from '../wilson.ts';
import { isTold } from './told.ts';

/** What was said of one point of conduct: with how many good ratings it was named, and with how many low ones. */
export type ConductPoint = { point: string; praised: number; lacking: number };

/** O4, O5: figures of one officer code, `null` where too few cases stand behind them. No target and no judgement. */
export type OfficerFigures = {
  ratings: { n: number; satisfied: Share; points: ConductPoint[] } | null;
  service: { n: number; meanSec: number; p50Sec: number | null; p90Sec: number | null } | null;
};

/** What one month holds of an officer code: the ratings that name it, and how long its tickets were served (O6). */
export type OfficerMonth = {
  ratings: readonly Pick<Rating, 'level' | 'reasons'>[];
  service: { seconds: number; bins: Histogram };
};

/** O4: the figures of a period, month by month in order. */
export function officerFigures(months: readonly OfficerMonth[]): OfficerFigures {
  const ratings = months.flatMap((month) => month.ratings);
  const satisfied = ratings.filter(({ level }) => isSatisfied(level)).length;
  const bins = sumHistograms(months.map((month) => month.service.bins));
  const seconds = months.reduce((total, month) => total + month.service.seconds, 0);
  const n = countOf(bins);
  return {
    ratings: isTold(months.map((month) => month.ratings.length))
      ? { n: ratings.length, satisfied: shareOf(satisfied, ratings.length), points: pointsOf(ratings) }
      : null,
    service: isTold(months.map((month) => countOf(month.service.bins)))
      ? {
          n,
          meanSec: seconds / n,
          p50Sec: percentile(bins, 0.5, null),
          p90Sec: percentile(bins, 0.9, null),
        }
      : null,
  };
}

/** In the order of their names: not even points are ranked. */
function pointsOf(ratings: OfficerMonth['ratings']): ConductPoint[] {
  const points = new Map<string, ConductPoint>();
  for (const { level, reasons } of ratings)
    for (const point of new Set(reasons)) {
      if (isCondition(point)) continue;
      const held = points.get(point) ?? { point, praised: 0, lacking: 0 };
      const low = isLow(level);
      points.set(point, {
        point,
        praised: held.praised + (low ? 0 : 1),
        lacking: held.lacking + (low ? 1 : 0),
      });
    }
  return [...points.values()].sort((a, b) => (a.point < b.point ? -1 : 1));
}
