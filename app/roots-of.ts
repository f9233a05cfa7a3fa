import type { AreaItem } from '../lib/wire/area-item.ts';

/** The tops of what this reader may see, which for the leader of a district is the district. */
export function rootsOf(areas: readonly AreaItem[]): AreaItem[] {
  const codes = new Set(areas.map((area) => area.code));
  return areas.filter(({ parent, validTo }) => !validTo && (parent === null || !codes.has(parent)));
}
