import { treeEvents } from '../events/tree.ts';
import { METRICS } from '../events/tree-words.ts';
import type { TargetDefinition, Tree } from '../tree.ts';
import {
  areaOf,
  checked,
  type Definitions,
  dayIn,
  numberIn,
  readDefinitions,
  sameBut,
  shareIn,
  textIn,
  todayIn,
} from './definitions.ts';
import { bad, good, type Line, missing, type Read, type Row } from './line-fault.ts';

export const TARGET_COLUMNS = ['area', 'metric', 'value', 'source'] as const;
export const OPTIONAL_TARGET_COLUMNS = ['service', 'seconds', 'effective_from'] as const;

/** Targets of a file; none takes effect in the past (4-measures, "Targets"). A value is a share or ends in %. */
export function targetDefinitions(
  lines: readonly Line[],
  tree: Tree,
  now: number,
): Definitions<TargetDefinition> {
  return readDefinitions(lines, (row) => readTarget(row, tree, now));
}

function readTarget(row: Row, tree: Tree, now: number): Read<TargetDefinition> {
  const area = areaOf(tree, row);
  if (!area.ok) return area;
  for (const column of ['metric', 'value', 'source'] as const)
    if (textIn(row, column) === '') return missing(column);
  const metric = textIn(row, 'metric');
  if (!METRICS.some((name) => name === metric)) {
    return bad(
      'bad_metric',
      'metric',
      `"${metric}" phải là: ${METRICS.join(', ')}`,
      `"${metric}" must be one of: ${METRICS.join(', ')}`,
    );
  }
  const value = shareIn(row, 'value');
  if (!(value >= 0 && value <= 1)) {
    return bad(
      'bad_value',
      'value',
      'chỉ tiêu phải từ 0 đến 1, hoặc viết kèm %',
      'a target is 0 to 1, or is written with %',
    );
  }
  const from = dayIn(row, 'effective_from');
  if (!from.ok) return from;
  const today = todayIn(area.value, now);
  const target = checked(treeEvents['target.set'], {
    area: area.value.code,
    metric,
    service: textIn(row, 'service') || undefined,
    value,
    seconds: textIn(row, 'seconds') === '' ? undefined : numberIn(row, 'seconds'),
    effectiveFrom: from.value ?? today,
    source: textIn(row, 'source'),
  });
  if (!target.ok) return target;
  // A second run of a file meets its own targets, which may have taken effect since.
  const unchanged = (tree.targets.get(area.value.code) ?? []).find((held) =>
    from.value === null ? sameBut(held, target.value, 'effectiveFrom') : sameBut(held, target.value),
  );
  if (unchanged) return good(unchanged);
  if (target.value.effectiveFrom >= today) return target;
  return bad(
    'target_in_past',
    'effective_from',
    `chỉ tiêu không có hiệu lực từ ngày đã qua (hôm nay là ${today})`,
    `a target never takes effect in the past (today is ${today})`,
  );
}
