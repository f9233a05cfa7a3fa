import { useXAxisScale, useYAxisScale } from 'recharts';
import { FUNNEL_Z, funnelLimits } from '../../lib/domain/funnel.ts';

type FunnelBandsProps = {
  target: number;
  /** Cases at the right edge of the axis. */
  most: number;
  axisMin: number;
};

const POINTS = 60;

/** Areas in which a unit that meets the target lies by chance alone: 95 % darker, 99.8 % lighter. */
export function FunnelBands({ target, most, axisMin }: FunnelBandsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const area = (z: number): string => {
    const upper: string[] = [];
    const lower: string[] = [];
    for (let i = 0; i <= POINTS; i++) {
      // Squared steps: the limits bend where there are few cases.
      const of = Math.max(1, (i / POINTS) ** 2 * most);
      const { low, high } = funnelLimits(target, of, z);
      upper.push(`${x(of)} ${y(high)}`);
      lower.unshift(`${x(of)} ${y(Math.max(axisMin, low))}`);
    }
    return `M${[...upper, ...lower].join('L')}Z`;
  };
  return (
    <g fill="var(--brand)" fillOpacity={0.09}>
      <path d={area(FUNNEL_Z.p998)} />
      <path d={area(FUNNEL_Z.p95)} />
    </g>
  );
}
