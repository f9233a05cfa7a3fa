import { inForce } from '../settings.ts';
import { lineOf, type ProcedureDefinition, type Tree } from '../tree.ts';

/**
 * C5: a procedure as it holds in an area on a day: the nearest ancestor's, in force on that day. undefined: nobody has
 * defined it, and it has no limit. Of a dossier the day is the local day of receipt in its unit.
 */
export function procedureOf(
  tree: Tree,
  code: string,
  procedure: string,
  day: string,
): ProcedureDefinition | undefined {
  for (const area of lineOf(tree, code)) {
    const found = inForce(
      tree.procedures.get(area.code),
      (item) => item.effectiveFrom,
      day,
      (item) => item.procedure === procedure,
    );
    if (found) return found;
  }
  return undefined;
}
