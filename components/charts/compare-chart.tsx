'use client';
import { memo, useMemo } from 'react';
import { ReferenceLine, Scatter, ScatterChart, type ScatterShapeProps, XAxis } from 'recharts';
import { useFormat } from '../ui/use-format.ts';
import { AXIS_TEXT } from './axis-text.ts';
import type { ComparedUnit } from './compared-unit.ts';
import { CutMark } from './cut-mark.tsx';
import { GridLines } from './grid-lines.tsx';
import { Interval } from './interval.tsx';
import { type NameRow, nameRows } from './name-rows.ts';
import { NamesAxis } from './names-axis.tsx';
import type { ShareAxis } from './share-axis.ts';

type CompareChartProps = { units: readonly ComparedUnit[]; target: number; axis: ShareAxis };

/** Shares of up to some forty units with their Wilson intervals against the target, one line a unit. */
export const CompareChart = memo(function CompareChart({ units, target, axis }: CompareChartProps) {
  const format = useFormat();
  const names = useMemo(() => nameRows(units), [units]);
  return (
    <ScatterChart
      responsive
      style={{ width: '100%', height: names.height + 38 }}
      margin={{ top: 8, right: 14, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey={(row: NameRow) => Math.max(axis.min, row.share)}
        domain={[axis.min, 1]}
        ticks={axis.ticks}
        tickFormatter={format.target}
        axisLine={false}
        tickLine={false}
        height={26}
        {...AXIS_TEXT}
      />
      <NamesAxis names={names} bold={(row) => row.clearMiss} />
      <GridLines ticks={axis.ticks} />
      <ReferenceLine x={target} stroke="var(--ink)" strokeWidth={1.6} />
      <Scatter
        data={names.rows}
        isAnimationActive={false}
        shape={(point: ScatterShapeProps) => <Interval point={point} axisMin={axis.min} />}
      />
      {axis.cut && <CutMark />}
    </ScatterChart>
  );
});
