import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { ComparedUnit } from './compared-unit.ts';

type MissLabelsProps = { units: readonly ComparedUnit[]; axisMin: number };

/** More names than this hide the picture; the others stand in the table. */
const MOST = 10;
const LINE = 12;
/** Half the width of a mark. */
const MARK = 6;
// Width of a name at 11.5 px, near enough to decide on which side of its mark it fits.
const widthOf = (name: string): number => name.length * 6.3;

type Box = { left: number; right: number; y: number };
const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < LINE;

/** Right of the mark, then left of it, then a little higher or lower. */
const PLACES = [
  { before: false, dy: 0 },
  { before: true, dy: 0 },
  { before: false, dy: -13 },
  { before: false, dy: 13 },
  { before: true, dy: -13 },
  { before: true, dy: 13 },
];

/** Names the clear misses, worst first, each beside its mark and none over another mark or name. */
export function MissLabels({ units, axisMin }: MissLabelsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const missed = units.filter((unit) => unit.clearMiss).sort((a, b) => a.high - b.high);
  const marks = missed.map((unit) => ({
    unit,
    x: x(unit.of) ?? 0,
    y: y(Math.max(axisMin, unit.share)) ?? 0,
  }));
  const taken: Box[] = marks.map((mark) => ({ left: mark.x - MARK, right: mark.x + MARK, y: mark.y }));
  const names = marks.slice(0, MOST).flatMap((mark) => {
    const width = widthOf(mark.unit.name);
    for (const { before, dy } of PLACES) {
      const left = before ? mark.x - MARK - 2 - width : mark.x + MARK + 2;
      const box = { left, right: left + width, y: mark.y + dy };
      const inside = left >= plot.x && box.right <= plot.x + plot.width && box.y <= plot.y + plot.height;
      if (!inside || taken.some((other) => touches(box, other))) continue;
      taken.push(box);
      return [{ unit: mark.unit, at: before ? box.right : left, before, y: box.y }];
    }
    return [];
  });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {names.map(({ unit, at, before, y: line }) => (
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
      ))}
    </ZIndexLayer>
  );
}
