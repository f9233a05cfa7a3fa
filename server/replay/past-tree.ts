import { alertRuleEvents } from '../../lib/domain/events/alert.ts';
import { calendarEvents } from '../../lib/domain/events/calendar.ts';
import { treeEvents } from '../../lib/domain/events/tree.ts';
import { emptyTree, isUnit, type Tree } from '../../lib/domain/tree.ts';
import { OF_THE_SERVER } from '../admin/audit-lines.ts';
import { applyDefinition } from '../log/commit-definitions.ts';
import { emptyMemory } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import type { Definition } from '../log/submission.ts';

/** What the tree is made of. */
const TREE_TYPES = [
  ...Object.keys(treeEvents),
  ...Object.keys(calendarEvents),
  ...Object.keys(alertRuleEvents),
];
/** What the tree is made of, found by the index of what the server alone tells: a few lines of the whole log. */
export const OF_THE_TREE = `${OF_THE_SERVER} AND type IN (${TREE_TYPES.map((type) => `'${type}'`).join(', ')})`;

/** Trees that are kept: definitions are rare, and many moments lie between two of them. */
const MOST_KEPT = 4;

/** Gives the tree as the definitions up to a seq of the log leave it; nobody may change it. */
export type PastTrees = (query: Query, seq: number) => Promise<Tree>;

export function createPastTrees(): PastTrees {
  const kept = new Map<number, Tree>();
  const lastDefinition = createLastDefinition();
  return async (query, seq) => {
    const until = await lastDefinition(query, seq);
    const held = kept.get(until) ?? (await readTree(query, until));
    kept.delete(until);
    kept.set(until, held);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return held;
  };
}

/** Gives the last definition up to a seq, 0 for none. The log only grows, so each part of it is looked through once. */
function createLastDefinition(): (query: Query, seq: number) => Promise<number> {
  const told: number[] = [];
  let seen = 0;
  return async (query, seq) => {
    if (seq > seen) {
      const text = `SELECT seq::float8 AS seq FROM event WHERE ${OF_THE_TREE} AND seq > $1 AND seq <= $2 ORDER BY seq`;
      const rows = await query(text, [seen, seq]);
      const newest = told.at(-1) ?? 0;
      // Another reader may have looked through the same part meanwhile.
      for (const row of rows) if (Number(row.seq) > newest) told.push(Number(row.seq));
      seen = Math.max(seen, seq);
    }
    return told.findLast((one) => one <= seq) ?? 0;
  };
}

async function readTree(query: Query, until: number): Promise<Tree> {
  const memory = { ...emptyMemory(), tree: emptyTree() };
  const text = `SELECT type, data FROM event WHERE ${OF_THE_TREE} AND seq <= $1 ORDER BY seq`;
  // The log holds only definitions that its schemas have passed.
  for (const { type, data } of await query(text, [until]))
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
