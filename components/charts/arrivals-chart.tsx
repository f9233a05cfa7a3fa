'use client';
import { memo, useId } from 'react';
import {
  Bar,
  type BarShapeProps,
  ComposedChart,
  Line,
  usePlotArea,
  useXAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { TIME_AXIS, VALUE_AXIS } from './axis-text.ts';
import type { DayNote } from './day-note.ts';
import { type HalfHourRow, slotClock } from './half-hour-rows.ts';
import { NoteMarks } from './note-marks.tsx';

const ARRIVED_OPACITY = 0.3;

type ArrivalsChartProps = { rows: readonly HalfHourRow[]; notes: readonly DayNote[]; height?: number };

/** Arrived and finished per half hour; what still runs is hatched, closed hours are gaps, usual days a dashed line. */
export const ArrivalsChart = memo(function ArrivalsChart({ rows, notes, height = 144 }: ArrivalsChartProps) {
  const format = useFormat();
  const hatch = useId();
  return (
    <ComposedChart
      responsive
      data={rows}
      style={{ width: '100%', height }}
      margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
      barCategoryGap="14%"
      barGap={1}
      accessibilityLayer={false}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.4" height="5" fill="var(--brand)" />
        </pattern>
      </defs>
      <XAxis
        dataKey="slot"
        tickFormatter={(slot: number) => slotClock(slot).replace(/^0/, '')}
        minTickGap={4}
        {...TIME_AXIS}
      />
      <YAxis tickCount={4} allowDecimals={false} tickFormatter={format.number} {...VALUE_AXIS} />
      <ClosedHours rows={rows} />
      <Bar
        dataKey="arrived"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => (
          <Column bar={bar} rows={rows} hatch={hatch} opacity={ARRIVED_OPACITY} />
        )}
      />
      <Bar
        dataKey="finished"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <Column bar={bar} rows={rows} hatch={hatch} opacity={1} />}
      />
      <Line
        dataKey="usual"
        type="linear"
        connectNulls={false}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        stroke="var(--ink3)"
        strokeWidth={1.4}
        strokeDasharray="3 4"
      />
      <NoteMarks notes={notes} first={rows[0]?.slot ?? 0} last={rows.at(-1)?.slot ?? 0} />
    </ComposedChart>
  );
});

type ColumnProps = { bar: BarShapeProps; rows: readonly HalfHourRow[]; hatch: string; opacity: number };

function Column({ bar, rows, hatch, opacity }: ColumnProps) {
  const running = rows[bar.index]?.phase === 'running';
  return (
    <rect
      x={bar.x}
      y={bar.y}
      width={bar.width}
      height={Math.max(0, bar.height)}
      rx={Math.min(2, bar.width / 3)}
      fill={running ? `url(#${hatch})` : 'var(--brand)'}
      fillOpacity={opacity}
      stroke={running ? 'var(--brand)' : 'none'}
      strokeOpacity={opacity}
    />
  );
}

function ClosedHours({ rows }: { rows: readonly HalfHourRow[] }) {
  const t = useTranslations('charts');
  const scale = useXAxisScale();
  const plot = usePlotArea();
  if (!scale || !plot) return null;
  return spansOf(rows).map(({ from, to }) => {
    const left = scale(from, { position: 'start' }) ?? 0;
    const right = scale(to, { position: 'end' }) ?? left;
    return (
      <g key={from}>
        <rect x={left} y={plot.y} width={right - left} height={plot.height} fill="var(--grid)" />
        {right - left > 40 && (
          <text x={(left + right) / 2} y={plot.y + 14} textAnchor="middle" fontSize={11} fill="var(--ink2)">
            {t('closedHours')}
          </text>
        )}
      </g>
    );
  });
}

/** Runs of closed half hours. */
function spansOf(rows: readonly HalfHourRow[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { slot, closed } of rows) {
    if (!closed) continue;
    const last = spans.at(-1);
    if (last?.to === slot - 1) last.to = slot;
    else spans.push({ from: slot, to: slot });
  }
  return spans;
}
