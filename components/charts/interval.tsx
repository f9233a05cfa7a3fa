'use client';
import { type ScatterShapeProps, useXAxisScale } from 'recharts';
import { useFormat } from '../ui/use-format.ts';
import type { NameRow } from './name-rows.ts';
import { ShareMark } from './share-mark.tsx';
import { shareText } from './share-text.ts';

/** One unit of the comparison: its interval as a bar, its share as a mark; what the axis cuts off is written beside. */
export function Interval({ point, axisMin }: { point: ScatterShapeProps; axisMin: number }) {
  const format = useFormat();
  const scale = useXAxisScale();
  // Recharts hands the datum back untyped; the data of this Scatter are NameRows.
  const unit = point.payload as NameRow;
  const { share, low, high, few, clearMiss } = unit;
  const from = scale?.(Math.max(axisMin, low));
  const to = scale?.(Math.max(axisMin, high));
  const at = scale?.(Math.max(axisMin, share));
  if (from === undefined || to === undefined || at === undefined || point.cy === undefined) return null;
  const y = point.cy;
  const text = shareText(format, unit);
  const colour = clearMiss ? 'var(--missed)' : few ? 'var(--quiet)' : 'var(--brand)';
  return (
    <g>
      <title>{`${unit.name}: ${text}`}</title>
      {to > from && (
        <line
          x1={from}
          x2={to}
          y1={y}
          y2={y}
          stroke={colour}
          strokeOpacity={0.45}
          strokeWidth={4}
          strokeLinecap="round"
        />
      )}
      <ShareMark
        x={at}
        y={y}
        size={4.6}
        few={few}
        clearMiss={clearMiss}
        beyond={share < axisMin ? 'left' : undefined}
      />
      {share < axisMin && (
        <text
          x={at + 9}
          y={y}
          dy="0.35em"
          fontSize={11}
          fill="var(--ink2)"
          stroke="var(--panel)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {text}
        </text>
      )}
    </g>
  );
}
