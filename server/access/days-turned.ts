import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';

/** Says, each time it is asked, whether a local day of the installation has turned since it was asked before. */
export function createDaysTurned({ tree }: Core['memory'], now: () => number): () => boolean {
  const days = (): string =>
    [...new Set([...tree.areas.values()].map(({ timezone }) => timezone))]
      .map((zone) => localDay(zone, now()))
      .join(' ');
  let held = days();
  return () => {
    const current = days();
    const turned = current !== held;
    held = current;
    return turned;
  };
}
