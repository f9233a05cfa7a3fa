import { treeEvents } from '../events/tree.ts';
import type { SessionDefinition, Tree } from '../tree.ts';
import {
  areaOf,
  checked,
  clockIn,
  type Definitions,
  dayIn,
  sameBut,
  textIn,
  todayIn,
} from './definitions.ts';
import { bad, good, type Line, missing, type Read, type Row } from './line-fault.ts';

export const SESSION_COLUMNS = ['area', 'from', 'to'] as const;
export const OPTIONAL_SESSION_COLUMNS = [
  'weekday',
  'date',
  'effective_from',
  'place',
  'sectors',
  'source',
] as const;

type Spans = SessionDefinition['spans'];
type Plan = Pick<SessionDefinition, 'area' | 'scope' | 'fromDay' | 'source'>;
type Group = { plan: Plan; spans: Spans; lines: number[]; broken: boolean; dated: boolean };

/**
 * Opening sessions of a file, one span a line. Lines with a `weekday` (1 Monday … 7 Sunday, `1-5`, `1;3`) of one area
 * and `effective_from` are one weekly plan; lines with a `date` are that day alone, closed when from and to are empty.
 * A plan with a bad line is not taken at all: half a plan would say that the office is closed.
 */
export function sessionDefinitions(
  lines: readonly Line[],
  tree: Tree,
  now: number,
): Definitions<SessionDefinition> {
  const groups = new Map<string, Group>();
  const result: Definitions<SessionDefinition> = { definitions: [], faults: [] };
  for (const { line, row } of lines) {
    const plan = planOf(row, tree, now);
    if (!plan.ok) {
      result.faults.push({ line, fault: plan.fault });
      continue;
    }
    const key = `${plan.value.area}/${plan.value.scope}/${plan.value.fromDay}`;
    const group = groups.get(key) ?? {
      plan: plan.value,
      spans: [],
      lines: [],
      broken: false,
      dated: isDated(row),
    };
    groups.set(key, group);
    group.lines.push(line);
    const spans = spansOf(row, plan.value.scope);
    if (spans.ok) group.spans.push(...spans.value);
    else {
      group.broken = true;
      result.faults.push({ line, fault: spans.fault });
    }
  }
  for (const group of groups.values()) settle(group, tree, result);
  return result;
}

function settle(
  { plan, spans, lines, broken, dated }: Group,
  tree: Tree,
  result: Definitions<SessionDefinition>,
): void {
  const line = lines[0] ?? 0;
  const named = new Set(result.faults.map((fault) => fault.line));
  const { fault } = bad(
    'broken_plan',
    null,
    'lịch có dòng sai nên không được nhận',
    'its plan has a bad line and is not taken',
  );
  if (broken) {
    for (const other of lines) if (!named.has(other)) result.faults.push({ line: other, fault });
    return;
  }
  const set = checked(treeEvents['sessions.set'], { ...plan, spans });
  if (!set.ok) {
    result.faults.push({ line, fault: set.fault });
    return;
  }
  // Without a date a plan holds from today, or as it is if nothing changes.
  const held = dated ? [] : (tree.sessions.get(plan.area) ?? []);
  const unchanged = held.find((item) => sameBut(item, set.value, 'fromDay'));
  result.definitions.push({ line, data: unchanged ?? set.value });
}

const isDated = (row: Row): boolean => textIn(row, 'date') !== '' || textIn(row, 'effective_from') !== '';

function planOf(row: Row, tree: Tree, now: number): Read<Plan> {
  const area = areaOf(tree, row);
  if (!area.ok) return area;
  const date = dayIn(row, 'date');
  if (!date.ok) return date;
  const from = dayIn(row, 'effective_from');
  if (!from.ok) return from;
  if ((date.value === null) === (textIn(row, 'weekday') === '')) {
    return bad(
      'weekday_or_date',
      'weekday',
      'cần đúng một trong hai cột weekday, date',
      'exactly one of weekday and date is needed',
    );
  }
  const source = textIn(row, 'source') || undefined;
  const own = { area: area.value.code, source };
  if (date.value !== null) return good({ ...own, scope: 'day', fromDay: date.value });
  return good({ ...own, scope: 'week', fromDay: from.value ?? todayIn(area.value, now) });
}

function spansOf(row: Row, scope: 'week' | 'day'): Read<Spans> {
  const from = clockIn(row, 'from');
  const to = clockIn(row, 'to');
  if (from === '' && to === '' && scope === 'day') return good([]);
  if (from === '') return missing('from');
  if (to === '') return missing('to');
  if (from >= to) return bad('bad_span', 'to', 'giờ "to" phải sau giờ "from"', '"from" must lie before "to"');
  const sectors = textIn(row, 'sectors')
    .split(/[\s;|]+/)
    .filter(Boolean);
  const span = {
    from,
    to,
    ...(textIn(row, 'place') && { place: textIn(row, 'place') }),
    ...(sectors.length > 0 && { sectors }),
  };
  if (scope === 'day') return good([span]);
  const weekdays = weekdaysIn(textIn(row, 'weekday'));
  if (weekdays) return good(weekdays.map((weekday) => ({ weekday, ...span })));
  return bad(
    'bad_weekday',
    'weekday',
    'weekday là 1 (thứ Hai) đến 7 (Chủ nhật), ví dụ 1-5 hoặc 1;3',
    'weekday is 1 (Monday) to 7 (Sunday), such as 1-5 or 1;3',
  );
}

function weekdaysIn(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(/[\s;|,]+/).filter(Boolean)) {
    const [, first, last = first] = /^([1-7])(?:-([1-7]))?$/.exec(part) ?? [];
    if (first === undefined || Number(last) < Number(first)) return null;
    for (let day = Number(first); day <= Number(last); day++) days.push(day);
  }
  return days.length > 0 ? days : null;
}
