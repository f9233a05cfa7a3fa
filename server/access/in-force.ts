import { type Held, heldBy } from '../../lib/domain/access/grant.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import type { Core } from '../core.ts';

/** What a person holds today, whether or not a session may use it (K7 is asked elsewhere). */
export const inForce = (core: Pick<Core, 'memory' | 'now'>, person: string): Held[] => {
  const { grants, loans } = core.memory.rights;
  return heldBy(person, grants, loans.values(), (area) => localDayIn(core.memory.tree, area, core.now()));
};
