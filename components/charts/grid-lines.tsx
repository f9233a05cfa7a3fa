import { usePlotArea, useXAxisScale } from 'recharts';

/** Lines from the top to the foot of a plot at the ticks of its lower axis. */
export function GridLines({ ticks }: { ticks: readonly number[] }) {
  const scale = useXAxisScale();
  const plot = usePlotArea();
  if (!scale || !plot) return null;
  return ticks.map((tick) => (
    <line
      key={tick}
      x1={scale(tick)}
      x2={scale(tick)}
      y1={plot.y}
      y2={plot.y + plot.height}
      stroke="var(--grid)"
    />
  ));
}
