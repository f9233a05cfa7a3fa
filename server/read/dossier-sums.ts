import type { DossierCell } from '../../lib/domain/dossier/dossier-cell.ts';
import { coarsest, type Period } from '../../lib/domain/period.ts';
import { DOSSIER_CELL_COLUMNS, dossierCellOfRow } from '../log/dossier-cells.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

/** Which dossiers are asked for; null: all. */
export type DossierFilter = { procedure: string | null; handler: string | null };

export type DossierSumsQuestion = DossierFilter & {
  units: readonly Pick<ScopedUnit, 'unit' | 'key'>[];
  period: Period;
  grain: 'period' | 'month' | 'day';
  byHandler: boolean;
};

/** `day` is '' for the whole period; `handler` is '' unless asked, or where nobody was named. */
export type DossierSumRow = { key: string; day: string; handler: string; cell: DossierCell };

/** No month is ever read by its days for being the current one: cells of dossiers say what was, not what waits. */
const LAST_DAY = '9999-12-31';

/** P2: sums of dossiers of units, pooled by their keys, from the coarsest rollups that fit. */
export async function dossierSums(
  { pool }: ReadContext,
  { units, period, grain, byHandler, procedure, handler }: DossierSumsQuestion,
): Promise<DossierSumRow[]> {
  const keys = [...new Set(units.map((unit) => unit.key))];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const values: unknown[] = [
    units.map((unit) => unit.unit),
    units.map((unit) => numbers.get(unit.key)),
    procedure,
    handler,
  ];
  const select = ([table, { from, to }]: [string, Period]): string => {
    const first = values.push(from);
    values.push(to);
    return `SELECT u.key, r.* FROM u JOIN ${table} r ON r.unit = u.unit AND r.day BETWEEN $${first}::date AND $${first + 1}::date
      WHERE ($3::text IS NULL OR r.procedure = $3) AND ($4::text IS NULL OR r.handler = $4)`;
  };
  const selects = partsOf(period, grain).map(select);
  const group = ['key', ...(grain === 'period' ? [] : ['day']), ...(byHandler ? ['handler'] : [])].join(', ');
  const { rows } = await pool.query<Record<string, unknown>>(
    `WITH u AS (SELECT * FROM unnest($1::text[], $2::int[]) AS u(unit, key)), r AS (${selects.join(' UNION ALL ')})
     SELECT ${group}${grain === 'period' ? '' : ', day::text AS day_text'},
       ${DOSSIER_CELL_COLUMNS.map((column) => `sum(${column}) AS ${column}`).join(', ')}
     FROM r GROUP BY ${group}`,
    values,
  );
  return rows.map((row) => ({
    key: keys[Number(row.key)] ?? '',
    day: String(row.day_text ?? ''),
    handler: String(row.handler ?? ''),
    cell: dossierCellOfRow(row),
  }));
}

function partsOf(period: Period, grain: DossierSumsQuestion['grain']): [table: string, part: Period][] {
  if (grain === 'day') return [['rollup_dossier_day', period]];
  const { months, days } = coarsest(period, LAST_DAY);
  const parts = days.map((part): [string, Period] => ['rollup_dossier_day', part]);
  return months ? [['rollup_dossier_month', months], ...parts] : parts;
}
