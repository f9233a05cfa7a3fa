'use client';
import { memo } from 'react';
import { Area, ComposedChart, type DotItemDotProps, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { ControlRule } from '../../lib/domain/control-chart.ts';
import { unitOf } from '../../lib/domain/figure.ts';
import { TIME_AXIS, USUAL_BAND, VALUE_AXIS } from '../charts/axis-text.ts';
import { shareAxis } from '../charts/share-axis.ts';
import { valueText } from '../measures/figure-text.ts';
import { useFormat } from '../ui/use-format.ts';

/** One bucket; `band`: what is usual there. */
export type ControlRow = {
  name: string;
  value: number | null;
  band: readonly [number, number] | null;
  rule: ControlRule | null;
  /** Its time has not ended. */
  running: boolean;
  /** V6: the value without what is excluded by approval; null: nothing is there. */
  without: number | null;
};

type ControlChartProps = {
  rows: readonly ControlRow[];
  metric: ComparedMetric;
  centre: number | null;
  target: number | null;
};

/** A measure through time in the band of what is usual; points that break a rule are marked. */
export const ControlChart = memo(function ControlChart({ rows, metric, centre, target }: ControlChartProps) {
  const t = useTranslations('history');
  const format = useFormat();
  const value = (number: number): string => valueText(format, metric, { value: number });
  const share = unitOf(metric) === 'share';
  const axis = share ? shareAxis([lowestOf(rows)], target ?? 1) : null;
  const label = (text: string, position: 'insideTopRight' | 'insideBottomRight') => ({
    value: text,
    position,
    fontSize: 11,
    fill: 'var(--ink2)',
    stroke: 'var(--panel)',
    strokeWidth: 3,
    paintOrder: 'stroke',
  });
  return (
    <ComposedChart
      responsive
      data={rows}
      style={{ width: '100%', height: 260 }}
      margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="name" minTickGap={14} {...TIME_AXIS} />
      <YAxis
        domain={axis ? [axis.min, 1] : [0, 'auto']}
        ticks={axis?.ticks}
        tickFormatter={share ? format.target : value}
        tickCount={5}
        {...VALUE_AXIS}
      />
      <Area dataKey="band" connectNulls {...USUAL_BAND} />
      {centre !== null && (
        <ReferenceLine
          y={centre}
          stroke="var(--ink3)"
          strokeDasharray="3 4"
          label={label(t('centre', { value: value(centre) }), 'insideBottomRight')}
        />
      )}
      {target !== null && (
        <ReferenceLine
          y={target}
          stroke="var(--ink)"
          strokeWidth={1.4}
          label={label(t('target', { value: format.target(target) }), 'insideTopRight')}
        />
      )}
      <Line
        dataKey="value"
        type="linear"
        connectNulls={false}
        isAnimationActive={false}
        activeDot={false}
        stroke="var(--brand)"
        strokeWidth={1.6}
        dot={(dot: DotItemDotProps) => <Point key={dot.index} dot={dot} row={rows[dot.index]} />}
      />
      <Line
        dataKey="without"
        isAnimationActive={false}
        activeDot={false}
        stroke="none"
        dot={(dot: DotItemDotProps) => <Without key={dot.index} dot={dot} row={rows[dot.index]} />}
      />
    </ComposedChart>
  );
});

/** The lowest thing drawn. */
const lowestOf = (rows: readonly ControlRow[]): number =>
  Math.min(
    1,
    ...rows.flatMap(({ value, without, band }) =>
      [value, without, band?.[0] ?? null].filter((y) => y !== null),
    ),
  );

/** V6: hollow beside the point of the whole, which stays. */
function Without({ dot, row }: { dot: DotItemDotProps; row: ControlRow | undefined }) {
  if (dot.cx === undefined || dot.cy === undefined || !row || row.without === null) return null;
  return (
    <rect
      x={dot.cx - 4}
      y={dot.cy - 4}
      width={8}
      height={8}
      fill="var(--panel)"
      stroke="var(--ink2)"
      strokeWidth={1.4}
    />
  );
}

function Point({ dot, row }: { dot: DotItemDotProps; row: ControlRow | undefined }) {
  if (dot.cx === undefined || dot.cy === undefined || !row || row.value === null) return null;
  if (row.rule === null)
    return (
      <circle
        cx={dot.cx}
        cy={dot.cy}
        r={row.running ? 3.4 : 2.6}
        fill={row.running ? 'var(--panel)' : 'var(--brand)'}
        stroke="var(--brand)"
      />
    );
  return (
    <path
      d={`M${dot.cx} ${dot.cy - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`}
      fill={row.rule === 'beyond' ? 'var(--missed)' : 'var(--risk)'}
      stroke="var(--panel)"
    />
  );
}
