/** A share that says what it stands on: `n` of `of`, with its Wilson 95 % interval. All three are null when `of` is 0. */
export type Share = { n: number; of: number; share: number | null; low: number | null; high: number | null };

/** Two-sided 95 % quantile of the normal distribution. */
const Z95 = 1.959963984540054;

/** Wilson score interval (Wilson 1927), bounds in 0–1. `z` defaults to 95 %. */
export function wilson(n: number, of: number, z = Z95): { low: number; high: number } {
  const p = n / of;
  const square = z * z;
  const centre = p + square / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  // With none or all the bound is exactly 0 or 1; rounding would leave it a hair inside.
  return {
    low: n === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: n === of ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/** The share `n` of `of`. More than all (answers that no finished visit explains) has a share but no interval. */
export function shareOf(n: number, of: number): Share {
  if (of <= 0) return { n, of, share: null, low: null, high: null };
  if (n > of) return { n, of, share: n / of, low: null, high: null };
  return { n, of, share: n / of, ...wilson(n, of) };
}
