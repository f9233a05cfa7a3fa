/** A point through time: a share with its `n` of `of`, or a plain value. Null: nothing was counted then. */
export type ControlInput = { value: number | null; n: number; of: number | null };

/** Why a point is no chance, by the first rule that says so (V3). */
export const CONTROL_RULES = ['beyond', 'side', 'trend'] as const;
export type ControlRule = (typeof CONTROL_RULES)[number];

export type ControlPoint = {
  value: number | null;
  /** Limits of this very point; null where there is none. */
  low: number | null;
  high: number | null;
  rule: ControlRule | null;
};

export type ControlChart = { centre: number; points: ControlPoint[] };

/** V1: fewer points than this tell nothing about what is usual. */
export const LEAST_POINTS = 8;
/** V3: so many in a row on one side of the centre. */
const SIDE = 8;
/** V3: so many in a row, each above or each below the one before. */
const TREND = 6;
/** Mean moving range of two → three standard deviations: 3 ÷ d2, d2 = 1.128 (Montgomery, table VI). */
const OF_RANGE = 3 / 1.128;

/**
 * V1, V2: a control chart of shares (p-chart: the limits of each point follow its own number of cases). Null where there
 * are too few points.
 */
export function shareChart(series: readonly ControlInput[]): ControlChart | null {
  const counted = series.filter((point) => point.value !== null && point.of !== null && point.of > 0);
  if (counted.length < LEAST_POINTS) return null;
  const of = counted.reduce((sum, point) => sum + (point.of ?? 0), 0);
  const centre = counted.reduce((sum, point) => sum + point.n, 0) / of;
  return judged(
    centre,
    series.map(({ value, of: cases }) => {
      if (value === null || cases === null || cases <= 0) return { value: null, low: null, high: null };
      const half = 3 * Math.sqrt((centre * (1 - centre)) / cases);
      return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
    }),
  );
}

/** V1, V2: a control chart of single values (XmR). A count or length is never below 0. */
export function valueChart(series: readonly ControlInput[]): ControlChart | null {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < LEAST_POINTS) return null;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const half = (OF_RANGE * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  return judged(
    centre,
    series.map(({ value }) =>
      value === null
        ? { value, low: null, high: null }
        : { value, low: Math.max(0, centre - half), high: centre + half },
    ),
  );
}

// Empty points are stepped over: a closed day ends no run.
function judged(centre: number, points: readonly Omit<ControlPoint, 'rule'>[]): ControlChart {
  let side = 0;
  let trend = 0;
  let last: number | null = null;
  return {
    centre,
    points: points.map((point) => {
      const { value, low, high } = point;
      if (value === null || low === null || high === null) return { ...point, rule: null };
      side =
        value === centre
          ? 0
          : Math.sign(value - centre) === Math.sign(side)
            ? grown(side)
            : Math.sign(value - centre);
      if (last !== null) {
        const step = Math.sign(value - last);
        trend = step === 0 ? 0 : step === Math.sign(trend) ? grown(trend) : step;
      }
      last = value;
      const rule: ControlRule | null =
        value < low || value > high
          ? 'beyond'
          : Math.abs(side) >= SIDE
            ? 'side'
            : Math.abs(trend) >= TREND - 1
              ? 'trend'
              : null;
      return { ...point, rule };
    }),
  };
}

const grown = (run: number): number => run + Math.sign(run);
