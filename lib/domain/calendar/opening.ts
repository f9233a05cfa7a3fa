import { sessionsOf } from '../settings.ts';
import { type Tree, zoneOf } from '../tree.ts';
import type { Opening } from './working-time.ts';

/** C6: when an area is open, by its sessions (G2); for a sector without the sessions of other sectors alone. */
export function openingOf(tree: Tree, code: string, sector?: string): Opening {
  const zone = zoneOf(tree, code);
  return { zone, spansOf: (day) => sessionsOf(tree, code, zone, day, sector) ?? [] };
}
