/** Half hours (0–47 by wall clock) that the line's width stands for. */
export type HalfHourSpan = { from: number; to: number };

type SparklineProps = {
  /** First half hour of `values`. */
  first: number;
  values: readonly number[];
  span: HalfHourSpan;
  /** Nothing is known after the last value. */
  cut: boolean;
};

const WIDTH = 96;
const HEIGHT = 20;
const EDGE = 4;
/** A queue of one or two is no peak. */
const LEAST_TOP = 5;

/** How many waited at the end of each half hour, over the width of the day. Decoration beside the figures. */
export function Sparkline({ first, values, span, cut }: SparklineProps) {
  const top = Math.max(LEAST_TOP, ...values);
  const step = (WIDTH - 2 * EDGE) / Math.max(1, span.to - span.from);
  const points = values.map((value, i) => ({
    x: EDGE + (first + i - span.from) * step,
    y: HEIGHT - 3 - (value / top) * (HEIGHT - 6),
  }));
  const last = points.at(-1);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      className="inline-block"
    >
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--ink2)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      {last && <circle cx={last.x} cy={last.y} r="2.4" fill="var(--ink)" />}
      {cut && (
        <line
          x1={(last?.x ?? EDGE) + 5}
          x2={WIDTH - EDGE}
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          stroke="var(--quiet)"
          strokeDasharray="2 3"
        />
      )}
    </svg>
  );
}
