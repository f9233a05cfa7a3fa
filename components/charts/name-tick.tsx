import type { YAxisTickContentProps } from 'recharts';
import { LINE_PX } from './name-rows.ts';

type NameTickProps = { tick: YAxisTickContentProps; row: { lines: string[] } | undefined; bold?: boolean };

/** The name of a row beside its axis, in as many lines as it takes. */
export function NameTick({ tick, row, bold = false }: NameTickProps) {
  if (!row) return null;
  const { lines } = row;
  return (
    <text textAnchor="end" fontSize={12} fontWeight={bold ? 600 : 400} fill="var(--ink)">
      {lines.map((line, i) => (
        <tspan key={line} x={tick.x} y={Number(tick.y) + (i - (lines.length - 1) / 2) * LINE_PX} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
