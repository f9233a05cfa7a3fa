import { contactOf } from '../../lib/domain/area-contact.ts';
import { conductSetOf } from '../../lib/domain/conduct/conduct-set.ts';
import { localDayIn, type Tree } from '../../lib/domain/tree.ts';
import type { Asked } from '../../lib/wire/device/ratings-given.ts';

/** What is asked of whoever rates a unit, with the points of conduct in force there. Null: there is no such unit. */
export function askedAt(tree: Tree, code: string, counter: string | null, at: number): Asked | null {
  const area = tree.areas.get(code);
  if (!area) return null;
  const { points } = conductSetOf(tree, code, localDayIn(tree, code, at));
  const { hotline } = contactOf(code, (one) => tree.areas.get(one));
  const { name, nameEn = null, demo } = area;
  return { unit: { code, name, nameEn, demo }, counter, points, hotline };
}
