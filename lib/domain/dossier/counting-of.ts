import { openingOf } from '../calendar/opening.ts';
import { procedureOf } from '../calendar/procedure.ts';
import type { Tree } from '../tree.ts';
import type { CountingOf } from './promises.ts';

/** How the tree counts time as it is now (C5, C6). */
export const countingOf =
  (tree: Tree): CountingOf =>
  (unit, procedure, day) => {
    const held = procedureOf(tree, unit, procedure, day);
    return { limit: held?.limit ?? null, opening: openingOf(tree, unit, held?.sector) };
  };
