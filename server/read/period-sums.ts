import type { PeriodSum } from '../../lib/domain/measures.ts';
import { coarsest, earliest, type Period } from '../../lib/domain/period.ts';
import type { Cell } from '../../lib/domain/rollup.ts';
import { cellColumn } from '../log/cell-columns.ts';
import { addedUp, summedCell } from './added-up.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

/** How fine the rows are: one for the whole period, or by calendar month (and days at its edges), day or half hour. */
export type Grain = 'period' | 'month' | 'day' | 'half_hour';

export type SumsQuestion = {
  units: readonly ScopedUnit[];
  period: Period;
  service: string | null;
  grain: Grain;
  byService: boolean;
  /** What is asked for: the others stay zero. Histograms are most of what is read, and each is read only where it is asked. */
  columns: readonly (keyof Cell)[];
};

/** `day` is '' for the whole period; `halfHour` is 0 unless asked; `service` is '' unless asked. */
export type SumRow = { key: string; day: string; halfHour: number; service: string; sum: PeriodSum };

/** Rollups of units pooled by their keys. The database adds them up, so the answer is small whatever the period. */
export async function periodSums({ pool }: ReadContext, question: SumsQuestion): Promise<SumRow[]> {
  const { units, period, grain, columns } = question;
  if (units.length === 0) return [];
  // A unit whose day is behind the others' decides which month is over for all of them.
  const today = earliest(...units.map((unit) => unit.today));
  const keys = [...new Set(units.map((unit) => unit.key))];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const values: unknown[] = [
    units.map((unit) => unit.unit),
    units.map((unit) => numbers.get(unit.key)),
    units.map((unit) => unit.today),
  ];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const service = question.service === null ? '' : `AND r.service = ${parameter(question.service)}`;
  const group = [
    'key',
    ...(grain === 'period' ? [] : ['day']),
    ...(grain === 'half_hour' ? ['half_hour'] : []),
    ...(question.byService ? ['service'] : []),
  ];
  const read = new Set<keyof Cell>(['openUncalled', 'openCalled', ...columns]);
  const own = [...group.slice(1), ...[...read].map(cellColumn)].map((column) => `r.${column}`).join(', ');
  const select = (table: string, { from, to }: Period): string => `
    SELECT u.key, r.day < u.today AS over, ${own}
    FROM u JOIN ${table} r ON r.unit = u.unit AND r.day BETWEEN ${parameter(from)}::date AND ${parameter(to)}::date ${service}`;
  const selects = partsOf(period, grain, today).map(([table, part]) => select(table, part));
  const { rows } = await pool.query<Record<string, unknown>>(
    `WITH u AS (SELECT * FROM unnest($1::text[], $2::int[], $3::date[]) AS u(unit, key, today)),
     r AS (${selects.join(' UNION ALL ')})
     SELECT ${group.join(', ')}${grain === 'period' ? '' : ', day::text AS day_text'},
       ${columns.map((column) => `${addedUp(column)} AS ${cellColumn(column)}, `).join('')}
       coalesce(sum(open_uncalled) FILTER (WHERE over), 0)::bigint AS unserved,
       coalesce(sum(open_called) FILTER (WHERE over), 0)::bigint AS unfinished
     FROM r GROUP BY ${group.join(', ')}`,
    values,
  );
  return rows.map((row) => ({
    key: keys[Number(row.key)] ?? '',
    day: String(row.day_text ?? ''),
    halfHour: Number(row.half_hour ?? 0),
    service: String(row.service ?? ''),
    sum: {
      cell: summedCell(row, columns),
      unserved: Number(row.unserved),
      unfinished: Number(row.unfinished),
    },
  }));
}

function partsOf(period: Period, grain: Grain, today: string): [table: string, part: Period][] {
  if (grain === 'half_hour') return [['rollup_half_hour', period]];
  if (grain === 'day') return [['rollup_day', period]];
  const { months, days } = coarsest(period, today);
  const parts: [string, Period][] = days.map((part) => ['rollup_day', part]);
  return months ? [['rollup_month', months], ...parts] : parts;
}
