import {
  type DossierCell,
  type DossierColumn,
  emptyDossierCell,
} from '../../lib/domain/dossier/dossier-cell.ts';
import { coarsest, type Period } from '../../lib/domain/period.ts';
import { snakeCase } from '../log/snake-case.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

/** Which dossiers are asked for; null: all. */
export type DossierFilter = { procedure: string | null; handler: string | null };

export type DossierSumsQuestion = DossierFilter & {
  units: readonly Pick<ScopedUnit, 'unit' | 'key'>[];
  period: Period;
  grain: 'period' | 'month' | 'day';
  byHandler: boolean;
  /** What is asked for: the others stay zero. */
  columns: readonly DossierColumn[];
};

/** `day` is '' for the whole period; `handler` is '' unless asked, or where nobody was named. */
export type DossierSumRow = { key: string; day: string; handler: string; cell: DossierCell };

/** No month is ever read by its days for being the current one: cells of dossiers say what was, not what waits. */
const LAST_DAY = '9999-12-31';

const UNIT_MONTHS = 'rollup_dossier_unit_month';

/** P2: sums of dossiers of units, pooled by their keys, from the coarsest rollups that fit. */
export async function dossierSums(
  { pool }: ReadContext,
  { units, period, grain, byHandler, columns, procedure, handler }: DossierSumsQuestion,
): Promise<DossierSumRow[]> {
  const keys = [...new Set(units.map((unit) => unit.key))];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const values: unknown[] = [units.map((unit) => unit.unit), units.map((unit) => numbers.get(unit.key))];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const some = Object.entries({ procedure, handler }).flatMap(([column, one]) =>
    one === null ? [] : [`AND r.${column} = ${parameter(one)}`],
  );
  const group = ['key', ...(grain === 'period' ? [] : ['day']), ...(byHandler ? ['handler'] : [])];
  const names = columns.map(snakeCase);
  const own = [...group.slice(1), ...names].map((column) => `r.${column}`).join(', ');
  // OFFSET 0 keeps it unit by unit: so small a table would be read from end to end, with years nobody asked for (P5).
  const select = ([table, { from, to }]: [string, Period]): string => `
    SELECT u.key, ${own} FROM u, LATERAL (
      SELECT * FROM ${table} r
      WHERE r.unit = u.unit AND r.day BETWEEN ${parameter(from)}::date AND ${parameter(to)}::date ${some.join(' ')}${table === UNIT_MONTHS ? ' OFFSET 0' : ''}
    ) r`;
  const apart = byHandler || some.length > 0;
  const selects = partsOf(period, grain, apart).map(select);
  const { rows } = await pool.query<Record<string, unknown>>(
    `WITH u AS (SELECT * FROM unnest($1::text[], $2::int[]) AS u(unit, key)), r AS (${selects.join(' UNION ALL ')})
     SELECT ${group.join(', ')}${grain === 'period' ? '' : ', day::text AS day_text'},
       ${names.map((name) => `sum(${name}) AS ${name}`).join(', ')}
     FROM r GROUP BY ${group.join(', ')}`,
    values,
  );
  return rows.map((row) => ({
    key: keys[Number(row.key)] ?? '',
    day: String(row.day_text ?? ''),
    handler: String(row.handler ?? ''),
    cell: summedDossierCell(row, columns),
  }));
}

/** The cell of a row whose columns were added up; columns that were not asked for are zero. */
export function summedDossierCell(
  row: Record<string, unknown>,
  columns: readonly DossierColumn[],
): DossierCell {
  const cell = emptyDossierCell();
  for (const column of columns) cell[column] = Number(row[snakeCase(column)] ?? 0);
  return cell;
}

/** `apart`: by body, or of some procedures or bodies alone; together, months of units are there already. */
function partsOf(
  period: Period,
  grain: DossierSumsQuestion['grain'],
  apart: boolean,
): [table: string, part: Period][] {
  if (grain === 'day') return [['rollup_dossier_day', period]];
  const { months, days } = coarsest(period, LAST_DAY);
  const parts = days.map((part): [string, Period] => ['rollup_dossier_day', part]);
  return months ? [[apart ? 'rollup_dossier_month' : UNIT_MONTHS, months], ...parts] : parts;
}
