import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recountUnit } from '../../lib/domain/recount-unit.ts';
import {
  type Cell,
  COUNT_COLUMNS,
  emptyCell,
  HISTOGRAM_COLUMNS,
  mergeCells,
} from '../../lib/domain/rollup.ts';
import { emptyUnit } from '../../lib/domain/unit-state.ts';
import { countAtMost, countOf, histogramOf, mergeHistograms } from '../../lib/domain/wait-histogram.ts';
import { serviceLimit } from '../../server/log/memory.ts';
import { arbitraryEvents, LAW_ZONE } from '../support/arbitrary-events.ts';
import { foldInto, lawMemory, meaningOf } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

const histogram = fc
  .array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 12 })
  .map((lengths) => lengths.map(histogramOf).reduce((a, b) => mergeHistograms(a, b), []));
const cell: fc.Arbitrary<Cell> = fc
  .tuple(
    fc.array(fc.nat({ max: 1000 }), { minLength: COUNT_COLUMNS.length, maxLength: COUNT_COLUMNS.length }),
    fc.tuple(histogram, histogram, histogram),
    fc.option(fc.nat({ max: 20_000 })),
  )
  .map(([counts, bins, waitMax]) => {
    const made = { ...emptyCell(), waitMax };
    for (const [at, column] of COUNT_COLUMNS.entries()) made[column] = counts[at] ?? 0;
    for (const [at, column] of HISTOGRAM_COLUMNS.entries()) made[column] = bins[at] ?? [];
    return made;
  });

test('L3, R2: the merge of cells is associative and commutative, and an empty cell adds nothing', () => {
  fc.assert(
    fc.property(cell, cell, cell, (a, b, c) => {
      expect(mergeCells([mergeCells([a, b]), c])).toEqual(mergeCells([a, mergeCells([b, c])]));
      expect(mergeCells([a, b])).toEqual(mergeCells([b, a]));
      expect(mergeCells([a, emptyCell()])).toEqual(a);
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('L3, H1: a histogram counts every length once, and exactly at every threshold that a bin ends on', () => {
  const threshold = fc.oneof(
    fc.integer({ min: 1, max: 120 }).map((n) => n * 30),
    fc.integer({ min: 1, max: 48 }).map((n) => n * 300),
  );
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 }),
      threshold,
      (lengths, seconds) => {
        const bins = lengths.map(histogramOf).reduce((a, b) => mergeHistograms(a, b), []);
        expect(countOf(bins)).toBe(lengths.length);
        expect(countAtMost(bins, seconds)).toBe(lengths.filter((length) => length <= seconds).length);
        expect(mergeHistograms(bins, bins, -1)).toEqual([]);
      },
    ),
    { numRuns: lawRuns(2_000) },
  );
});

test('L3, R1: cells shifted group by group equal cells counted from scratch, the longest wait included', () => {
  fc.assert(
    fc.property(arbitraryEvents(['w1']), fc.integer({ min: 1, max: 12 }), (events, groupSize) => {
      const memory = lawMemory();
      foldInto(memory, events, groupSize);
      const recounted = emptyUnit('w1', LAW_ZONE);
      recountUnit(
        recounted,
        events.map((event, index) => ({ event, seq: index + 1 })),
        serviceLimit(memory, 'w1'),
      );
      const unit = memory.units.get('w1') ?? emptyUnit('w1', LAW_ZONE);
      // Dossiers are recounted by root city, in their own laws.
      expect({ ...meaningOf(unit), dossiers: null }).toEqual({ ...meaningOf(recounted), dossiers: null });
    }),
    { numRuns: lawRuns(2_000) },
  );
});
