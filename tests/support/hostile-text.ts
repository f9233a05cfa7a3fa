import fc from 'fast-check';
import { HOSTILE } from './hostile-strings.ts';

const KNOWN = [
  '',
  ' \t\r\n ',
  '\u0000',
  'a\ud800b',
  'a\u0001b\u0085c\u007f',
  'Nguyễn Thị Hạnh Đặng Ưỡn'.normalize('NFD'),
  'a\u200b\u0301 x\u0323\u031b',
  '😀 cảm ơn 👍🏽',
  'שלום עולם',
  'مرحبا',
  'thanh\u202etoán\u202c',
  '中文姓名',
  '=HYPERLINK("http://x.test")',
  '@SUM(1+1)',
  '</w:t></w:r><w:r><w:t>&amp;&#0;<![CDATA[x]]>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///x">]>&e;',
  'stream\nendstream endobj (\\) %PDF-1.7',
  '{{ho_ten}} {kinh_gui}',
  '$& $1 $` \\u0041',
  '- “một” ‘hai’ – ba — bốn… 5.000 ₫',
  'x'.repeat(400),
  'ư'.repeat(10_000),
];

/** A letter shows what code forgets by these words, so they cannot be its text here. */
const SPOKEN = HOSTILE.filter((text) => !/undefined|null/i.test(text));

const printable = fc
  .oneof(
    fc.integer({ min: 0x20, max: 0x7a }),
    fc.integer({ min: 0xa1, max: 0x24f }),
    fc.integer({ min: 0x1e00, max: 0x1eff }),
    fc.constantFrom(0x20, 0x20, 0x2013, 0x201c, 0x20ab),
  )
  .map((point) => String.fromCodePoint(point));

/** What people paste and attackers send, half of it fit for a letter. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: printable, minLength: 1, maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN, ...SPOKEN) },
);
