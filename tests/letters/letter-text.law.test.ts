import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apologyLetter } from '../../lib/domain/apology/letter.ts';
import { fieldLines } from '../../lib/domain/apology/letter-fields.ts';
import { printedText } from '../../lib/domain/apology/printed-text.ts';
import { letterLayout, type Part } from '../../server/letters/letter-layout.ts';
import { hostileText } from '../support/hostile-text.ts';
import { lawRuns } from '../support/law-runs.ts';
import { CONDUCT, LATE } from '../support/letter-sample.ts';

const RULES = ['required', 'too_big', 'not_printable', 'nul_character', 'lone_surrogate'];

/** What is left when spaces and what nobody sees are taken away. */
const seen = (text: string): string => text.replace(/[\p{C}\p{Z}]/gu, '').normalize('NFC');

test('AL7: any text is refused by the name of a rule, or printed as it is but for spaces and what cannot be seen', () => {
  const met = { printed: 0, refused: 0 };
  fc.assert(
    fc.property(hostileText, (text) => {
      const read = printedText(4_000).safeParse(text);
      if (!read.success) {
        met.refused += 1;
        expect(read.error.issues.map(({ message }) => message)).toEqual([expect.toBeOneOf(RULES)]);
        return;
      }
      met.printed += 1;
      expect(seen(read.data)).toBe(seen(text));
      expect(read.data).toBe(read.data.normalize('NFC'));
      expect(read.data).not.toMatch(/[{}\p{Cf}]|(?!\n)\p{Cc}|^\s|\s$| {2}|\n\n/u);
      expect(printedText(4_000).parse(read.data)).toBe(read.data);
    }),
    { numRuns: lawRuns(5_000) },
  );
  expect(met.printed).toBeGreaterThan(1_000);
  expect(met.refused).toBeGreaterThan(500);
});

test('AL8: whatever a letter says stands in its layout, once for each place it belongs', () => {
  let letters = 0;
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 6, maxLength: 6 }), fc.boolean(), (texts, late) => {
      const printable = texts.map((text) => printedText(400).safeParse(text).data ?? 'có chữ');
      const [name = '', first = '', second = '', third = '', place = '', signed = ''] = printable;
      const common = {
        body: { ...LATE.body, name: name.slice(0, 200), place: place.slice(0, 100) },
        signatory: { title: 'Chủ tịch', name: signed.slice(0, 100) },
        words: first,
      };
      const read = apologyLetter.safeParse(
        late
          ? { ...LATE, ...common, procedure: second, causeNote: third }
          : { ...CONDUCT, ...common, happened: second, remedy: third },
      );
      // A text cut in the middle of a pair of surrogates or a mark may no longer be fit for print.
      if (!read.success) return;
      letters += 1;
      const letter = read.data;
      const fields = fieldLines(letter);
      const { mark, blocks } = letterLayout(letter.kind, fields);
      const parts = blocks
        .flatMap((block): Part[] => (block.kind === 'columns' ? block.rows.flat(2) : [block]))
        .flatMap((part) => (part.kind === 'paragraph' ? part.lines : []));
      const text = [mark ?? '', ...parts].join('\n');
      for (const lines of Object.values(fields)) for (const line of lines) expect(text).toContain(line);
      expect(text).not.toMatch(/\{\w+\}|undefined|null/);
    }),
    { numRuns: lawRuns(2_000) },
  );
  expect(letters).toBeGreaterThan(1_000);
});
