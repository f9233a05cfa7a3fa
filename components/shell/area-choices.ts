import { searchFold, searchMatches } from '../../lib/i18n/search-fold.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';

/** Lines that fit a list somebody reads. */
const SHOWN = 50;

export type AreaChoices = { shown: AreaItem[]; more: number };

/**
 * What the switcher offers. Without a query: the way up, then what lies below the current area, or beside it when
 * nothing does. With one: every area in force whose name, English name or code matches, beginnings first.
 */
export function areaChoices(
  areas: readonly AreaItem[],
  current: string,
  query: string,
  day: string,
): AreaChoices {
  const inForce = areas.filter(({ validTo }) => !validTo || validTo >= day);
  const found = searchFold(query) === '' ? around(inForce, current) : matching(inForce, query);
  return { shown: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
}

function around(areas: readonly AreaItem[], current: string): AreaItem[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const here = byCode.get(current);
  const up: AreaItem[] = [];
  // A set guards against a tree that is no tree.
  const seen = new Set<string>();
  for (let area = here; area && !seen.has(area.code); area = byCode.get(area.parent ?? '')) {
    seen.add(area.code);
    up.unshift(area);
  }
  const below = areas.filter(({ parent }) => parent === current);
  const beside = areas.filter(({ parent, code }) => here && parent === here.parent && code !== current);
  return [...up, ...(below.length > 0 ? below : beside)];
}

function matching(areas: readonly AreaItem[], query: string): AreaItem[] {
  const start = searchFold(query);
  const rank = (area: AreaItem): number => (searchFold(area.name).startsWith(start) ? 0 : 1);
  return areas
    .filter(({ label, name, nameEn, code }) =>
      searchMatches(`${label ?? ''} ${name} ${nameEn ?? ''} ${code}`, query),
    )
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'));
}
