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

/** The same of sums of dossiers, whose days change until the last of them is settled. */
export function addLateDossierDays(
  { dossierDays, lateDossierDays }: Pick<GroupRows, 'dossierDays' | 'lateDossierDays'>,
  zoneOf: (unit: string) => string,
  now: number,
  seq: number,
): void {
  const late = new Map(dossierDays.map(({ unit, day }) => [`${unit}\n${day}`, { unit, day, seq }]));
  for (const row of late.values()) if (row.day < localDay(zoneOf(row.unit), now)) lateDossierDays.push(row);
}
