import { isWithin, type Tree } from '../../lib/domain/tree.ts';

/** Whether something of an area (null: the whole installation) belongs into a list that asks for one area, or for all. */
export const isAsked = (tree: Tree, asked: string | undefined, area: string | null): boolean =>
  asked === undefined || (area !== null && isWithin(tree, area, asked));
