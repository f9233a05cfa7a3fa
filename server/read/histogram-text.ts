import type { Histogram } from '../../lib/domain/wait-histogram.ts';

const DIGIT_0 = 48;
const DIGIT_9 = 57;

/**
 * The sum of histograms that the database strung together as it writes arrays: `{3,1,7,2}{}{7,1}`. Taking a million bins
 * apart costs the database half a second and here a hundredth of it.
 */
export function sumOfHistogramText(text: string): Histogram {
  // A wait of years has a bin of its own far beyond the others; the holes before it cost nothing.
  const counts: number[] = [];
  let bin = -1;
  let value = -1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= DIGIT_0 && code <= DIGIT_9) {
      value = (value < 0 ? 0 : value * 10) + code - DIGIT_0;
      continue;
    }
    // A comma or a brace ends a number; bins and their counts take turns.
    if (value < 0) continue;
    if (bin < 0) bin = value;
    else {
      counts[bin] = (counts[bin] ?? 0) + value;
      bin = -1;
    }
    value = -1;
  }
  const sum: number[] = [];
  counts.forEach((n, at) => {
    if (n !== 0) sum.push(at, n);
  });
  return sum;
}
