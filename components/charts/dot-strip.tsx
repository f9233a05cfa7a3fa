'use client';
import { memo, useMemo } from 'react';
import { ReferenceLine, Scatter, ScatterChart, type ScatterShapeProps, XAxis } from 'recharts';
import { AXIS_TEXT } from './axis-text.ts';
import { CutMark } from './cut-mark.tsx';
import { GridLines } from './grid-lines.tsx';
import { type NameRow, nameRows } from './name-rows.ts';
import { NamesAxis } from './names-axis.tsx';
import { pointsAxis } from './points-axis.ts';

export type StripDot = { name: string; points: number; text: string };

type DotStripProps = { dots: readonly StripDot[]; middle: { points: number; label: string } | null };

/** Named points in the order given, one line each, with the one in the middle as a line. */
export const DotStrip = memo(function DotStrip({ dots, middle }: DotStripProps) {
  const names = useMemo(() => nameRows(dots), [dots]);
  const axis = useMemo(() => pointsAxis(dots.map(({ points }) => points)), [dots]);
  return (
    <ScatterChart
      responsive
      style={{ width: '100%', height: names.height + 46 }}
      margin={{ top: 18, right: 44, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey="points"
        domain={[axis.min, axis.max]}
        ticks={axis.ticks}
        axisLine={false}
        tickLine={false}
        height={26}
        {...AXIS_TEXT}
      />
      <NamesAxis names={names} />
      <GridLines ticks={axis.ticks} />
      {middle && (
        <ReferenceLine
          x={middle.points}
          stroke="var(--ink3)"
          strokeDasharray="3 4"
          label={{ value: middle.label, position: 'top', fontSize: 11, fill: 'var(--ink2)' }}
        />
      )}
      <Scatter
        data={names.rows}
        isAnimationActive={false}
        shape={(point: ScatterShapeProps) => <Dot point={point} />}
      />
      {axis.cut && <CutMark />}
    </ScatterChart>
  );
});

function Dot({ point }: { point: ScatterShapeProps }) {
  if (point.cx === undefined || point.cy === undefined) return null;
  // Recharts hands the datum back untyped; the data of this Scatter are rows of dots.
  const { text } = point.payload as NameRow<StripDot>;
  return (
    <g>
      <circle cx={point.cx} cy={point.cy} r={4.2} fill="var(--brand)" />
      <text x={point.cx + 8} y={point.cy} dy="0.35em" fontSize={11} fill="var(--ink2)">
        {text}
      </text>
    </g>
  );
}
