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

/** What a strip shows: the whole index, or one of its groups. */
export const INDEX766_MEASURES = ['total', ...INDEX766_PARTS] as const;
export type Index766Measure = (typeof INDEX766_MEASURES)[number];

/** V8: points of a place; null: not published. A total of which no group is known counts nothing. */
export function pointsOf(
  { parts, total }: { parts: Index766Parts; total: number },
  measure: Index766Measure,
): number | null {
  if (measure !== 'total') return parts[measure];
  return total === 0 && INDEX766_PARTS.every((part) => parts[part] === null) ? null : total;
}

/** Places with their points, the most first, with the one in the middle; those of which nothing is known stand apart. */
export type Index766Strip<Line> = {
  known: { line: Line; points: number }[];
  unknown: Line[];
  middle: number | null;
};

/** V8: the places of a published index by one measure. Equal points stand by code; what is not known is in no order. */
export function index766Strip<Line extends { code: string; parts: Index766Parts; total: number }>(
  lines: readonly Line[],
  measure: Index766Measure,
): Index766Strip<Line> {
  const known: Index766Strip<Line>['known'] = [];
  const unknown: Line[] = [];
  for (const line of lines) {
    const points = pointsOf(line, measure);
    if (points === null) unknown.push(line);
    else known.push({ line, points });
  }
  known.sort((a, b) => b.points - a.points || (a.line.code < b.line.code ? -1 : 1));
  const half = known.length / 2;
  const middle = ((known[Math.ceil(half) - 1]?.points ?? 0) + (known[Math.floor(half)]?.points ?? 0)) / 2;
  return { known, unknown, middle: known.length === 0 ? null : middle };
}
