import { z } from 'zod';
import { textFault } from '../events/text.ts';

// What the typefaces of a letter print in every style: Latin with all its marks, and the signs of office prose. Braces
// are left out, since in a template they name a field.
const PRINTABLE =
  /^[\n -z|~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2116]*$/;

const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g;
// Nothing of this is seen on paper, and pasted text is full of it; some of it turns the reading direction around.
const UNSEEN = /\p{Cf}|(?![\n\t])\p{Cc}/gu;
const SPACES = /[\p{Zs}\t]+/gu;

/** As it will stand on paper: NFC, without what cannot be seen, single spaces, no empty lines. */
function printed(text: string): string {
  // What was unseen may have parted a letter from its mark, so composing comes last.
  const seen = text.replace(LINE_END, '\n').replace(UNSEEN, '').replace(SPACES, ' ').normalize('NFC');
  return seen
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

// One character of what a letter prints; a book has no templates, so braces are signs like others.
const SIGN =
  /[\n -~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2116]/;

/** What somebody else wrote, as paper can hold it: a sign that the typeface lacks becomes a box, and nothing is refused. */
export const printedSigns = (text: string): string =>
  Array.from(printed(text), (sign) => (SIGN.test(sign) ? sign : '□')).join('');

const checked = (max: number, shape: (text: string) => string) =>
  z
    .string()
    .meta({ minLength: 1, maxLength: max })
    .transform((text, context) => {
      const fault = textFault(text);
      const shown = fault ? '' : shape(printed(text));
      const rule =
        fault ??
        (shown === '' ? 'required' : null) ??
        (shown.length > max ? 'too_big' : null) ??
        (PRINTABLE.test(shown) ? null : 'not_printable');
      if (rule) context.issues.push({ code: 'custom', message: rule, input: text });
      return shown;
    });

/** One line of a letter, 1–`max` characters; line breaks become spaces. */
export const printedLine = (max: number) => checked(max, (text) => text.replaceAll('\n', ' '));

/** Text of a letter that may have paragraphs, parted by line breaks. */
export const printedText = (max: number) => checked(max, (text) => text);
