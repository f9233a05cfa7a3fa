'use client';
import { memo } from 'react';
import { Bar, ComposedChart, XAxis, YAxis } from 'recharts';
import { TIME_AXIS, VALUE_AXIS } from '../charts/axis-text.ts';
import { useFormat } from '../ui/use-format.ts';

type FlowRow = { name: string; arrived: number | null; finished: number | null };

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
      <XAxis dataKey="name" minTickGap={14} {...TIME_AXIS} />
      <YAxis tickCount={4} allowDecimals={false} tickFormatter={format.number} {...VALUE_AXIS} />
      <Bar dataKey="arrived" fill="var(--brand)" fillOpacity={0.35} isAnimationActive={false} />
      <Bar dataKey="finished" fill="var(--brand)" isAnimationActive={false} />
    </ComposedChart>
  );
});
