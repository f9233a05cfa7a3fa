// Vietnamese letters that Unicode does not decompose into a base letter and a mark.
const UNDECOMPOSED: Record<string, string> = { đ: 'd', Đ: 'd' };

/**
 * A name as it is compared in searches: without marks, case and form of encoding, so that "Hoà", "Hòa", "hoa" and
 * their decomposed spellings find each other. Runs of anything but letters and digits become one space.
 */
export const searchFold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[đĐ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** Whether every word of `query` begins a word of `text`; both in any spelling. An empty query matches. */
export function searchMatches(text: string, query: string): boolean {
  const words = searchFold(text).split(' ');
  return searchFold(query)
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
