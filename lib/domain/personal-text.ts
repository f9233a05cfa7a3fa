/** What stands in the place of something personal in a text. */
export const MASK = '●●●';

// Digits of any script: a number that a person can read is one.
// At most what a mailbox may be named, so that a long word without an address costs its length alone.
const EMAIL = /[\p{L}\p{Nd}._%+-]{1,64}\s?@\s?[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+/gu;
/** 29A-123.45, 30E 12345, 59-X1 123.45. */
const PLATE =
  /(?<![\p{L}\p{Nd}])\p{Nd}{2}[\s.-]?[A-ZĐ]{1,2}\p{Nd}?[\s.-]{0,2}\p{Nd}{3}[.\s]?\p{Nd}{1,2}(?![\p{L}\p{Nd}])/giu;
/** Telephone, identity and account numbers: eight digits and more, however they are set apart. */
const NUMBER = /(?:\+\s?)?\p{Nd}(?:[\s.,()/_–‑\p{Cf}-]{0,3}\p{Nd}){7,}/gu;
/** C1234567. */
const PASSPORT = /(?<![\p{L}\p{Nd}])[A-Z]\p{Nd}{7}(?!\p{Nd})/gu;
const DAY = /^\p{Nd}{1,2}([/.-])\p{Nd}{1,2}\1\p{Nd}{4}$/u;

/**
 * K14: a text without what would find a person: e-mail addresses, telephone, identity and plate numbers. Days stay. Nothing
 * can find names, so a masked text is still personal.
 */
export const maskPersonal = (text: string): string =>
  text
    .replace(EMAIL, MASK)
    .replace(NUMBER, (found) => (DAY.test(found) ? found : MASK))
    .replace(PASSPORT, MASK)
    .replace(PLATE, MASK);
