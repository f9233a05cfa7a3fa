import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { bad, type Line, type LineFault } from '../../lib/domain/imports/line-fault.ts';
import { AppError, errorText } from '../errors.ts';

/** A record of a file, or why it is none. */
export type CsvLine = Line | { line: number; fault: LineFault };

export type CsvFile = {
  columns: string[];
  lines: AsyncGenerator<CsvLine>;
  /** Bytes of the file, and how many of them have been read. */
  size: number;
  bytesRead(): number;
};

type ParsedRecord = { record: string[]; info: { lines: number } };

const LONGEST_RECORD = 1024 * 1024;

/**
 * Opens a CSV file in UTF-8, with or without BOM, gunzipped where its first bytes say so. Records stream; a broken one
 * is named and the next goes on. Throws `no_file`, `not_utf8`, `empty_file`, `missing_column`, `repeated_column`.
 */
export async function openCsv(given: string, required: readonly string[]): Promise<CsvFile> {
  const path = placeOf(given);
  const { size, zipped } = await look(path);
  const source = createReadStream(path);
  const faults: { line: number; fault: LineFault }[] = [];
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => void (error && faults.push(faultOf(error))),
  });
  // Failures of any part end the parser with that error, and whoever reads the records gets it.
  const parts = [source, ...(zipped ? [createGunzip()] : []), utf8(given), parser];
  pipeline(parts, () => undefined);
  const records = (parser as AsyncIterable<ParsedRecord>)[Symbol.asyncIterator]();
  const header = await records.next();
  if (header.done) throw new AppError('empty_file', `${given}: tệp rỗng · the file is empty`);
  const columns = header.value.record.map((name) => name.trim().normalize('NFC'));
  checkColumns(given, columns, required);
  return { columns, lines: linesOf(records, columns, faults), size, bytesRead: () => source.bytesRead };
}

async function* linesOf(
  records: AsyncIterator<ParsedRecord>,
  columns: readonly string[],
  faults: { line: number; fault: LineFault }[],
): AsyncGenerator<CsvLine> {
  // The parser counts both characters of a CRLF inside quotes as the end of a line.
  let counted = 0;
  for (;;) {
    let next: IteratorResult<ParsedRecord>;
    try {
      next = await records.next();
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      yield faultOf(error);
      return;
    }
    yield* faults.splice(0);
    if (next.done) return;
    const { record, info } = next.value;
    const breaks = record.join('').match(/\r?\n/g) ?? [];
    counted += breaks.filter((text) => text.length > 1).length;
    // It says where a record ends.
    yield lineOf(record, columns, info.lines - counted - breaks.length);
  }
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

function faultOf(error: CsvError): { line: number; fault: LineFault } {
  const line = typeof error.lines === 'number' ? error.lines : 0;
  return { line, fault: bad('bad_csv', null, `CSV sai: ${error.message}`, error.message).fault };
}

function checkColumns(path: string, columns: readonly string[], required: readonly string[]): void {
  const repeated = columns.find((column, at) => columns.indexOf(column) !== at);
  if (repeated !== undefined) {
    throw new AppError(
      'repeated_column',
      `${path}: cột "${repeated}" lặp lại · the column "${repeated}" is repeated`,
    );
  }
  const absent = required.filter((column) => !columns.includes(column));
  if (absent.length === 0) return;
  throw new AppError('missing_column', `${path}: thiếu cột · missing columns: ${absent.join(', ')}`);
}

// npm runs scripts in the project's folder and leaves the caller's own in INIT_CWD.
function placeOf(given: string): string {
  const here = resolve(given);
  return existsSync(here) ? here : resolve(process.env.INIT_CWD ?? '.', given);
}

async function look(path: string): Promise<{ size: number; zipped: boolean }> {
  try {
    const file = await open(path);
    try {
      const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return { size: (await file.stat()).size, zipped: buffer[0] === 0x1f && buffer[1] === 0x8b };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new AppError('no_file', `Không đọc được tệp · cannot read ${path}: ${errorText(error)}`, error);
  }
}

// A file in another encoding would come in with question marks for every Vietnamese letter.
function utf8(path: string): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void): void => {
    try {
      done(null, chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch (error) {
      done(new AppError('not_utf8', `${path}: tệp phải là UTF-8 · the file must be UTF-8`, error));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}
