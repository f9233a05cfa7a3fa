/**
 * A mergeable histogram of whole seconds: a sorted flat list [bin, n, bin, n, …]. A bin ends on its upper second,
 * inclusive. H1: every multiple of 30 s up to 1 h and of 300 s up to 4 h is the end of a bin, so counts at those
 * thresholds are exact. H2: a bin is at most 1 s or 2 % wide, so its upper end is a percentile within that.
 */
export type Histogram = readonly number[];

// [from, to, width]: bins of `width` seconds between two multiples of 30 (or 300) seconds.
const RANGES = [
  [0, 90, 1],
  [90, 150, 1.5],
  [150, 300, 3],
  [300, 510, 6],
  [510, 750, 10],
  [750, 1500, 15],
  [1500, 3600, 30],
  [3600, 6000, 60],
  [6000, 14_400, 100],
] as const;

const UPPERS: number[] = [0];
for (const [from, to, width] of RANGES) {
  for (let upper = from + width; upper <= to; upper += width) UPPERS.push(Math.floor(upper));
}
const LAST = UPPERS.length - 1;
const BEYOND_WIDTH = 240;
const BEYOND_FROM = 14_400;

const BIN_OF = new Uint16Array(BEYOND_FROM + 1);
for (let second = 0, bin = 0; second <= BEYOND_FROM; second += 1) {
  while (second > (UPPERS[bin] ?? BEYOND_FROM)) bin += 1;
  BIN_OF[second] = bin;
}

/** Bin of a length in whole seconds, 0 or more. */
export function binOf(seconds: number): number {
  if (seconds <= BEYOND_FROM) return BIN_OF[seconds] ?? 0;
  return LAST + Math.ceil((seconds - BEYOND_FROM) / BEYOND_WIDTH);
}

/** Last second that falls into a bin. */
export function upperOf(bin: number): number {
  return bin <= LAST ? (UPPERS[bin] ?? 0) : BEYOND_FROM + (bin - LAST) * BEYOND_WIDTH;
}

/** Sum of two histograms; `sign` −1 takes the second away. Empty bins vanish, so equal counts are equal lists. */
export function mergeHistograms(a: Histogram, b: Histogram, sign: 1 | -1 = 1): Histogram {
  if (b.length === 0) return a;
  if (a.length === 0 && sign === 1) return b;
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    const bin = Math.min(left, right);
    const n = (left === bin ? (a[i + 1] ?? 0) : 0) + sign * (right === bin ? (b[j + 1] ?? 0) : 0);
    if (left === bin) i += 2;
    if (right === bin) j += 2;
    if (n !== 0) merged.push(bin, n);
  }
  return merged;
}

/** Bins up to here, waits of days, are counted in a row; waits of years have bins of their own far beyond. */
const DENSE = 4096;
/** All zero between two sums: making one for each costs more than most sums. */
const dense = new Float64Array(DENSE);

/** Sum of many histograms at once: what pooling a city's units costs, so each bin is touched once. */
export function sumHistograms(histograms: Iterable<Histogram>): Histogram {
  const some = [...histograms].filter(({ length }) => length > 0);
  const [only] = some;
  if (!only || some.length === 1) return only ?? [];
  const beyond = new Map<number, number>();
  let last = -1;
  for (const histogram of some) {
    for (let i = 0; i < histogram.length; i += 2) {
      const bin = histogram[i] ?? 0;
      const n = histogram[i + 1] ?? 0;
      if (bin >= DENSE) beyond.set(bin, (beyond.get(bin) ?? 0) + n);
      else {
        dense[bin] = (dense[bin] ?? 0) + n;
        if (bin > last) last = bin;
      }
    }
  }
  const sum: number[] = [];
  for (let bin = 0; bin <= last; bin += 1) {
    const n = dense[bin] ?? 0;
    if (n !== 0) sum.push(bin, n);
    dense[bin] = 0;
  }
  for (const [bin, n] of [...beyond].sort(([a], [b]) => a - b)) if (n !== 0) sum.push(bin, n);
  return sum;
}

export const histogramOf = (seconds: number): Histogram => [binOf(seconds), 1];

/** How many lengths are counted. */
export function countOf(histogram: Histogram): number {
  let n = 0;
  for (let i = 1; i < histogram.length; i += 2) n += histogram[i] ?? 0;
  return n;
}

/** How many lengths are ≤ `seconds`; exact where a bin ends on `seconds` (H1). */
export function countAtMost(histogram: Histogram, seconds: number): number {
  let n = 0;
  for (let i = 0; i < histogram.length && upperOf(histogram[i] ?? 0) <= seconds; i += 2)
    n += histogram[i + 1] ?? 0;
  return n;
}

/** Nearest-rank percentile in seconds (H2), `share` in (0, 1]; null when empty. Never above `max` when that is known. */
export function percentile(histogram: Histogram, share: number, max: number | null): number | null {
  const rank = Math.ceil(countOf(histogram) * share);
  let seen = 0;
  for (let i = 0; i < histogram.length; i += 2) {
    seen += histogram[i + 1] ?? 0;
    if (seen >= rank && rank > 0)
      return Math.min(upperOf(histogram[i] ?? 0), max ?? Number.POSITIVE_INFINITY);
  }
  return null;
}
