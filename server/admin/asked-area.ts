import { isWithin, type Tree } from '../../lib/domain/tree.ts';

/** Whether a line stands in the list that a caller asked for: of an area that was asked for, and where `may` holds. */
export const isListed =
  (tree: Tree, asked: string | undefined, may: (area: string | null) => boolean) =>
  ({ area }: { area: string | null }): boolean =>
    may(area) && isAsked(tree, asked, area);

/** Whether something of an area (null: the whole installation) belongs into a list that asks for one area, or for all. */
export const isAsked = (tree: Tree, asked: string | undefined, area: string | null): boolean =>
  asked === undefined || (area !== null && isWithin(tree, area, asked));
