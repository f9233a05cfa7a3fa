import { bad, good, type Read, type Row } from './line-fault.ts';

/** Gives the text of a field of a line: its column, else its default, else ''. */
export type FieldReader<Field extends string> = (row: Row, field: Field) => string;

/** 'field=column,field=' as pairs. Refuses what has no '=' and names that are no field of this import. */
export function readPairs(
  option: string,
  text: string,
  fields: readonly string[],
): Read<Map<string, string>> {
  const pairs = new Map<string, string>();
  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const at = part.indexOf('=');
    const field = part.slice(0, Math.max(at, 0)).trim();
    if (!fields.includes(field)) {
      const known = fields.join(' ');
      return bad(
        'unknown_field',
        field || part,
        `${option}: "${part}" phải có dạng trường=…, với trường là một trong: ${known}`,
        `${option}: "${part}" must read field=…, field being one of: ${known}`,
      );
    }
    pairs.set(field, part.slice(at + 1).trim());
  }
  return good(pairs);
}

/**
 * A field takes the column of `map`, without one the column of its own name; `field=` in `map` leaves it without a
 * column. Columns that are no field are ignored. Refuses a mapped column that the file does not have.
 */
export function fieldReader<Field extends string>(
  fields: readonly Field[],
  columns: readonly string[],
  map: ReadonlyMap<string, string>,
  defaults: ReadonlyMap<string, string>,
): Read<FieldReader<Field>> {
  const columnOf = new Map<Field, string>();
  for (const field of fields) {
    const column = map.get(field) ?? (columns.includes(field) ? field : '');
    if (column === '') continue;
    if (!columns.includes(column)) {
      return bad(
        'unknown_column',
        column,
        `tệp không có cột "${column}"; các cột là: ${columns.join(', ')}`,
        `the file has no column "${column}"; its columns are: ${columns.join(', ')}`,
      );
    }
    columnOf.set(field, column);
  }
  return good((row, field) => {
    const column = columnOf.get(field);
    return (column === undefined ? '' : row[column]) || (defaults.get(field) ?? '');
  });
}
