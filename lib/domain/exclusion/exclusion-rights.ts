import { actionOf } from '../access/action.ts';
import type { Held } from '../access/grant.ts';
import { isWithin, lineOf, type Tree } from '../tree.ts';

/** V5: the lowest area by whose role somebody may ask for a unit; null: none. Above it the decision is taken. */
export function askedIn(tree: Tree, held: readonly Held[], unit: string): string | null {
  const { roles } = actionOf('exclusions.ask');
  const areas = held.flatMap(({ role, area }) => (area !== null && roles.includes(role) ? [area] : []));
  return lineOf(tree, unit).find(({ code }) => areas.includes(code))?.code ?? null;
}

/** V5: whether there is anybody who could decide what was asked in an area. */
export const hasAbove = (tree: Tree, area: string): boolean => lineOf(tree, area).length > 1;

/** Who stands on an act: the person, and whom that person acted for. */
export type Author = { person: string; onBehalfOf: string | null };

const names = ({ person, onBehalfOf }: Author): string[] =>
  onBehalfOf === null ? [person] : [person, onBehalfOf];

/** V5: whether somebody decides strictly above the area where it was asked, and neither asked nor was asked for. */
export function mayDecide(
  tree: Tree,
  held: readonly Held[],
  person: string,
  asked: { area: string; by: Author },
): boolean {
  const { roles } = actionOf('exclusions.decide');
  return held.some(({ role, area, onBehalfOf }) => {
    const above = area !== null && area !== asked.area && isWithin(tree, asked.area, area);
    if (!above || !roles.includes(role)) return false;
    return !names({ person, onBehalfOf }).some((one) => names(asked.by).includes(one));
  });
}
