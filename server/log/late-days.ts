import type { Nets } from '../../lib/domain/apply-shifts.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { GroupRows } from './group-table.ts';

/**
 * Notes the days before today of which a group told something: what was read of them up to an earlier seq holds no
 * longer. A change leaves a net on each day it concerns, even where as much came as went.
 */
export function addLateDays(
  { lateDays }: Pick<GroupRows, 'lateDays'>,
  { code, zone }: UnitState,
  nets: Nets,
  now: number,
  seq: number,
): void {
  const today = localDay(zone, now);
  const days = new Set([...nets.values()].map((net) => net.day));
  for (const day of days) if (day < today) lateDays.push({ unit: code, day, seq });
}
