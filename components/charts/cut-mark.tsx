import { usePlotArea } from 'recharts';

/** The sign that an axis does not start at zero, at its lower end. */
export function CutMark({ side = 'bottom' }: { side?: 'bottom' | 'left' }) {
  const plot = usePlotArea();
  if (!plot) return null;
  const foot = plot.y + plot.height;
  const place =
    side === 'bottom' ? `translate(${plot.x - 5} ${foot})` : `translate(${plot.x} ${foot - 2}) rotate(-90)`;
  return (
    <path d="M-6 0 l3 -4 l3 8 l3 -4" transform={place} fill="none" stroke="var(--ink3)" strokeWidth={1.2} />
  );
}
