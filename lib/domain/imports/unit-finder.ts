import { type AreaDefinition, isUnit, type Tree, unitsBelow } from '../tree.ts';
import { bad, good, type Read } from './line-fault.ts';

/** Finds the unit a text names: its code, else its exact name, within `scope` (an area's code) or the whole tree. */
export function unitFinder(tree: Tree, scope: string | null): (text: string) => Read<AreaDefinition> {
  const units = scope === null ? [...tree.areas.values()].filter(isUnit) : unitsIn(tree, scope);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = new Map<string, AreaDefinition[]>();
  for (const unit of units) byName.set(unit.name, [...(byName.get(unit.name) ?? []), unit]);
  return (text) => {
    const name = text.normalize('NFC');
    const code = byCode.get(text);
    if (code) return good(code);
    const named = byName.get(name) ?? [];
    const [only] = named;
    if (only && named.length === 1) return good(only);
    if (only) {
      const codes = named.map((unit) => unit.code).join(', ');
      return bad(
        'ambiguous_unit',
        null,
        `"${text}" là tên của nhiều đơn vị: ${codes}`,
        `"${text}" names several units: ${codes}`,
      );
    }
    return bad(
      'unknown_unit',
      null,
      `không có đơn vị nào mang mã hoặc tên "${text}"`,
      `no unit has the code or name "${text}"`,
    );
  };
}

const unitsIn = (tree: Tree, scope: string): AreaDefinition[] =>
  unitsBelow(tree, scope).flatMap((code) => tree.areas.get(code) ?? []);

/** The area of a code that must be a unit, for imports that go to one place. */
export function unitOfCode(tree: Tree, code: string): Read<AreaDefinition> {
  const area = tree.areas.get(code);
  if (!area)
    return bad('unknown_unit', null, `không có đơn vị mã "${code}"`, `no area has the code "${code}"`);
  if (isUnit(area)) return good(area);
  return bad(
    'not_a_unit',
    null,
    `"${code}" là ${area.kind}: chỉ ward và centre nhận sự kiện`,
    `"${code}" is a ${area.kind}: only ward and centre take events`,
  );
}
