import { unitsBelow } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ReadContext } from './context.ts';

/** A unit to be read; `key` names the group it is pooled in, `today` is its own local date at the moment of reading. */
export type ScopedUnit = { unit: string; key: string; zone: string; today: string; queue: boolean };

/** The units below an area at an instant, each pooled under `keyOf` (its own code unless given). */
export function scopeOf(
  { tree }: ReadContext,
  code: string,
  at: number,
  keyOf: (unit: string) => string = (unit) => unit,
): ScopedUnit[] {
  return unitsBelow(tree, code).flatMap((unit) => {
    const area = tree.areas.get(unit);
    if (!area) return [];
    const { timezone: zone, queue } = area;
    return [{ unit, key: keyOf(unit), zone, today: localDay(zone, at), queue: queue !== 'none' }];
  });
}
