import { inflateSync } from 'node:zlib';

type PdfReading = { ok: true; signature: 'digital' | 'paper' } | { ok: false; rule: string };

/** What a letter never needs, and what a reader's program would run, open or send. */
const ACTIVE = [
  ...[
    'JavaScript',
    'Launch',
    'EmbeddedFile',
    'EmbeddedFiles',
    'FileAttachment',
    'GoToE',
    'GoToR',
    'ImportData',
  ],
  ...['SubmitForm', 'RichMedia', 'Rendition', 'Movie', 'Sound', 'XFA'],
];
/** `#4A` in a name stands for a character. */
const NAME = /\/([^\0-\x20()<>[\]{}/%\x7f-\xff]{1,60})/g;
/** What may stand between a dictionary and the bytes that it describes. */
const STREAM = /(?:[\0\s]|%[^\r\n]*)*stream[ \t]*(?:\r\n|\r|\n)?/y;
const TAIL = 2048;
/** Bytes of dictionaries that are read, and that may come out of packed objects: whoever makes them endless ends here. */
const MOST_READ = 16 * 1024 * 1024;
const MOST_UNPACKED = 32 * 1024 * 1024;

/**
 * Whether a PDF is whole, open and passive, and whether it carries a digital signature: present, not verified. It does
 * not follow the file's own structure, which a hostile file would bend: names are looked for everywhere, and in every
 * packed object that any reader could find.
 */
export function readSignedPdf(content: Buffer): PdfReading {
  const text = content.toString('latin1');
  if (!text.slice(-TAIL).includes('%%EOF')) return { ok: false, rule: 'file_cut_off' };
  const names = namesIn(text);
  if (names.has('Encrypt')) return { ok: false, rule: 'pdf_encrypted' };
  const packed = packedNames(content, text);
  if (packed === null) return { ok: false, rule: 'pdf_unreadable' };
  if (ACTIVE.some((name) => names.has(name) || packed.has(name))) return { ok: false, rule: 'pdf_active' };
  return { ok: true, signature: names.has('ByteRange') && names.has('SubFilter') ? 'digital' : 'paper' };
}

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(NAME)) names.add(plain(name));
  return names;
}

const plain = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Names inside object streams; null where one is packed in a way that hides them. */
function packedNames(content: Buffer, text: string): Set<string> | null {
  const found = new Set<string>();
  let read = 0;
  let left = MOST_UNPACKED;
  // The word may also stand in a text that imitates an object; the true ones are among these in any case.
  for (const { index } of text.matchAll(/obj/g)) {
    const { names, end, closed } = dictionaryAt(text, index + 3);
    read += end - index;
    if (read > MOST_READ) return null;
    STREAM.lastIndex = end;
    // Every object stream says where its first object begins.
    if (!closed || !(names.has('First') || names.has('ObjStm')) || !STREAM.test(text)) continue;
    const objects = unpacked(content.subarray(STREAM.lastIndex), names, left);
    if (objects === null) return null;
    left -= objects.length;
    for (const name of namesIn(objects)) found.add(name);
  }
  return found;
}

function unpacked(body: Buffer, names: ReadonlySet<string>, most: number): string | null {
  // Unpacked objects were read with the file.
  if (!names.has('Filter') && !names.has('F')) return '';
  if (!names.has('FlateDecode') || names.has('F') || names.has('DecodeParms')) return null;
  if ([...names].some((name) => name !== 'FlateDecode' && /Decode$|^Crypt$/.test(name))) return null;
  try {
    return inflateSync(body, { maxOutputLength: Math.max(1, most) }).toString('latin1');
  } catch {
    return null;
  }
}

/** Names of the dictionary that begins at `from`, and where reading ended; texts in it are passed over. */
function dictionaryAt(text: string, from: number): { names: Set<string>; end: number; closed: boolean } {
  const names = new Set<string>();
  const token = /%[^\r\n]*|<<|>>|\(|<[^<>]*>|\/[^\0-\x20()<>[\]{}/%\x7f-\xff]*|[^%<>(/]+|[<>]/y;
  token.lastIndex = from;
  for (let depth = 0, end = from; ; end = token.lastIndex) {
    const [found = ''] = token.exec(text) ?? [];
    const outside = depth === 0 && found !== '<<' && !/^(?:[\0\s]*|%.*)$/.test(found);
    if (found === '' || outside) return { names, end, closed: false };
    if (found === '<<') depth += 1;
    else if (found === '>>') depth -= 1;
    else if (found === '(') token.lastIndex = endOfText(text, token.lastIndex);
    else if (found.startsWith('/')) names.add(plain(found.slice(1)));
    if (found === '>>' && depth === 0) return { names, end: token.lastIndex, closed: true };
  }
}

/** The end of a text in round brackets, which may hold pairs of them. */
function endOfText(text: string, from: number): number {
  const mark = /\\[\s\S]|[()]/g;
  mark.lastIndex = from;
  for (let depth = 1; depth > 0; ) {
    const found = mark.exec(text);
    if (!found) return text.length;
    if (found[0] === '(') depth += 1;
    else if (found[0] === ')') depth -= 1;
  }
  return mark.lastIndex;
}
