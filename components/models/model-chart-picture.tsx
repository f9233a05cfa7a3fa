'use client';
import { memo } from 'react';
import { Area, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { unitOf } from '../../lib/domain/figure.ts';
import type { ModelChart, ModelSide } from '../../lib/domain/model-chart.ts';
import { TIME_AXIS, USUAL_BAND, VALUE_AXIS } from '../charts/axis-text.ts';
import { CutMark } from '../charts/cut-mark.tsx';
import { shareAxis } from '../charts/share-axis.ts';
import { valueText } from '../measures/figure-text.ts';
import { useFormat } from '../ui/use-format.ts';

type ModelChartPictureProps = { chart: ModelChart; metric: ComparedMetric; startDay: string };

type Row = { day: string; value: number | null; band: readonly [number, number] | null };

/** M2: a measure by days, in the band of what was usual before and in that of what is usual since. */
export const ModelChartPicture = memo(function ModelChartPicture({
  chart,
  metric,
  startDay,
}: ModelChartPictureProps) {
  const t = useTranslations('models');
  const format = useFormat();
  const before = rowsOf(chart.before);
  const told = before.findIndex((row) => row.value !== null);
  const since = rowsOf(chart.after);
  // Days before anything was told would push what is to be seen to the edge.
  const rows = [...(told < 0 ? [] : before.slice(told)), ...since];
  const share = unitOf(metric) === 'share';
  const lows = rows.flatMap(({ value, band }) => [value, band?.[0] ?? null].filter((y) => y !== null));
  const axis = share ? shareAxis([Math.min(1, ...lows)], 1) : null;
  const value = (number: number): string => valueText(format, metric, { value: number });
  return (
    <ComposedChart
      responsive
      data={rows}
      style={{ width: '100%', height: 220 }}
      margin={{ top: 14, right: 12, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="day" minTickGap={14} tickFormatter={format.dayShort} {...TIME_AXIS} />
      <YAxis
        domain={axis ? [axis.min, 1] : [0, 'auto']}
        ticks={axis?.ticks}
        tickFormatter={share ? format.target : value}
        tickCount={4}
        {...VALUE_AXIS}
      />
      <Area dataKey="band" {...USUAL_BAND} />
      {since.length > 0 && (
        <ReferenceLine
          x={since[0]?.day ?? startDay}
          stroke="var(--ink)"
          strokeDasharray="4 3"
          label={{ value: t('startMark'), position: 'top', fontSize: 11, fill: 'var(--ink2)' }}
        />
      )}
      <Line
        dataKey="value"
        isAnimationActive={false}
        activeDot={false}
        connectNulls
        stroke="var(--brand)"
        strokeWidth={1.6}
        dot={{ r: 2, fill: 'var(--brand)', strokeWidth: 0 }}
      />
      {axis?.cut && <CutMark side="left" />}
    </ComposedChart>
  );
});

const rowsOf = ({ points, chart }: ModelSide): Row[] =>
  points.map(({ bucket, value }, i) => {
    const limits = chart?.points[i];
    return {
      day: bucket,
      value,
      band: limits?.low == null || limits.high === null ? null : [limits.low, limits.high],
    };
  });
