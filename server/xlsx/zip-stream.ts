import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file in the archive, written as its text comes. */
export type ZipPart = { path: string; text: Iterable<string> | AsyncIterable<string> };

type Written = { path: Buffer; crc: number; packed: number; size: number; offset: number };

/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;

/** A ZIP archive (APPNOTE 6.3, without ZIP64: below 4 GB), packed while it is read. `at`: the time of its files. */
export async function* zipStream(parts: Iterable<ZipPart>, at: Date): AsyncGenerator<Buffer> {
  const time = dosTime(at);
  const written: Written[] = [];
  let offset = 0;
  for (const { path, text } of parts) {
    const name = Buffer.from(path);
    const entry: Written = { path: name, crc: 0, packed: 0, size: 0, offset };
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(VERSION, 4);
    head.writeUInt16LE(FLAGS, 6);
    head.writeUInt16LE(DEFLATE, 8);
    head.writeUInt32LE(time, 10);
    head.writeUInt16LE(name.length, 26);
    yield Buffer.concat([head, name]);
    for await (const chunk of packed(text, entry)) {
      entry.packed += chunk.length;
      yield chunk;
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    sizes(tail, 4, entry);
    yield tail;
    offset += head.length + name.length + entry.packed + tail.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map((entry) => directoryEntry(entry, time)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([directory, end]);
}

/** What was packed; the packing itself runs beside the event loop. */
function packed(text: ZipPart['text'], entry: Written): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw();
  // Its error reaches whoever reads the packed bytes.
  pipeline(Readable.from(counted(text, entry)), deflate, () => undefined);
  return deflate;
}

async function* counted(text: ZipPart['text'], entry: Written): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    yield bytes;
  }
}

function directoryEntry({ path, offset, ...entry }: Written, time: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(DEFLATE, 10);
  head.writeUInt32LE(time, 12);
  sizes(head, 16, entry);
  head.writeUInt16LE(path.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, path]);
}

function sizes(
  into: Buffer,
  from: number,
  { crc, packed: length, size }: Omit<Written, 'path' | 'offset'>,
): void {
  into.writeUInt32LE(crc, from);
  into.writeUInt32LE(length, from + 4);
  into.writeUInt32LE(size, from + 8);
}

/** MS-DOS time and date, in UTC: two seconds are its finest. */
function dosTime(at: Date): number {
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
}
