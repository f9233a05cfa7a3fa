import type { Period } from './period.ts';
import { type AreaDefinition, lineOf, type Tree } from './tree.ts';

/**
 * G11: of every area that came out of a merger or split, or holds one that did, the last such day up to `to`. Figures from
 * before that day are of other borders; an old unit's are never shared out among its successors.
 */
export function borderChanges(tree: Tree, to: string): Map<string, string> {
  const last = new Map<string, string>();
  for (const area of tree.areas.values()) {
    const day = area.validFrom;
    if (day === undefined || area.succeeds.length === 0 || day > to) continue;
    for (const { code } of lineOf(tree, area.code)) if (day > (last.get(code) ?? '')) last.set(code, day);
  }
  return last;
}

/** G6, G11: whether an area existed on some day of a period. */
export const existedIn = ({ validFrom, validTo }: AreaDefinition, { from, to }: Period): boolean =>
  (validFrom === undefined || validFrom <= to) && (validTo === undefined || validTo >= from);
