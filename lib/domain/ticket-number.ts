/** Letters of services on paper, without those that are taken for digits or for one another. */
const LETTERS = 'ABCDEFGHKLMNPRTUVXY';

/** NT5: the letter of a service by its place among those of its unit: one letter, then two. */
export function letterAt(place: number): string {
  const rest = Math.floor(place / LETTERS.length);
  const last = LETTERS[place % LETTERS.length] ?? '';
  return rest === 0 ? last : `${letterAt(rest - 1)}${last}`;
}

/**
 * NT5: the next number under a letter: one more than the highest of today, whoever gave it out and for whatever service,
 * so that none is given twice in a day even when services change in its middle.
 */
export function nextNumber(letter: string, today: Iterable<string | null>): string {
  let highest = 0;
  for (const number of today) {
    if (!number?.startsWith(letter)) continue;
    const digits = number.slice(letter.length);
    if (/^\d{1,6}$/.test(digits)) highest = Math.max(highest, Number(digits));
  }
  return `${letter}${String(highest + 1).padStart(3, '0')}`;
}
