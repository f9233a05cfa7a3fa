type ShareMarkProps = {
  x: number;
  y: number;
  size: number;
  few: boolean;
  clearMiss: boolean;
  /** Which edge of the chart the value lies beyond, if any. */
  beyond?: 'left' | 'bottom';
  opacity?: number;
};

/** One unit in a comparison: dot; hollow with few cases; diamond for a clear miss; arrow where the axis is cut. */
export function ShareMark({ x, y, size, few, clearMiss, beyond, opacity = 1 }: ShareMarkProps) {
  const colour = clearMiss ? 'var(--missed)' : few ? 'var(--ink3)' : 'var(--brand)';
  const look = { fill: few ? 'var(--panel)' : colour, stroke: colour, strokeWidth: 1.6, opacity };
  if (beyond) {
    const turn = beyond === 'left' ? 90 : 0;
    return <path d="M-5 -4 L5 -4 L0 5 Z" transform={`translate(${x} ${y}) rotate(${turn})`} {...look} />;
  }
  if (clearMiss) {
    const r = size * 1.25;
    return <path d={`M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z`} {...look} />;
  }
  return <circle cx={x} cy={y} r={size} {...look} />;
}
