import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedSigns, printedText } from '../../lib/domain/apology/printed-text.ts';
import type { PageAnswer } from '../../lib/wire/suggestion-reads.ts';
import { bookPdf } from '../../server/book/book-pdf.ts';
import { HOSTILE } from '../support/hostile-strings.ts';
import { hostileText } from '../support/hostile-text.ts';
import { lawRuns } from '../support/law-runs.ts';
import { pdfPages, unspaced } from '../support/letter-text.ts';

test('AL7, N8: whatever somebody wrote, what is printed of it has only signs of the typeface', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = printedSigns(text);
      const plain = shown.replace(/[□{}]/g, '');
      const read = printedText(20_000).safeParse(plain);
      expect(plain.trim() === '' || read.success).toBe(true);
      expect(printedSigns(shown)).toBe(shown);
    }),
    { numRuns: lawRuns(2_000) },
  );
});

const page = (text: string, n: number): PageAnswer => ({
  unit: 'a',
  page: n,
  suggestion: `s${n}`,
  day: '2026-11-25',
  state: 'seen',
  kind: 'suggestion',
  channel: 'qr',
  submittedAt: '2026-11-25T02:00:00.000Z',
  body: null,
  sortedAt: null,
  dueAt: null,
  late: false,
  seenAt: '2026-11-25T03:00:00.000Z',
  seenBy: text,
  seenTitle: 'Chủ tịch',
  seenOnBehalfOf: null,
  waitSec: 1,
  instructedAt: null,
  owner: null,
  instructionLateFrom: null,
  answeredAt: null,
  repeats: 0,
  erased: false,
  text,
  contact: null,
  photo: false,
  termSource: null,
  steps: [],
  acts: [],
});

/** A page on which everybody wrote this, answer and mark included. */
const everywhere = (text: string, n: number): PageAnswer => ({
  ...page(text, n),
  seenTitle: text,
  seenOnBehalfOf: text,
  steps: [
    {
      step: n % 2 === 0 ? 'instructed' : 'answered',
      at: '2026-11-25T04:00:00.000Z',
      kind: null,
      body: null,
      by: { name: text, title: text, onBehalfOf: null },
      text,
      owner: text,
      due: null,
      here: true,
    },
  ],
});

test('N8: every hostile string stands in the printed book, wherever it was written, and nothing beyond the margins', async () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  const area = { name: '=1+1 <b>Ⓐ</b>', label: 'Phường', timezone: 'Asia/Ho_Chi_Minh' };
  for (let from = 0; from < HOSTILE.length; from += 110) {
    const texts = HOSTILE.slice(from, from + 110);
    const pages = texts.map((text, index) => everywhere(text, from + index + 1));
    const pdf = await bookPdf({ area, at: Date.parse('2026-11-25T09:00:00Z'), locale: 'vi', pages });
    const sheets = await pdfPages(pdf);
    const told = unspaced(sheets.map((sheet) => sheet.text).join(''));
    for (const { page: n } of pages) expect(told).toContain(`Trang${n}·`);
    for (const text of texts) {
      const shown = unspaced(printedSigns(text));
      // On the page, in its answer with who gave it, and three times in the mark.
      expect(told.split(shown).length - 1, text).toBeGreaterThanOrEqual(shown === '' ? 0 : 8);
    }
    for (const sheet of sheets) expect(sheet.right).toBeLessThan(595 - 40);
  }
}, 120_000);

test('300 hostile texts print: the file opens, every page is there, nothing stands beyond the margins', async () => {
  const texts = fc.sample(hostileText, { seed: 5, numRuns: 300 }).map((text) => text.slice(0, 2000));
  const area = { name: '=1+1 <b>Ⓐ</b>', label: 'Phường', timezone: 'Asia/Ho_Chi_Minh' };
  for (let from = 0; from < texts.length; from += 100) {
    const pages = texts.slice(from, from + 100).map((text, index) => page(text, from + index + 1));
    const pdf = await bookPdf({ area, at: Date.parse('2026-11-25T09:00:00Z'), locale: 'vi', pages });
    const sheets = await pdfPages(pdf);
    const told = unspaced(sheets.map((sheet) => sheet.text).join(''));
    for (const { page: n } of pages) expect(told).toContain(`Trang${n}·`);
    for (const sheet of sheets) expect(sheet.right).toBeLessThan(595 - 40);
  }
});
