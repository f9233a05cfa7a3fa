'use client';
import { memo } from 'react';
import { Bar, ComposedChart, XAxis, YAxis } from 'recharts';
import { AXIS_TEXT } from '../charts/axis-text.ts';
import { useFormat } from '../ui/use-format.ts';

type FlowRow = { name: string; arrived: number; finished: number };

/** Arrived and served side by side, one pair a bucket. */
export const FlowChart = memo(function FlowChart({ rows }: { rows: readonly FlowRow[] }) {
  const format = useFormat();
  return (
    <ComposedChart
      responsive
      data={rows}
      style={{ width: '100%', height: 200 }}
      margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
      barCategoryGap="18%"
      barGap={1}
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="name"
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        height={24}
        interval="equidistantPreserveStart"
        minTickGap={14}
        {...AXIS_TEXT}
      />
      <YAxis
        width="auto"
        tickCount={4}
        allowDecimals={false}
        tickFormatter={format.number}
        axisLine={false}
        tickLine={false}
        {...AXIS_TEXT}
      />
      <Bar dataKey="arrived" fill="var(--brand)" fillOpacity={0.35} isAnimationActive={false} />
      <Bar dataKey="finished" fill="var(--brand)" isAnimationActive={false} />
    </ComposedChart>
  );
});
