import { grouped } from '../../lib/domain/grouped.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';
import { inOrder } from '../admin/row-order.ts';
import { DUE_GROUPS, dueGroup } from './due-group.ts';

/** By what a list of dossiers can be grouped. */
export const GROUPINGS = ['due', 'procedure', 'stage', 'handler', 'unit'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Lines of one group; `key` is that of `DUE_GROUPS`, or what they have in common ('' where nothing was told). */
export type LineGroup = { key: string; lines: DossierLine[] };

/** Lines in groups: by due date in the order of need, else the largest first and what was not told last. */
export function lineGroups(
  lines: readonly DossierLine[],
  by: Grouping,
  { now, day }: { now: number; day: string },
): LineGroup[] {
  const keyOf = (line: DossierLine): string => (by === 'due' ? dueGroup(line, now, day) : (line[by] ?? ''));
  const groups = [...grouped(lines, keyOf)].map(([key, own]) => ({ key, lines: own }));
  if (by === 'due') {
    const place = new Map<string, number>(DUE_GROUPS.map((key, i) => [key, i]));
    return groups.sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  }
  return groups.sort(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      b.lines.length - a.lines.length ||
      (a.key < b.key ? -1 : 1),
  );
}

/** By what the lines of a group can be ordered; a leading "-" turns it round. */
export const ORDERS = ['due', '-due', '-received', 'received', 'dossier'] as const;
export type Order = (typeof ORDERS)[number];

const ORDERED_BY = [
  { key: 'due', order: ({ dueAt }: DossierLine) => dueAt },
  { key: 'received', order: ({ receivedAt, submittedAt }: DossierLine) => receivedAt ?? submittedAt },
  { key: 'dossier', order: ({ dossier }: DossierLine) => dossier },
];

/** Lines in an order, what has no such date last. */
export const orderedLines = (lines: readonly DossierLine[], order: Order, locale: string): DossierLine[] =>
  inOrder(lines, ORDERED_BY, order, locale);
