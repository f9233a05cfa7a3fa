'use client';
import { memo, useMemo } from 'react';
import {
  ReferenceLine,
  Scatter,
  ScatterChart,
  type ScatterShapeProps,
  usePlotArea,
  useXAxisScale,
  XAxis,
  YAxis,
  type YAxisTickContentProps,
} from 'recharts';
import { useFormat } from '../ui/use-format.ts';
import { AXIS_TEXT } from './axis-text.ts';
import type { ComparedUnit } from './compared-unit.ts';
import { CutMark } from './cut-mark.tsx';
import { LINE_PX, type NameRow, nameRows } from './name-rows.ts';
import type { ShareAxis } from './share-axis.ts';
import { ShareMark } from './share-mark.tsx';

type CompareChartProps = { units: readonly ComparedUnit[]; target: number; axis: ShareAxis };

/** Shares of up to some forty units with their Wilson intervals against the target, one line a unit. */
export const CompareChart = memo(function CompareChart({ units, target, axis }: CompareChartProps) {
  const format = useFormat();
  const { rows, height, width } = useMemo(() => nameRows(units), [units]);
  return (
    <ScatterChart
      responsive
      style={{ width: '100%', height: height + 38 }}
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
      <YAxis
        type="number"
        dataKey="middle"
        reversed
        domain={[0, height]}
        ticks={rows.map((row) => row.middle)}
        interval={0}
        width={width}
        axisLine={false}
        tickLine={false}
        tick={(tick: YAxisTickContentProps) => <Name tick={tick} row={rows[tick.index]} />}
      />
      <Grid ticks={axis.ticks} />
      <ReferenceLine x={target} stroke="var(--ink)" strokeWidth={1.6} />
      <Scatter
        data={rows}
        isAnimationActive={false}
        shape={(point: ScatterShapeProps) => <Interval point={point} axisMin={axis.min} />}
      />
      {axis.cut && <CutMark />}
    </ScatterChart>
  );
});

function Name({ tick, row }: { tick: YAxisTickContentProps; row: NameRow | undefined }) {
  if (!row) return null;
  const { lines, clearMiss } = row;
  return (
    <text textAnchor="end" fontSize={12} fontWeight={clearMiss ? 600 : 400} fill="var(--ink)">
      {lines.map((line, i) => (
        <tspan key={line} x={tick.x} y={Number(tick.y) + (i - (lines.length - 1) / 2) * LINE_PX} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Grid({ ticks }: { ticks: readonly number[] }) {
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

function Interval({ point, axisMin }: { point: ScatterShapeProps; axisMin: number }) {
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
  const colour = clearMiss ? 'var(--missed)' : few ? 'var(--quiet)' : 'var(--brand)';
  return (
    <g>
      <title>{`${unit.name}: ${format.percent(share)} · ${format.number(unit.n)}/${format.number(unit.of)}`}</title>
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
          {format.percent(share)}
        </text>
      )}
    </g>
  );
}
