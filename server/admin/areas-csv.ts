import { CsvError, parse } from 'csv-parse/sync';
import { AREA_COLUMNS, areaDefinitions } from '../../lib/domain/imports/areas.ts';
import { bad, type Line, type LineFault } from '../../lib/domain/imports/line-fault.ts';
import { type AreaDefinition, defineArea, type Tree } from '../../lib/domain/tree.ts';
import { listsOfTree, treeOfLists } from '../../lib/domain/tree-lists.ts';
import type { CsvAnswer } from '../../lib/wire/access/administration.ts';
import { CSV_OPTIONS, columnsOf, createLineReader, faultOf, type ParsedRecord } from '../csv-records.ts';
import { AppError } from '../errors.ts';
import { definitionRefusal, isRepetition } from '../log/definition-rules.ts';
import type { Memory } from '../log/memory.ts';
import type { Definition, Outcome } from '../log/submission.ts';

type FaultyLine = { line: number; fault: LineFault };
type Lines = { columns: string[]; lines: Line[]; faults: FaultyLine[] };
/** What a text says: definitions with their lines, and the lines that are not taken. */
export type AreasRead = {
  lines: number;
  definitions: { line: number; data: AreaDefinition }[];
  faults: FaultyLine[];
};

/** The lines of a pasted text. What is wrong with the text as a whole is a fault of its first line. */
export function linesOfCsv(csv: string): Lines {
  const faults: FaultyLine[] = [];
  const none = (fault: FaultyLine): Lines => ({ columns: [], lines: [], faults: [...faults, fault] });
  try {
    // With `info` each record comes as a pair, which the parser's types cannot say.
    const [header, ...records] = parse(csv, {
      ...CSV_OPTIONS,
      bom: true,
      delimiter: delimiterOf(csv),
      on_skip: (error) => void (error && faults.push(faultOf(error))),
    }) as unknown as ParsedRecord[];
    if (!header)
      return none({ line: 1, fault: bad('empty_file', null, 'không có dòng nào', 'there is no line').fault });
    const columns = columnsOf('CSV', header.record, AREA_COLUMNS);
    const read = records.map(createLineReader(columns));
    return {
      columns,
      lines: read.flatMap((line) => ('row' in line ? [line] : [])),
      faults: [...faults, ...read.flatMap((line) => ('row' in line ? [] : [line]))],
    };
  } catch (error) {
    if (error instanceof CsvError) return none(faultOf(error));
    if (!(error instanceof AppError)) throw error;
    const [vi = '', en = vi] = error.message.replace(/^CSV: /, '').split(' · ');
    return none({ line: 1, fault: bad(error.code, null, vi, en).fault });
  }
}

/** Cells copied out of a spreadsheet are parted by tabs, and files of some of them by semicolons. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.split('\n', 1);
  if (header.includes('\t')) return '\t';
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

/** The tree of whoever may only in some areas: what lies outside is not there (K2), so that no line asks after it. */
export const treeWithin = (tree: Tree, mayIn: (area: string) => boolean): Tree => ({
  ...tree,
  areas: new Map([...tree.areas].filter(([code]) => mayIn(code))),
});

/** The areas that lines define, against the tree as it stands. */
export function readAreas({ columns, lines, faults }: Lines, tree: Tree, demo: boolean): AreasRead {
  const read = areaDefinitions(lines, columns, tree, { demo });
  return {
    lines: lines.length + faults.length,
    definitions: read.definitions,
    faults: [...faults, ...read.faults],
  };
}

type AreaDefined = Extract<Definition, { type: 'area.defined' }>;

/** What was read, as the log takes it. */
export const areasDefined = ({ definitions }: AreasRead): AreaDefined[] =>
  definitions.map(({ data }) => ({ type: 'area.defined', data }));

/** What the log would say to the definitions one after the other, on a copy of the tree. */
export function foreseen(memory: Memory, read: AreasRead, now: number): Outcome[] {
  const copy = { ...memory, tree: treeOfLists(listsOfTree(memory.tree)) };
  return areasDefined(read).map((definition): Outcome => {
    const error = definitionRefusal(copy, definition, now);
    if (error) return { status: 'rejected', error };
    const same = isRepetition(copy, definition);
    if (!same) defineArea(copy.tree, definition.data);
    return { status: same ? 'duplicate' : 'stored', seq: memory.head.seq };
  });
}

/** The answer to a text: counts, and every bad line by its number. */
export function csvAnswer(
  { lines, definitions, faults }: AreasRead,
  outcomes: readonly Outcome[],
): CsvAnswer {
  const count = (status: Outcome['status']): number => outcomes.filter((one) => one.status === status).length;
  const refused = outcomes.flatMap((outcome, index): FaultyLine[] => {
    if (outcome.status !== 'rejected') return [];
    const { code, pointer, detail } = outcome.error;
    const { fault } = bad(code, pointer.slice(1) || null, `máy chủ từ chối (${code})`, detail);
    return [{ line: definitions[index]?.line ?? 0, fault }];
  });
  return {
    lines,
    stored: count('stored'),
    unchanged: count('duplicate'),
    faults: [...faults, ...refused]
      .sort((a, b) => a.line - b.line)
      .map(({ line, fault: { code, column, vi, en } }) => ({ line, column, rule: code, vi, en })),
  };
}
