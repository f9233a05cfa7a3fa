import { isWithin, type Tree } from '../tree.ts';
import { type ActionName, actionOf, type KeyRight } from './action.ts';
import type { DeviceKind } from './device-kind.ts';
import type { Held } from './grant.ts';
import type { WallView } from './wall-view.ts';

/** Who asks. Whoever asks without one of these is nobody and may nothing. */
export type Subject =
  | {
      kind: 'person';
      person: string;
      session: string;
      held: readonly Held[];
      /** Areas where any role is held, those that this session gives no right to (K7) among them. */
      heldIn: ReadonlySet<string>;
    }
  | { kind: 'key'; key: string; area: string; rights: readonly KeyRight[] }
  | {
      kind: 'wall';
      wall: string;
      area: string;
      view: WallView;
      /** W8: what it shows in turn beside its own view. */
      playlist: readonly { area: string; view: WallView }[];
    }
  | { kind: 'device'; device: string; as: DeviceKind; area: string; counter: string | null };

const covers = (tree: Tree, of: string | null, area: string | null): boolean =>
  of === null || (area !== null && isWithin(tree, area, of));

/**
 * The one answer to "may they?". `area` null asks for the whole installation, which only whoever holds it whole may
 * touch. An area that does not exist is nobody’s (K2).
 */
export function can(tree: Tree, subject: Subject, action: ActionName, area: string | null): boolean {
  if (area !== null && !tree.areas.has(area)) return false;
  const { key, wall, devices } = actionOf(action);
  switch (subject.kind) {
    case 'person':
      return heldFor(tree, subject.held, action, area) !== null;
    case 'key':
      return key !== null && subject.rights.includes(key) && covers(tree, subject.area, area);
    case 'wall':
      // K5: one view of one area, not even the areas below it, but for those on its playlist.
      return wall && area !== null && viewIn(tree, subject, area) !== null;
    case 'device':
      return (devices?.includes(subject.as) ?? false) && area === subject.area;
  }
}

/** The view in which a wall may show an area; null: it may not. */
export function viewIn(
  tree: Tree,
  { area: own, view, playlist }: Pick<Extract<Subject, { kind: 'wall' }>, 'area' | 'view' | 'playlist'>,
  area: string,
): WallView | null {
  if (area === own) return view;
  // An area may have moved elsewhere since it was put there.
  return isWithin(tree, area, own) ? (playlist.find((one) => one.area === area)?.view ?? null) : null;
}

/** The role by which a person may do it: an own one before a lent one. Null: none. */
export function heldFor(
  tree: Tree,
  held: readonly Held[],
  action: ActionName,
  area: string | null,
): Held | null {
  const fitting = held.filter(
    (one) => actionOf(action).roles.includes(one.role) && covers(tree, one.area, area),
  );
  return fitting.find((one) => one.onBehalfOf === null) ?? fitting[0] ?? null;
}

/** Whether there is any area at all where the subject may. */
export function canSomewhere(tree: Tree, subject: Subject, action: ActionName): boolean {
  if (subject.kind === 'person')
    return subject.held.some(({ role }) => actionOf(action).roles.includes(role));
  return can(tree, subject, action, subject.area);
}
