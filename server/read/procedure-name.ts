import { procedureOf } from '../../lib/domain/calendar/procedure.ts';
import type { Tree } from '../../lib/domain/tree.ts';

/** The name of a procedure as it holds in a unit on a local day, else its code. */
export function procedureName(
  tree: Tree,
  unit: string,
  procedure: string | null,
  day: string,
): string | null {
  if (procedure === null) return null;
  return procedureOf(tree, unit, procedure, day)?.name ?? procedure;
}
