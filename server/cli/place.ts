import type { Command } from 'commander';
import { type FieldReader, fieldReader, readPairs } from '../../lib/domain/imports/field-map.ts';
import { missing, type Read, type Row } from '../../lib/domain/imports/line-fault.ts';
import { unitFinder, unitOfCode } from '../../lib/domain/imports/unit-finder.ts';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { AppError } from '../errors.ts';
import { collect } from './command.ts';

/** Options that say where the lines of a file belong and which column holds which field. */
export type PlaceOptions = { area?: string; areaColumn?: string; map?: string[]; default?: string[] };

export const placeOptions = (command: Command): Command =>
  command
    .argument('<csv>', 'tệp CSV, có thể nén gzip · CSV file, may be gzipped')
    .option(
      '--area <code>',
      'đơn vị của cả tệp; cùng --area-column: khu vực để tìm tên · the unit of the whole file; with --area-column: where names are looked up',
    )
    .option(
      '--area-column <column>',
      'cột ghi mã hoặc đúng tên đơn vị · the column with the code or exact name of the unit',
    )
    .option(
      '--map <field=column,…>',
      'trường lấy từ cột nào; "trường=" để trống · the column of a field; "field=" leaves it empty',
      collect,
    )
    .option('--default <field=value,…>', 'giá trị khi ô trống · what an empty cell means', collect);

/** Must stand before a file is read: throws `no_area` when the options name no place. */
export function checkPlace(options: PlaceOptions): void {
  if (options.area === undefined && options.areaColumn === undefined) {
    throw new AppError('no_area', 'Cần --area hoặc --area-column · --area or --area-column is needed');
  }
}

/** Finds the unit of a line. Throws when --area is no unit, or when the file lacks the column. */
export function unitOfLine(
  tree: Tree,
  columns: readonly string[],
  { area, areaColumn }: PlaceOptions,
): (row: Row) => Read<AreaDefinition> {
  if (areaColumn === undefined) {
    const unit = unitOfCode(tree, area ?? '');
    orThrow(unit);
    return () => unit;
  }
  if (!columns.includes(areaColumn)) {
    throw new AppError('missing_column', `Tệp không có cột · the file has no column "${areaColumn}"`);
  }
  if (area !== undefined && !tree.areas.has(area)) {
    throw new AppError('unknown_area', `Không có khu vực · there is no area "${area}"`);
  }
  const find = unitFinder(tree, area ?? null);
  return (row) => {
    const text = row[areaColumn] ?? '';
    return text === '' ? missing(areaColumn) : find(text);
  };
}

/** The reader of `fields` that --map and --default ask for. Throws on a field or column that does not exist. */
export function readerOf<Field extends string>(
  fields: readonly Field[],
  columns: readonly string[],
  options: PlaceOptions,
): FieldReader<Field> {
  const map = orThrow(readPairs('--map', (options.map ?? []).join(','), fields));
  const defaults = orThrow(readPairs('--default', (options.default ?? []).join(','), fields));
  return orThrow(fieldReader(fields, columns, map, defaults));
}

function orThrow<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  const { code, vi, en } = read.fault;
  throw new AppError(code, `${vi} · ${en}`);
}
