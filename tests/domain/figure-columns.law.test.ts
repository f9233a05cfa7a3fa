import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPARED_METRICS } from '../../lib/domain/compared-metric.ts';
import {
  DOSSIER_COLUMNS,
  type DossierCell,
  emptyDossierCell,
} from '../../lib/domain/dossier/dossier-cell.ts';
import { DUE_RULES } from '../../lib/domain/dossier/due.ts';
import {
  cellColumnsOf,
  dossierColumnsOf,
  dossierFigure,
  figureOf,
  isDossierMetric,
} from '../../lib/domain/figure.ts';
import { type Cell, COUNT_COLUMNS, emptyCell, HISTOGRAM_COLUMNS } from '../../lib/domain/rollup.ts';
import { withinOf } from '../../lib/domain/service-level.ts';
import { sumHistograms } from '../../lib/domain/wait-histogram.ts';

const count = fc.nat({ max: 500 });
const histogram = fc
  .array(fc.tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
  .map((bins) => sumHistograms(bins));
const wholeCell = fc
  .record({
    counts: fc.record(Object.fromEntries(COUNT_COLUMNS.map((column) => [column, count]))),
    histograms: fc.record(Object.fromEntries(HISTOGRAM_COLUMNS.map((column) => [column, histogram]))),
    waitMax: fc.option(count),
  })
  .map(({ counts, histograms, waitMax }): Cell => ({ ...emptyCell(), ...counts, ...histograms, waitMax }));
const wholeDossierCell = fc
  .record(Object.fromEntries(DOSSIER_COLUMNS.map((column) => [column, count])))
  .map((counts): DossierCell => ({ ...emptyDossierCell(), ...counts }));

const only = <T extends object>(whole: T, empty: T, columns: readonly (keyof T)[]): T =>
  columns.reduce((cell, column) => Object.assign(cell, { [column]: whole[column] }), empty);

test.each(COMPARED_METRICS)(
  '%s: the figure of the columns it names is the figure of the whole cell (R2)',
  (metric) => {
    const sum = (cell: Cell) => ({ cell, unserved: 0, unfinished: 0 });
    if (isDossierMetric(metric))
      fc.assert(
        fc.property(wholeDossierCell, fc.constantFrom(...DUE_RULES), (whole, rule) => {
          const some = only(whole, emptyDossierCell(), dossierColumnsOf(metric, rule));
          expect(dossierFigure(metric, some, rule)).toEqual(dossierFigure(metric, whole, rule));
        }),
        { numRuns: 2000 },
      );
    else
      fc.assert(
        fc.property(wholeCell, fc.constantFrom(0, 300, 900), (whole, seconds) => {
          const some = only(whole, emptyCell(), cellColumnsOf(metric));
          expect(figureOf(metric, sum(some), withinOf(some, seconds, 0))).toEqual(
            figureOf(metric, sum(whole), withinOf(whole, seconds, 0)),
          );
        }),
        { numRuns: 2000 },
      );
  },
);
