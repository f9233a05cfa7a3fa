'use client';
import { memo } from 'react';
import {
  getNiceTickValues,
  ReferenceLine,
  Scatter,
  ScatterChart,
  type ScatterShapeProps,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { AXIS_TEXT } from './axis-text.ts';
import type { ComparedBy, ComparedUnit } from './compared-unit.ts';
import { CutMark } from './cut-mark.tsx';
import { FunnelBands } from './funnel-bands.tsx';
import { MissLabels } from './miss-labels.tsx';
import type { ShareAxis } from './share-axis.ts';
import { ShareMark } from './share-mark.tsx';
import { shareText } from './share-text.ts';

type FunnelChartProps = {
  /** What a case is called. */
  by: ComparedBy;
  units: readonly ComparedUnit[];
  target: number;
  axis: ShareAxis;
  height?: number;
};

/** Share against number of cases for many units, with what chance alone explains; only clear misses are named. */
export const FunnelChart = memo(function FunnelChart({
  by,
  units,
  target,
  axis,
  height = 230,
}: FunnelChartProps) {
  const t = useTranslations('charts');
  const format = useFormat();
  const cases = getNiceTickValues([0, Math.max(30, ...units.map((unit) => unit.of))], 6);
  const most = cases.at(-1) ?? 30;
  return (
    <ScatterChart
      responsive
      style={{ width: '100%', height }}
      margin={{ top: 10, right: 30, bottom: 2, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey="of"
        domain={[0, most]}
        ticks={cases}
        tickFormatter={(of: number) =>
          of === most ? t(`compared.${by}.cases`, { count: of }) : format.number(of)
        }
        axisLine={false}
        tickLine={false}
        height={26}
        {...AXIS_TEXT}
      />
      <YAxis
        type="number"
        dataKey={(unit: ComparedUnit) => Math.max(axis.min, unit.share)}
        domain={[axis.min, 1]}
        ticks={axis.ticks}
        tickFormatter={format.target}
        axisLine={false}
        tickLine={false}
        width={42}
        {...AXIS_TEXT}
      />
      <FunnelBands target={target} most={most} axisMin={axis.min} />
      <ReferenceLine
        y={target}
        stroke="var(--ink)"
        strokeWidth={1.4}
        label={{
          value: t('target', { value: format.target(target) }),
          position: 'insideBottomRight',
          fontSize: 11,
          fill: 'var(--ink2)',
          stroke: 'var(--panel)',
          strokeWidth: 3,
          paintOrder: 'stroke',
        }}
      />
      <Scatter
        data={units}
        isAnimationActive={false}
        shape={(point: ScatterShapeProps) => <Unit point={point} axisMin={axis.min} />}
      />
      <MissLabels units={units} axisMin={axis.min} />
      {axis.cut && <CutMark side="left" />}
    </ScatterChart>
  );
});

function Unit({ point, axisMin }: { point: ScatterShapeProps; axisMin: number }) {
  const format = useFormat();
  // Recharts hands the datum back untyped; the data of this Scatter are ComparedUnits.
  const unit = point.payload as ComparedUnit;
  const { few, clearMiss, share } = unit;
  const beyond = share < axisMin;
  if (point.cx === undefined || point.cy === undefined) return null;
  return (
    <g>
      <title>{`${unit.name}: ${shareText(format, unit)}`}</title>
      <ShareMark
        x={point.cx}
        y={point.cy}
        size={clearMiss ? 4 : 3}
        few={few}
        clearMiss={clearMiss}
        beyond={beyond ? 'bottom' : undefined}
        opacity={clearMiss ? 1 : 0.65}
      />
    </g>
  );
}
