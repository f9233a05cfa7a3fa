/** O4: fewer cases than this tell nothing of a person. */
export const LEAST_CASES = 30;

const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

/** The next shorter periods that a period is made of: halves of a year, quarters of a half, months of a quarter. */
function partsOf(months: readonly number[]): (readonly number[])[] {
  const step = months.length === 12 ? 6 : months.length === 6 ? 3 : 1;
  if (months.length === 1) return [];
  return Array.from({ length: months.length / step }, (_, i) => months.slice(i * step, (i + 1) * step));
}

/** Cases that are left of a period when all that is told of it is taken away. */
const leftOf = (months: readonly number[]): number => {
  if (isTold(months)) return 0;
  const parts = partsOf(months);
  return parts.length === 0 ? sum(months) : sum(parts.map(leftOf));
};

/**
 * O4: whether a figure over a month, quarter, half or year may be told. `months`: its cases month by month. Of a longer
 * period only where nobody can work out, by taking the told shorter ones away, what a few cases were.
 */
export function isTold(months: readonly number[]): boolean {
  if (sum(months) < LEAST_CASES) return false;
  const left = sum(partsOf(months).map(leftOf));
  return left === 0 || left >= LEAST_CASES;
}
