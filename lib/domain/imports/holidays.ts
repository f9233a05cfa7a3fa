import { treeEvents } from '../events/tree.ts';
import type { SessionDefinition, Tree } from '../tree.ts';
import { areaOf, checked, type Definitions, dayIn, readDefinitions, textIn } from './definitions.ts';
import { bad, type Line, missing } from './line-fault.ts';

export const HOLIDAY_COLUMNS = ['area', 'date'] as const;
export const OPTIONAL_HOLIDAY_COLUMNS = ['name', 'source'] as const;

/**
 * Days on which an area and all below it are closed, one a line; `source` is the decision they come from. Make-up days
 * and shortened ones are dated sessions.
 */
export function holidayDefinitions(lines: readonly Line[], tree: Tree): Definitions<SessionDefinition> {
  const seen = new Set<string>();
  return readDefinitions(lines, (row) => {
    const area = areaOf(tree, row);
    if (!area.ok) return area;
    const date = dayIn(row, 'date');
    if (!date.ok) return date;
    if (date.value === null) return missing('date');
    const source = [textIn(row, 'name'), textIn(row, 'source')].filter(Boolean).join(' · ');
    const key = `${area.value.code}/${date.value}`;
    if (seen.has(key))
      return bad(
        'repeated_date',
        'date',
        `ngày ${date.value} đã có ở dòng trên`,
        `${date.value} stands in a line above`,
      );
    seen.add(key);
    return checked(treeEvents['sessions.set'], {
      area: area.value.code,
      scope: 'day',
      fromDay: date.value,
      spans: [],
      source: source || undefined,
    });
  });
}
