import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumHistograms } from '../../lib/domain/wait-histogram.ts';
import { sumOfHistogramText } from '../../server/read/histogram-text.ts';

const histogram = fc
  .array(fc.tuple(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 100_000 })), { maxLength: 12 })
  .map((bins) => sumHistograms(bins));

test('histograms strung together as arrays add up to their sum (R2)', () => {
  fc.assert(
    fc.property(fc.array(histogram, { maxLength: 12 }), (histograms) => {
      const text = histograms.map((one) => `{${one.join(',')}}`).join('');
      expect(sumOfHistogramText(text)).toEqual(sumHistograms(histograms));
    }),
    { numRuns: 5000 },
  );
});
