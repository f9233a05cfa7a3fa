import {
  DOSSIER_COLUMNS,
  type DossierCell,
  type DossierColumn,
  emptyDossierCell,
} from '../../lib/domain/dossier/dossier-cell.ts';
import type { PeriodSum } from '../../lib/domain/measures.ts';
import type { Period } from '../../lib/domain/period.ts';
import { CELL_NAMES, type Cell, emptyCell } from '../../lib/domain/rollup.ts';
import type { Column } from '../log/array-parameter.ts';
import { CELL_VALUES, cellColumn } from '../log/cell-columns.ts';
import { DOSSIER_CELL_VALUES } from '../log/dossier-cells.ts';
import { snakeCase } from '../log/snake-case.ts';
import { asText, summedCell } from './added-up.ts';
import type { ReadContext } from './context.ts';
import { dossierSums, summedDossierCell } from './dossier-sums.ts';
import { type DaySum, type DaySums, keptDays } from './kept-days.ts';
import { periodSums, type SumRow, type SumsQuestion } from './period-sums.ts';
import type { ScopedUnit } from './scope.ts';

const together = (units: readonly ScopedUnit[]): ScopedUnit[] => units.map((unit) => ({ ...unit, key: '' }));

const VISITS: DaySums<PeriodSum> = {
  table: 'rollup_pooled_day',
  late: 'late_day',
  columns: CELL_VALUES.map(
    ([name, type, of]): Column<{ sum: PeriodSum }> => [name, type, ({ sum }) => of(sum)],
  ),
  empty: () => ({ cell: emptyCell(), unserved: 0, unfinished: 0 }),
  read: (context, units, period) =>
    periodSums(context, {
      units: together(units),
      period,
      service: null,
      grain: 'day',
      byService: false,
      columns: CELL_NAMES,
    }),
};

/** Sums of tickets and ratings of units that share one key, through time: by days where these are kept. */
export async function pooledSeries(
  context: ReadContext,
  units: readonly ScopedUnit[],
  question: Pick<SumsQuestion, 'period' | 'service' | 'grain' | 'columns'>,
): Promise<SumRow[]> {
  const [first, second] = units;
  // One unit has few rows, and half hours and single services are not kept.
  if (!first || !second || question.grain === 'half_hour' || question.service !== null)
    return periodSums(context, { ...question, units, byService: false });
  const days = await pooledVisitDays(context, units, question.period, question.columns);
  return days.map(({ day, sum }) => ({ key: first.key, day, halfHour: 0, service: '', sum }));
}

/** Sums of tickets and ratings of units together, a row a day. */
function pooledVisitDays(
  context: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
  columns: readonly (keyof Cell)[],
): Promise<DaySum<PeriodSum>[]> {
  // Of days that are over open tickets are what was never served (Q3).
  const read = [...new Set<keyof Cell>(['openUncalled', 'openCalled', ...columns])];
  const select = read.map((column) => `${asText(column)} AS ${cellColumn(column)}`).join(', ');
  return keptDays(context, units, period, VISITS, select, (row) => {
    const cell = summedCell(row, read);
    return { cell, unserved: cell.openUncalled, unfinished: cell.openCalled };
  });
}

const DOSSIERS: DaySums<DossierCell> = {
  table: 'rollup_pooled_dossier_day',
  late: 'late_dossier_day',
  columns: DOSSIER_CELL_VALUES.map(
    ([name, type, of]): Column<{ sum: DossierCell }> => [name, type, ({ sum }) => of({ cell: sum })],
  ),
  empty: emptyDossierCell,
  read: async (context, units, period) =>
    (
      await dossierSums(context, {
        units: together(units),
        period,
        grain: 'day',
        byHandler: false,
        columns: DOSSIER_COLUMNS,
        procedure: null,
        handler: null,
      })
    ).map(({ day, cell }) => ({ day, sum: cell })),
};

/** The same of dossiers. */
export function pooledDossierDays(
  context: ReadContext,
  units: readonly ScopedUnit[],
  period: Period,
  columns: readonly DossierColumn[],
): Promise<DaySum<DossierCell>[]> {
  const select = columns.map(snakeCase).join(', ');
  return keptDays(context, units, period, DOSSIERS, select, (row) => summedDossierCell(row, columns));
}
