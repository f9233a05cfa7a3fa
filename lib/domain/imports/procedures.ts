import { calendarEvents } from '../events/calendar.ts';
import type { ProcedureDefinition, Tree } from '../tree.ts';
import {
  areaOf,
  checked,
  clockIn,
  type Definitions,
  dayIn,
  numberIn,
  readDefinitions,
  sameBut,
  textIn,
  todayIn,
} from './definitions.ts';
import { bad, good, type Line, missing, type Read, type Row } from './line-fault.ts';

export const PROCEDURE_COLUMNS = ['area', 'procedure', 'name', 'sector', 'source'] as const;
export const OPTIONAL_PROCEDURE_COLUMNS = [
  'name_en',
  'days',
  'hours',
  'cut_off',
  'papers',
  'fee',
  'effective_from',
] as const;

const LIMITS = ['days', 'hours', 'cut_off'] as const;

/**
 * Procedures of a file, each with one limit: working `days`, working `hours`, or the same day until `cut_off`. Without
 * `effective_from` a procedure holds from today, or as it is if nothing else changes. `papers` are apart by semicolons.
 */
export function procedureDefinitions(
  lines: readonly Line[],
  tree: Tree,
  now: number,
): Definitions<ProcedureDefinition> {
  return readDefinitions(lines, (row) => readProcedure(row, tree, now));
}

function readProcedure(row: Row, tree: Tree, now: number): Read<ProcedureDefinition> {
  const area = areaOf(tree, row);
  if (!area.ok) return area;
  for (const column of PROCEDURE_COLUMNS) if (textIn(row, column) === '') return missing(column);
  const limit = limitIn(row);
  if (!limit.ok) return limit;
  const from = dayIn(row, 'effective_from');
  if (!from.ok) return from;
  const procedure = checked(calendarEvents['procedure.defined'], {
    area: area.value.code,
    procedure: textIn(row, 'procedure'),
    name: textIn(row, 'name'),
    nameEn: textIn(row, 'name_en') || undefined,
    sector: textIn(row, 'sector'),
    limit: limit.value,
    papers: papersIn(row),
    fee: textIn(row, 'fee') || undefined,
    effectiveFrom: from.value ?? todayIn(area.value, now),
    source: textIn(row, 'source'),
  });
  if (!procedure.ok || from.value !== null) return procedure;
  const held = (tree.procedures.get(area.value.code) ?? []).find((item) =>
    sameBut(item, procedure.value, 'effectiveFrom'),
  );
  return good(held ?? procedure.value);
}

function papersIn(row: Row): string[] | undefined {
  const papers = textIn(row, 'papers')
    .split(';')
    .map((paper) => paper.trim())
    .filter((paper) => paper !== '');
  return papers.length > 0 ? papers : undefined;
}

/** The limit as typed, for the schema to judge; which of the three it is must be clear. */
function limitIn(row: Row): Read<object> {
  const [column, ...others] = LIMITS.filter((name) => textIn(row, name) !== '');
  if (column === undefined || others.length > 0) {
    return bad(
      'one_limit',
      others[0] ?? 'days',
      'cần đúng một trong ba cột days, hours, cut_off',
      'exactly one of days, hours and cut_off is needed',
    );
  }
  if (column === 'cut_off') return good({ kind: 'sameDay', cutOff: clockIn(row, column) });
  return good({ kind: column, [column]: numberIn(row, column) });
}
