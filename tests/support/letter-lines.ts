import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import { bodyParagraphs } from '../../lib/domain/apology/letter-body.ts';
import { fieldLines } from '../../lib/domain/apology/letter-fields.ts';
import { letterLayout } from '../../server/letters/letter-layout.ts';

export const layoutOf = (letter: ApologyLetter) => letterLayout(letter.kind, fieldLines(letter));

/** Every line that the page must show, the form's mark apart. */
export const linesOf = (letter: ApologyLetter): string[] => [
  ...Object.entries(fieldLines(letter)).flatMap(([field, lines]) => (field === 'mau_so' ? [] : lines)),
  ...bodyParagraphs(letter.kind, fieldLines(letter)),
];
