import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { ComparedUnit } from './compared-unit.ts';

type MissLabelsProps = { units: readonly ComparedUnit[]; axisMin: number };

/** More names than this hide the picture; the others stand in the table. */
const MOST = 10;
const LINE = 13;
// Width of a name at 11.5 px, near enough to decide on which side of its mark it fits.
const widthOf = (name: string): number => name.length * 6.3 + 10;

type Box = { left: number; right: number; y: number };
const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < LINE;

/** Names the clear misses, worst first, each beside its mark and none over another. */
export function MissLabels({ units, axisMin }: MissLabelsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const placed: Box[] = [];
  const names = units
    .filter((unit) => unit.clearMiss)
    .sort((a, b) => a.high - b.high)
    .slice(0, MOST)
    .map((unit) => {
      const at = x(unit.of) ?? 0;
      const before = at + widthOf(unit.name) > plot.x + plot.width;
      const left = before ? at - widthOf(unit.name) : at + 8;
      const box = { left, right: left + widthOf(unit.name), y: y(Math.max(axisMin, unit.share)) ?? 0 };
      while (placed.some((other) => touches(box, other))) box.y += LINE;
      placed.push(box);
      return { unit, before, at: before ? at - 8 : at + 8, y: box.y, fits: box.y < plot.y + plot.height + 4 };
    });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {names.map(
        ({ unit, before, at, y: line, fits }) =>
          fits && (
            <text
              key={unit.code}
              x={at}
              y={line}
              dy="0.35em"
              textAnchor={before ? 'end' : 'start'}
              fontSize={11.5}
              fill="var(--ink)"
              stroke="var(--panel)"
              strokeWidth={3}
              paintOrder="stroke"
            >
              {unit.name}
            </text>
          ),
      )}
    </ZIndexLayer>
  );
}
