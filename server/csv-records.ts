import type { CsvError } from 'csv-parse';
import { bad, type Line, type LineFault } from '../lib/domain/imports/line-fault.ts';
import { AppError } from './errors.ts';

/** A record of a file, or why it is none. */
export type CsvLine = Line | { line: number; fault: LineFault };

export type ParsedRecord = { record: string[]; info: { lines: number } };

/** How every CSV text is read: a broken record is named and the next goes on. */
export const CSV_OPTIONS = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: 1024 * 1024,
} as const;

/** Names the fields of one record after the other, in the order of the file. */
export function createLineReader(columns: readonly string[]): (parsed: ParsedRecord) => CsvLine {
  // The parser counts both characters of a CRLF inside quotes as the end of a line.
  let counted = 0;
  return ({ record, info }) => {
    const breaks = record.join('').match(/\r?\n/g) ?? [];
    counted += breaks.filter((text) => text.length > 1).length;
    // It says where a record ends.
    return lineOf(record, columns, info.lines - counted - breaks.length);
  };
}

function lineOf(record: readonly string[], columns: readonly string[], line: number): CsvLine {
  if (record.length !== columns.length) {
    const vi = `dòng có ${record.length} ô, tiêu đề có ${columns.length} cột`;
    return {
      line,
      fault: bad('bad_length', null, vi, `${record.length} cells under ${columns.length} columns`).fault,
    };
  }
  return { line, row: Object.fromEntries(columns.map((column, at) => [column, (record[at] ?? '').trim()])) };
}

export function faultOf(error: CsvError): { line: number; fault: LineFault } {
  const line = typeof error.lines === 'number' ? error.lines : 0;
  return { line, fault: bad('bad_csv', null, `CSV sai: ${error.message}`, error.message).fault };
}

/** The columns that a header names. Throws `repeated_column`, `missing_column`; `path` says of which file. */
export function columnsOf(path: string, header: readonly string[], required: readonly string[]): string[] {
  const columns = header.map((name) => name.trim().normalize('NFC'));
  const repeated = columns.find((column, at) => columns.indexOf(column) !== at);
  if (repeated !== undefined) {
    throw new AppError(
      'repeated_column',
      `${path}: cột "${repeated}" lặp lại · the column "${repeated}" is repeated`,
    );
  }
  const absent = required.filter((column) => !columns.includes(column));
  if (absent.length > 0)
    throw new AppError('missing_column', `${path}: thiếu cột · missing columns: ${absent.join(', ')}`);
  return columns;
}
