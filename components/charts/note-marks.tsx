import { DefaultZIndexes, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts';
import type { DayNote } from './day-note.ts';

const RADIUS = 6.5;

/** Numbered signs above the half hours that a note speaks of; the texts stand below the chart. */
export function NoteMarks({
  notes,
  first,
  last,
}: {
  notes: readonly DayNote[];
  first: number;
  last: number;
}) {
  const scale = useXAxisScale();
  const plot = usePlotArea();
  if (!scale || !plot) return null;
  const x = (place: number): number => {
    const slot = Math.min(last, Math.max(first, Math.floor(place)));
    const [start = 0, end = 0] = [scale(slot, { position: 'start' }), scale(slot, { position: 'end' })];
    return start + (end - start) * Math.min(1, Math.max(0, place - slot));
  };
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {notes.map(({ key, label, from, to, text }) => (
        <g key={key}>
          <title>{text}</title>
          <path
            d={`M${x(from)} ${plot.y + plot.height}V${plot.y + RADIUS}H${x(to)}`}
            fill="none"
            stroke="var(--ink2)"
            strokeDasharray="2 3"
          />
          <circle cx={x(from)} cy={plot.y + RADIUS} r={RADIUS} fill="var(--panel)" stroke="var(--ink2)" />
          <text
            x={x(from)}
            y={plot.y + RADIUS}
            dy="0.35em"
            textAnchor="middle"
            fontSize={9}
            fontWeight={600}
            fill="var(--ink)"
          >
            {label}
          </text>
        </g>
      ))}
    </ZIndexLayer>
  );
}
