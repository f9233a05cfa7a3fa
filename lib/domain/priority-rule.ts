import type { PriorityGroup } from './events/priority.ts';
import { inForce } from './settings.ts';
import { lineOf, type Tree } from './tree.ts';

/** Who goes first somewhere; `area` null: the product's own rule. */
export type PriorityRule = { area: string | null; groups: readonly PriorityGroup[]; every: number };

const DEFAULT: PriorityRule = {
  area: null,
  groups: [
    { group: 'elderly', name: 'Người cao tuổi', nameEn: 'Elderly people' },
    { group: 'disabled', name: 'Người khuyết tật', nameEn: 'People with disabilities' },
    { group: 'pregnant', name: 'Phụ nữ mang thai', nameEn: 'Pregnant women' },
    { group: 'infant', name: 'Người có con nhỏ đi cùng', nameEn: 'People with a small child' },
    { group: 'merit', name: 'Người có công', nameEn: 'People with merit to the country' },
  ],
  every: 1,
};

/** NT2: the nearest ancestor's rule in force on the local day, whole; without one the product's own. */
export function priorityRuleOf(tree: Tree, code: string, day: string): PriorityRule {
  for (const area of lineOf(tree, code)) {
    const rule = inForce(
      tree.priorityRules.get(area.code),
      (item) => item.effectiveFrom,
      day,
      () => true,
    );
    if (rule) return rule;
  }
  return DEFAULT;
}
