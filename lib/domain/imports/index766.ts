import { publishedEvents } from '../events/published.ts';
import type { DataOf } from '../events/registry.ts';
import { agrees, INDEX766_PARTS, type Index766Part, sumOf } from '../index766.ts';
import { checked, type Definitions, numberIn, readDefinitions, textIn } from './definitions.ts';
import { bad, good, type Line, missing, type Read, type Row } from './line-fault.ts';

/** Columns as the public table has them. */
const COLUMNS: Record<Index766Part, string> = {
  transparency: 'ckmb',
  progress: 'tdgq_of_20',
  online: 'online',
  payment: 'tttt',
  digitisation: 'mdsh',
  satisfaction: 'mdhl_of_18',
};
export const INDEX766_COLUMNS = ['code', 'short_name', 'total_score', ...Object.values(COLUMNS)] as const;

type Published = DataOf<'published.entered'>;

/** The published index, line by line; a line whose groups do not add up to its total is named (V8). */
export const index766Definitions = (
  lines: readonly Line[],
  of: Pick<Published, 'area' | 'day' | 'source'>,
): Definitions<Published> => readDefinitions(lines, (row) => readLine(row, of));

function readLine(row: Row, of: Pick<Published, 'area' | 'day' | 'source'>): Read<Published> {
  for (const column of ['code', 'short_name', 'total_score'] as const)
    if (textIn(row, column) === '') return missing(column);
  const parts = {
    transparency: null,
    progress: null,
    online: null,
    payment: null,
    digitisation: null,
    satisfaction: null,
  } as Published['parts'];
  for (const part of INDEX766_PARTS) {
    const column = COLUMNS[part];
    const points = pointsIn(row, column);
    if (!points.ok) return points;
    parts[part] = points.value;
  }
  const total = pointsIn(row, 'total_score');
  if (!total.ok) return total;
  if (total.value === null) return missing('total_score');
  if (!agrees(parts, total.value))
    return bad(
      'sum_differs',
      'total_score',
      `tổng các nhóm là ${sumOf(parts)}, không phải ${total.value}`,
      `the groups add up to ${sumOf(parts)}, not to ${total.value}`,
    );
  return checked(publishedEvents['published.entered'], {
    ...of,
    index: 'index766',
    code: textIn(row, 'code'),
    name: textIn(row, 'short_name'),
    parts,
    total: total.value,
  });
}

/** Points of a cell; nothing is not 0. */
function pointsIn(row: Row, column: string): Read<number | null> {
  if (textIn(row, column) === '') return good(null);
  const points = numberIn(row, column);
  if (points >= 0 && points <= 100) return good(points);
  return bad(
    'bad_points',
    column,
    `cột ${column}: điểm phải từ 0 đến 100`,
    `column ${column}: points are 0 to 100`,
  );
}
