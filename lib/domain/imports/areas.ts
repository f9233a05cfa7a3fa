import { dialled } from '../area-contact.ts';
import { treeEvents } from '../events/tree.ts';
import { KINDS, QUEUES } from '../events/tree-words.ts';
import { type AreaDefinition, isUnit, lineOf, type Tree } from '../tree.ts';
import { isZone } from '../zoned-time.ts';
import { checked, type Definitions, dayIn, readDefinitions, textIn } from './definitions.ts';
import { bad, good, type Line, missing, type Read, type Row } from './line-fault.ts';

export const AREA_COLUMNS = ['code', 'parent', 'kind', 'name'] as const;
export const OPTIONAL_AREA_COLUMNS = [
  'timezone',
  'name_en',
  'label',
  'queue',
  'valid_from',
  'valid_to',
  'succeeds',
  'hotline',
  'address',
] as const;

const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * The definitions of a file of areas against the tree as it stands: parents first, every broken rule named. A column
 * that the file does not have keeps what the area has now.
 */
export function areaDefinitions(
  lines: readonly Line[],
  columns: readonly string[],
  tree: Tree,
  options: { demo: boolean },
): Definitions<AreaDefinition> {
  const inFile = new Map<string, AreaDefinition>();
  const known = (code: string): AreaDefinition | undefined => inFile.get(code) ?? tree.areas.get(code);
  return readDefinitions(lines, (row) => {
    const code = textIn(row, 'code');
    if (inFile.has(code)) {
      return bad(
        'repeated_code',
        'code',
        `mã "${code}" đã có ở dòng trên`,
        `the code "${code}" stands in a line above`,
      );
    }
    const area = readArea(row, columns, tree.areas.get(code), known, options.demo);
    const fitting = area.ok ? fits(area.value, tree) : area;
    if (fitting.ok) inFile.set(code, fitting.value);
    return fitting;
  });
}

type Lookup = (code: string) => AreaDefinition | undefined;

function readArea(
  row: Row,
  columns: readonly string[],
  before: AreaDefinition | undefined,
  known: Lookup,
  demo: boolean,
): Read<AreaDefinition> {
  for (const column of ['code', 'kind', 'name'] as const)
    if (textIn(row, column) === '') return missing(column);
  const code = textIn(row, 'code');
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(code)) {
    return bad(
      'bad_code',
      'code',
      `mã "${code}" chỉ được gồm A–Z a–z 0–9 . _ - và dài 1–64`,
      `the code "${code}" must be 1–64 of A–Z a–z 0–9 . _ -`,
    );
  }
  const kind = textIn(row, 'kind');
  if (!KINDS.some((name) => name === kind)) {
    return bad(
      'bad_kind',
      'kind',
      `loại "${kind}" phải là: ${KINDS.join(', ')}`,
      `the kind "${kind}" must be one of: ${KINDS.join(', ')}`,
    );
  }
  const parent = parentOf(textIn(row, 'parent'), kind, known);
  if (!parent.ok) return parent;
  const validFrom = dayIn(row, 'valid_from');
  if (!validFrom.ok) return validFrom;
  const validTo = dayIn(row, 'valid_to');
  if (!validTo.ok) return validTo;
  const given = <T>(column: string, read: (text: string) => T, held: T): T =>
    columns.includes(column) ? read(textIn(row, column)) : held;
  const text = (cell: string): string | undefined => cell || undefined;
  const zone = given('timezone', text, before?.timezone) ?? parent.value?.timezone ?? DEFAULT_ZONE;
  if (!isZone(zone)) {
    return bad('bad_timezone', 'timezone', `không có múi giờ "${zone}"`, `there is no time zone "${zone}"`);
  }
  const queue = given('queue', text, before?.queue) ?? 'machine';
  if (!QUEUES.some((name) => name === queue)) {
    return bad(
      'bad_queue',
      'queue',
      `"${queue}" phải là: ${QUEUES.join(', ')}`,
      `"${queue}" must be one of: ${QUEUES.join(', ')}`,
    );
  }
  const hotline = given('hotline', text, before?.hotline);
  if (hotline !== undefined && dialled(hotline) === null) {
    return bad(
      'hotline_number',
      'hotline',
      `"${hotline}" không có số điện thoại gọi được`,
      `"${hotline}" holds no number that can be dialled`,
    );
  }
  return checked(treeEvents['area.defined'], {
    code,
    parent: parent.value?.code ?? null,
    kind,
    name: textIn(row, 'name'),
    nameEn: given('name_en', text, before?.nameEn),
    label: given('label', text, before?.label),
    timezone: zone,
    queue,
    hotline,
    address: given('address', text, before?.address),
    demo,
    validFrom: given('valid_from', () => validFrom.value ?? undefined, before?.validFrom),
    validTo: given('valid_to', () => validTo.value ?? undefined, before?.validTo),
    succeeds: given('succeeds', (cell) => cell.split(/[\s;|]+/).filter(Boolean), before?.succeeds ?? []),
  });
}

// A unit has no children, a district stands in a city, and only a city stands alone.
function parentOf(code: string, kind: string, known: Lookup): Read<AreaDefinition | null> {
  if (kind === 'city') {
    if (code === '') return good(null);
    return bad('city_with_parent', 'parent', 'thành phố (city) không có cấp trên', 'a city has no parent');
  }
  if (code === '') return missing('parent');
  const parent = known(code);
  if (!parent) {
    return bad(
      'unknown_parent',
      'parent',
      `cấp trên "${code}" chưa có: phải đứng ở dòng trên`,
      `the parent "${code}" is not known: it must stand in a line above`,
    );
  }
  if (isUnit(parent)) {
    return bad(
      'parent_is_unit',
      'parent',
      `"${code}" là ${parent.kind}: không có đơn vị con`,
      `"${code}" is a ${parent.kind}: it has no children`,
    );
  }
  if (kind === 'district' && parent.kind !== 'city') {
    return bad(
      'district_in_district',
      'parent',
      'district phải thuộc một city',
      'the parent of a district is a city',
    );
  }
  return good(parent);
}

// What holds between the line and the tree as it stands.
function fits(area: AreaDefinition, tree: Tree): Read<AreaDefinition> {
  const before = tree.areas.get(area.code);
  if (before && before.kind !== area.kind) {
    return bad(
      'code_reused',
      'kind',
      `mã "${area.code}" đã dùng cho loại ${before.kind}`,
      `the code "${area.code}" is in use for a ${before.kind}`,
    );
  }
  if (area.validFrom && area.validTo && area.validTo < area.validFrom) {
    return bad(
      'bad_validity',
      'valid_to',
      'valid_to đứng trước valid_from',
      'valid_to lies before valid_from',
    );
  }
  if (area.succeeds.includes(area.code)) {
    return bad(
      'succeeds_itself',
      'succeeds',
      'đơn vị không thể kế thừa chính nó',
      'an area cannot succeed itself',
    );
  }
  const beside = before ?? (area.parent === null ? undefined : tree.areas.get(area.parent));
  const root = beside && lineOf(tree, beside.code).at(-1);
  if (root && root.demo !== area.demo) {
    return root.demo
      ? bad(
          'demo_tree',
          null,
          `cây "${root.code}" là số liệu mô phỏng: hãy thêm --demo`,
          `the tree "${root.code}" is a demo: add --demo`,
        )
      : bad(
          'real_tree',
          null,
          `cây "${root.code}" là số liệu thật: hãy bỏ --demo`,
          `the tree "${root.code}" is real: leave out --demo`,
        );
  }
  return good(area);
}
