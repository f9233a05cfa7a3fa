import { treeEvents } from '../events/tree.ts';
import type { ServiceDefinition, Tree } from '../tree.ts';
import {
  areaOf,
  checked,
  type Definitions,
  dayIn,
  numberIn,
  readDefinitions,
  sameBut,
  textIn,
  todayIn,
} from './definitions.ts';
import { good, type Line, missing, type Read, type Row } from './line-fault.ts';

export const SERVICE_COLUMNS = ['area', 'service', 'name'] as const;
export const OPTIONAL_SERVICE_COLUMNS = ['name_en', 'max_service_minutes', 'effective_from'] as const;

/** Services of a file. Without `effective_from` a service holds from today, or as it is if nothing else changes. */
export function serviceDefinitions(
  lines: readonly Line[],
  tree: Tree,
  now: number,
): Definitions<ServiceDefinition> {
  return readDefinitions(lines, (row) => readService(row, tree, now));
}

function readService(row: Row, tree: Tree, now: number): Read<ServiceDefinition> {
  const area = areaOf(tree, row);
  if (!area.ok) return area;
  for (const column of ['service', 'name'] as const) if (textIn(row, column) === '') return missing(column);
  const from = dayIn(row, 'effective_from');
  if (!from.ok) return from;
  const service = checked(treeEvents['service.defined'], {
    area: area.value.code,
    service: textIn(row, 'service'),
    name: textIn(row, 'name'),
    nameEn: textIn(row, 'name_en') || undefined,
    maxServiceMinutes:
      textIn(row, 'max_service_minutes') === '' ? undefined : numberIn(row, 'max_service_minutes'),
    effectiveFrom: from.value ?? todayIn(area.value, now),
  });
  if (!service.ok || from.value !== null) return service;
  const held = (tree.services.get(area.value.code) ?? []).find((item) =>
    sameBut(item, service.value, 'effectiveFrom'),
  );
  return good(held ?? service.value);
}
