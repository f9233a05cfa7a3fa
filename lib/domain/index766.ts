/** The groups of the national public-service index (Quyết định 766/QĐ-TTg), in its own order. */
export const INDEX766_PARTS = [
  'transparency',
  'progress',
  'online',
  'payment',
  'digitisation',
  'satisfaction',
] as const;
export type Index766Part = (typeof INDEX766_PARTS)[number];
export type Index766Parts = Record<Index766Part, number | null>;

/** Points are published to two places: the sum of six of them can miss the total by this. */
const ROUNDED = 0.03 + 1e-9;

/** V8: the sum of the groups; null where one of them is not known. */
export function sumOf(parts: Index766Parts): number | null {
  let sum = 0;
  for (const part of INDEX766_PARTS) {
    const points = parts[part];
    if (points === null) return null;
    sum += points;
  }
  return Math.round(sum * 100) / 100;
}

/** V8: whether a published total is that of its groups, as far as rounding lets one say. */
export function agrees(parts: Index766Parts, total: number): boolean {
  const sum = sumOf(parts);
  return sum === null || Math.abs(sum - total) <= ROUNDED;
}
