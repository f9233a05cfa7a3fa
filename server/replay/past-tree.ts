import { alertRuleEvents } from '../../lib/domain/events/alert.ts';
import { calendarEvents } from '../../lib/domain/events/calendar.ts';
import { treeEvents } from '../../lib/domain/events/tree.ts';
import { emptyTree, isUnit, type Tree } from '../../lib/domain/tree.ts';
import { applyDefinition } from '../log/commit-definitions.ts';
import { emptyMemory } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import type { Definition } from '../log/submission.ts';

/** What the tree is made of. */
export const TREE_TYPES = [
  ...Object.keys(treeEvents),
  ...Object.keys(calendarEvents),
  ...Object.keys(alertRuleEvents),
];

/** Trees that are kept: definitions are rare, and many moments lie between two of them. */
const MOST_KEPT = 4;

/** Gives the tree as the definitions up to a seq of the log leave it; nobody may change it. */
export type PastTrees = (query: Query, seq: number) => Promise<Tree>;

export function createPastTrees(): PastTrees {
  const kept = new Map<number, Tree>();
  return async (query, seq) => {
    const [last] = await query(
      'SELECT coalesce(max(seq), 0)::float8 AS seq FROM event WHERE type = ANY($1) AND seq <= $2',
      [TREE_TYPES, seq],
    );
    const until = Number(last?.seq ?? 0);
    const held = kept.get(until) ?? (await readTree(query, until));
    kept.delete(until);
    kept.set(until, held);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return held;
  };
}

async function readTree(query: Query, until: number): Promise<Tree> {
  const memory = { ...emptyMemory(), tree: emptyTree() };
  const text = 'SELECT type, data FROM event WHERE type = ANY($1) AND seq <= $2 ORDER BY seq';
  // The log holds only definitions that its schemas have passed.
  for (const { type, data } of await query(text, [TREE_TYPES, until]))
    applyDefinition(memory, { type, data } as Definition, 0);
  return memory.tree;
}

/** The tree without those of the units that the reader may not see. */
export function seenTree(
  tree: Tree,
  units: readonly string[],
  maySee: (unit: string) => boolean,
): { tree: Tree; hidden: Set<string> } {
  const hidden = new Set(units.filter((unit) => !maySee(unit)));
  if (hidden.size === 0) return { tree, hidden };
  const children = new Map(
    [...tree.children].map(([parent, codes]) => [
      parent,
      new Set([...codes].filter((code) => !hidden.has(code))),
    ]),
  );
  const areas = new Map([...tree.areas].filter(([code, area]) => !(isUnit(area) && hidden.has(code))));
  return { tree: { ...tree, areas, children }, hidden };
}
