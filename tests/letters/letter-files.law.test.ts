import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ApologyLetter, apologyLetter } from '../../lib/domain/apology/letter.ts';
import { fieldLines } from '../../lib/domain/apology/letter-fields.ts';
import { type FormName, formOf } from '../../lib/domain/apology/letter-form.ts';
import { letterDocx } from '../../server/letters/letter-docx.ts';
import { letterPdf } from '../../server/letters/letter-pdf.ts';
import { filledTemplate, standardTemplate } from '../../server/letters/letter-template.ts';
import { hostileText } from '../support/hostile-text.ts';
import { lawRuns } from '../support/law-runs.ts';
import { layoutOf, linesOf } from '../support/letter-lines.ts';
import { CONDUCT, LATE } from '../support/letter-sample.ts';
import { docxParagraphs, pdfPages, unspaced } from '../support/letter-text.ts';

/** Letters in which eight texts are anything that the draft takes. */
const hostileLetter: fc.Arbitrary<ApologyLetter> = fc
  .tuple(
    fc.array(hostileText, { minLength: 8, maxLength: 8 }),
    fc.constantFrom<FormName>('late', 'settled', 'conduct'),
  )
  .map(([texts, form]) => {
    const [who, address, words, one, two, title, name, copy] = texts;
    const late = form !== 'conduct';
    const sample = form === 'settled' ? { ...LATE, state: 'settled_late' } : LATE;
    const given: object = late
      ? { ...sample, procedure: one, causeNote: two }
      : { ...CONDUCT, happened: one, remedy: two };
    const hostile: Record<string, unknown> = { words, copies: [copy, 'Lưu: VT'] };
    const tried: Record<string, unknown>[] = [
      { recipient: { kind: 'citizen', name: who, address } },
      { signatory: { title, name } },
      ...Object.entries(given).map(([key, value]) => ({ [key]: value })),
      ...Object.entries(hostile).map(([key, value]) => ({ [key]: value })),
    ];
    // What the draft refuses stays as the sample has it; the rest is printed.
    let letter = apologyLetter.parse(late ? sample : CONDUCT);
    for (const part of tried) letter = apologyLetter.safeParse({ ...letter, ...part }).data ?? letter;
    return letter;
  });

test('AL9: the Word file of any letter is well-formed and gives back every line as it was', async () => {
  await fc.assert(
    fc.asyncProperty(hostileLetter, async (letter) => {
      const text = docxParagraphs(await letterDocx(layoutOf(letter))).join('\n');
      for (const line of linesOf(letter)) expect(text).toContain(line);
    }),
    { numRuns: lawRuns(200) },
  );
});

test('AL9: the PDF of any letter gives back every line as it was, inside its margins', async () => {
  await fc.assert(
    fc.asyncProperty(hostileLetter, async (letter) => {
      const properties = { title: 'thư', author: letter.body.name, at: new Date(0) };
      const pages = await pdfPages(await letterPdf(layoutOf(letter), properties));
      const text = unspaced(pages.map((page) => page.text).join(''));
      for (const line of linesOf(letter)) expect(text).toContain(unspaced(line));
      // 210 mm wide, 15 mm at the right, 20 mm below; a space that ends a line may hang over.
      for (const page of pages) expect(page.right).toBeLessThan(595.3 - 42.5 + 5);
      for (const page of pages) expect(page.bottom).toBeGreaterThan(56);
      expect(pages.slice(1).map((page) => page.marks)).toEqual(pages.slice(1).map((_, at) => String(at + 2)));
    }),
    { numRuns: lawRuns(40) },
  );
});

test('AL10: the standard template, filled in, says what the standard letter says', async () => {
  const templates: Record<FormName, Buffer> = {
    late: await standardTemplate('late'),
    settled: await standardTemplate('settled'),
    conduct: await standardTemplate('conduct'),
  };
  const said = (docx: Uint8Array): string[] =>
    docxParagraphs(docx).flatMap((paragraph) => paragraph.split('\n').filter((line) => line !== ''));
  await fc.assert(
    fc.asyncProperty(hostileLetter, async (given) => {
      // A template cannot leave out what it holds, so the letter has an address, a body above and a deputy.
      const letter: ApologyLetter = {
        ...given,
        body: { ...given.body, parent: 'UBND thành phố An Bình' },
        recipient: { ...given.recipient, address: given.recipient.address ?? 'phường An Hòa' },
        signatory: { ...given.signatory, onBehalf: [{ as: 'KT', of: 'Chủ tịch' }] },
      };
      const form = formOf(letter);
      const filled = await filledTemplate(templates[form], form, fieldLines(letter));
      const standard = said(await letterDocx(layoutOf(letter)));
      // Where the form has no number, its place in the header stays empty.
      expect(said(filled)).toEqual(standard);
    }),
    { numRuns: lawRuns(100) },
  );
});
