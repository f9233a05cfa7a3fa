import type { ActionName } from '../access/action.ts';
import type { PageState } from './suggestion.ts';

export const PAGE_ACTS = ['sort', 'see', 'instruct', 'answer', 'erase'] as const;
export type PageAct = (typeof PAGE_ACTS)[number];

/** Who reads: what may be done in the unit of the page, and whether a role is held in the unit itself. */
export type PageReader = { may(action: ActionName): boolean; inside: boolean };

/** `confirmed`: a person marked it on the pages; what a source tells is seen too, and may still be confirmed (N3). */
export type ReadPage = {
  state: PageState;
  sorted: boolean;
  seen: boolean;
  confirmed: boolean;
  erased: boolean;
};

export type PageRights = {
  /** More than the number, the day and that it has left. */
  known: boolean;
  /** Text, contact and what was said to it. */
  text: boolean;
  acts: PageAct[];
};

/** N5, K11: what a reader may know of a page and do with it. A mark comes before instruction and answer. */
export function pageRights(
  { state, sorted, seen, confirmed, erased }: ReadPage,
  { may, inside }: PageReader,
): PageRights {
  const above = may('book.above') && !inside;
  const away = state === 'away';
  const acts = new Set<PageAct>();
  if (away ? above : may('book.sort')) acts.add('sort');
  if (!confirmed && sorted && (away ? above : may('book.confirm'))) acts.add('see');
  if (seen && sorted && (away ? above : may('book.decide')))
    for (const act of ['instruct', 'answer'] as const) acts.add(act);
  if (above && !erased) acts.add('erase');
  return {
    known: !away || above,
    text: away ? above : may(sorted ? 'book.read' : 'book.sort'),
    acts: PAGE_ACTS.filter((act) => acts.has(act)),
  };
}
