import type { ComparedMetric } from './compared-metric.ts';
import {
  type ControlChart,
  type ControlInput,
  LEAST_POINTS,
  shareChart,
  valueChart,
} from './control-chart.ts';
import { changeOf } from './difference.ts';
import { unitOf } from './figure.ts';

export type ModelPoint = ControlInput & { bucket: string };

/** What says that something changed (M3): the interval of the difference, or eight in a row. Null: nothing does. */
export type ModelSignal = { by: 'interval' | 'side'; direction: 'up' | 'down' };

export type ModelSide = {
  chart: ControlChart | null;
  points: ModelPoint[];
  value: number | null;
  n: number;
  of: number | null;
};

export type ModelChart = {
  before: ModelSide;
  after: ModelSide;
  /** M3: whether both sides have enough points for any word at all. */
  enough: boolean;
  signal: ModelSignal | null;
};

/** M2, M3: a measure before and since a day, each side with limits of its own. */
export function modelChart(
  metric: ComparedMetric,
  series: readonly ModelPoint[],
  startDay: string,
  endDay: string | null,
): ModelChart {
  const shares = unitOf(metric) === 'share';
  const before = sideOf(
    shares,
    series.filter(({ bucket }) => bucket < startDay),
  );
  const after = sideOf(
    shares,
    series.filter(({ bucket }) => bucket >= startDay && (endDay === null || bucket <= endDay)),
  );
  const enough = before.chart !== null && after.chart !== null;
  return { before, after, enough, signal: enough ? signalOf(shares, before, after) : null };
}

function sideOf(shares: boolean, points: ModelPoint[]): ModelSide {
  const counted = points.filter(({ value }) => value !== null);
  const n = counted.reduce((sum, point) => sum + point.n, 0);
  const of = shares ? counted.reduce((sum, point) => sum + (point.of ?? 0), 0) : null;
  const chart = shares ? shareChart(points) : valueChart(points);
  const mean = counted.reduce((sum, { value }) => sum + (value ?? 0), 0) / counted.length;
  const value = counted.length === 0 ? null : of === null ? mean : of === 0 ? null : n / of;
  return { chart, points, value, n, of };
}

function signalOf(shares: boolean, before: ModelSide, after: ModelSide): ModelSignal | null {
  if (shares) {
    const change = changeOf({ n: after.n, of: after.of ?? 0 }, { n: before.n, of: before.of ?? 0 });
    if (change === null || change.signal === 'withinNoise') return null;
    return { by: 'interval', direction: change.signal };
  }
  const centre = before.chart?.centre ?? 0;
  let run = 0;
  for (const { value } of after.points) {
    if (value === null) continue;
    const side = Math.sign(value - centre);
    run = side !== 0 && side === Math.sign(run) ? run + side : side;
    if (Math.abs(run) >= LEAST_POINTS) return { by: 'side', direction: run > 0 ? 'up' : 'down' };
  }
  return null;
}

/** M4: which way a measure is meant to go; null: neither way is better by itself. */
export function betterWay(metric: ComparedMetric): ModelSignal['direction'] | null {
  switch (metric) {
    case 'waitP50':
    case 'waitP90':
    case 'left':
    case 'noShow':
    case 'dossiersLate':
    case 'extendedShare':
    case 'repeatSupplementShare':
    case 'lateSupplementShare':
      return 'down';
    case 'issued':
    case 'called':
    case 'finished':
    case 'dossiersReceived':
    case 'dossiersSettled':
      return null;
    default:
      return 'up';
  }
}
