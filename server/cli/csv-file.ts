import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import type { LineFault } from '../../lib/domain/imports/line-fault.ts';
import {
  CSV_OPTIONS,
  type CsvLine,
  columnsOf,
  createLineReader,
  faultOf,
  type ParsedRecord,
} from '../csv-records.ts';
import { AppError, errorText } from '../errors.ts';
import { placeOf } from './caller-folder.ts';

export type CsvFile = {
  columns: string[];
  lines: AsyncGenerator<CsvLine>;
  /** Bytes of the file, and how many of them have been read. */
  size: number;
  bytesRead(): number;
};

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
    ...CSV_OPTIONS,
    on_skip: (error) => void (error && faults.push(faultOf(error))),
  });
  // Failures of any part end the parser with that error, and whoever reads the records gets it.
  const parts = [source, ...(zipped ? [createGunzip()] : []), utf8(given), parser];
  pipeline(parts, () => undefined);
  const records = (parser as AsyncIterable<ParsedRecord>)[Symbol.asyncIterator]();
  const header = await records.next();
  if (header.done) throw new AppError('empty_file', `${given}: tệp rỗng · the file is empty`);
  const columns = columnsOf(given, header.value.record, required);
  return { columns, lines: linesOf(records, columns, faults), size, bytesRead: () => source.bytesRead };
}

async function* linesOf(
  records: AsyncIterator<ParsedRecord>,
  columns: readonly string[],
  faults: { line: number; fault: LineFault }[],
): AsyncGenerator<CsvLine> {
  const lineOf = createLineReader(columns);
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
    yield lineOf(next.value);
  }
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
