/** An axis of points, as long as what it shows needs; `cut`: it does not start at 0. */
export type PointsAxis = { min: number; max: number; ticks: number[]; cut: boolean };

const STEPS = [0.5, 1, 2, 5, 10, 20];
const MOST_TICKS = 7;

/** The shortest axis of round points around all values; with a little room before the lowest. */
export function pointsAxis(values: readonly number[]): PointsAxis {
  const [lowest, highest] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const bounds = (step: number): [number, number] => {
    const min = Math.max(0, Math.ceil(lowest / step) - 1);
    return [min * step, Math.max(min + 1, Math.ceil(highest / step)) * step];
  };
  const step = STEPS.find((size) => (bounds(size)[1] - bounds(size)[0]) / size < MOST_TICKS) ?? 20;
  const [min, max] = bounds(step);
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => min + i * step);
  return { min, max, ticks, cut: min > 0 };
}
