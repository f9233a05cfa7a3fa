import type { Place } from '../../lib/wire/board.ts';

/** Units that lie together; `name` is null where the tree has no groups. */
export type MosaicGroup = { group: string; name: string | null; codes: string[] };

const names = new Intl.Collator('vi', { numeric: true });

/** The units by group, both by name: an order that no event changes. */
export function mosaicGroups(places: Readonly<Record<string, Place>>): MosaicGroup[] {
  const groups = new Map<string, MosaicGroup>();
  for (const [code, place] of Object.entries(places)) {
    const group = place.group ?? '';
    const known = groups.get(group) ?? { group, name: place.groupName ?? place.group, codes: [] };
    groups.set(group, known);
    known.codes.push(code);
  }
  const nameOf = (code: string): string => places[code]?.name ?? code;
  for (const { codes } of groups.values()) {
    codes.sort((a, b) => names.compare(nameOf(a), nameOf(b)) || (a < b ? -1 : 1));
  }
  return [...groups.values()].sort((a, b) => names.compare(a.name ?? '', b.name ?? ''));
}
