import { expect, test } from 'vitest';
import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import type { FormName } from '../../lib/domain/apology/letter-form.ts';
import { printedLine, printedText } from '../../lib/domain/apology/printed-text.ts';
import { letterDocx } from '../../server/letters/letter-docx.ts';
import { letterPdf } from '../../server/letters/letter-pdf.ts';
import { HOSTILE } from '../support/hostile-strings.ts';
import { layoutOf, linesOf } from '../support/letter-lines.ts';
import { CONDUCT, LATE, letterOf } from '../support/letter-sample.ts';
import { docxParagraphs, pdfPages, unspaced } from '../support/letter-text.ts';

/** So many in one letter: each letter costs a PDF. */
const IN_ONE = 30;
/** The longest list of recipients. */
const COPIES = 12;
const RULES = ['required', 'too_big', 'not_printable'];

/** What paper takes of all hostile strings, as it will stand there; the others are refused by a rule's name. */
const printed = HOSTILE.flatMap((text) => {
  const read = printedText(4_000).safeParse(text);
  if (!read.success) expect(RULES).toContain(read.error.issues[0]?.message);
  return read.success ? [read.data] : [];
});

const line = (max: number, text: string | undefined, usual: string): string =>
  printedLine(max).safeParse(text).data ?? usual;

/** A letter whose texts are these: together as words or as what happened, some alone as recipients and names. */
function letterWith(form: FormName, texts: readonly string[]): ApologyLetter {
  const all = texts.join('\n');
  const [who, address, title, name, procedure] = texts;
  const common = {
    words: all,
    copies: texts.slice(0, COPIES).map((text) => line(200, text, 'Lưu: VT')),
    recipient: {
      kind: 'citizen',
      name: line(200, who, 'Nguyễn Thị Hạnh'),
      address: line(300, address, 'phường An Hòa'),
    },
    signatory: { title: line(100, title, 'Chủ tịch'), name: line(100, name, 'Lê Minh') },
  };
  if (form === 'conduct') return letterOf({ ...CONDUCT, ...common, words: null, happened: all, remedy: who });
  const state = form === 'settled' ? { state: 'settled_late' } : {};
  return letterOf({
    ...LATE,
    ...common,
    ...state,
    procedure: line(500, procedure, LATE.procedure),
    causeNote: who,
  });
}

test('300 hostile strings are printable or refused by the name of a rule', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  expect(printed.length).toBeGreaterThan(200);
});

test.each(['late', 'settled', 'conduct'] as const)(
  'AL9: every hostile string that paper takes stands in the Word file and the PDF of a letter: %s',
  async (form) => {
    for (let from = 0; from < printed.length; from += IN_ONE) {
      const texts = printed.slice(from, from + IN_ONE);
      const letter = letterWith(form, texts);
      const lines = [...linesOf(letter), ...texts.flatMap((text) => text.split('\n'))];
      const word = docxParagraphs(await letterDocx(layoutOf(letter))).join('\n');
      const properties = { title: 'thư', author: texts[0] ?? '', at: new Date(0) };
      const pages = await pdfPages(await letterPdf(layoutOf(letter), properties));
      const paper = unspaced(pages.map(({ text }) => text).join(''));
      for (const one of lines) {
        expect(word).toContain(one);
        expect(paper).toContain(unspaced(one));
      }
      for (const { right, bottom } of pages) {
        expect(right).toBeLessThan(595.3 - 42.5 + 5);
        expect(bottom).toBeGreaterThan(56);
      }
    }
  },
  180_000,
);
