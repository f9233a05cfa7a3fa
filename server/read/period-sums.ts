import type { PeriodSum } from '../../lib/domain/measures.ts';
import { coarsest, earliest, type Period } from '../../lib/domain/period.ts';
import { CELL_COLUMNS, cellOfRow } from '../log/cell-columns.ts';
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
  /** Whether waits and service times are asked too; without them an answer costs a twentieth. */
  histograms: boolean;
};

/** `day` is '' for the whole period; `halfHour` is 0 unless asked; `service` is '' unless asked. */
export type SumRow = { key: string; day: string; halfHour: number; service: string; sum: PeriodSum };

const NAMES = CELL_COLUMNS.map((column) => column.replaceAll('"', ''));
const HISTOGRAMS = NAMES.filter((name) => name.endsWith('_bins'));
const COUNTS = NAMES.filter((name) => name !== 'wait_max' && !name.endsWith('_bins'));
const columns = CELL_COLUMNS.map((column) => `r.${column}`).join(', ');

/** Rollups of units pooled by their keys. The database adds them up, so the answer is small whatever the period. */
export async function periodSums({ pool }: ReadContext, question: SumsQuestion): Promise<SumRow[]> {
  const { units, period, grain } = question;
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
  // Millions of bins are grouped by these, so nothing stands here that is not asked.
  const group = [
    'key',
    ...(grain === 'period' ? [] : ['day']),
    ...(grain === 'half_hour' ? ['half_hour'] : []),
    ...(question.byService ? ['service'] : []),
  ];
  const own = group.slice(1).map((column) => `r.${column}, `);
  const select = (table: string, { from, to }: Period): string => `
    SELECT u.key, ${own.join('')}r.day < u.today AS over, ${columns}
    FROM u JOIN ${table} r ON r.unit = u.unit AND r.day BETWEEN ${parameter(from)}::date AND ${parameter(to)}::date ${service}`;
  const selects = partsOf(period, grain, today).map(([table, part]) => select(table, part));
  const { rows } = await pool.query<Record<string, unknown>>(
    statement(selects, group.join(', '), question.histograms),
    values,
  );
  return rows.map((row) => ({
    key: keys[Number(row.key)] ?? '',
    day: String(row.day_text ?? ''),
    halfHour: Number(row.half_hour ?? 0),
    service: String(row.service ?? ''),
    sum: {
      cell: cellOfRow(withFlatBins(row)),
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

const statement = (selects: readonly string[], group: string, histograms: boolean): string => `
  WITH u AS (SELECT * FROM unnest($1::text[], $2::int[], $3::date[]) AS u(unit, key, today)),
  r AS (${selects.join(' UNION ALL ')}),
  sums AS (
    SELECT ${group}${group.includes('day') ? ', day::text AS day_text' : ''},
      ${COUNTS.map((column) => `sum("${column}")::bigint AS "${column}"`).join(', ')}, max(wait_max) AS wait_max,
      coalesce(sum(open_uncalled) FILTER (WHERE over), 0)::bigint AS unserved,
      coalesce(sum(open_called) FILTER (WHERE over), 0)::bigint AS unfinished
    FROM r GROUP BY ${group}
  )
  ${histograms ? withLists(group) : 'SELECT * FROM sums'}`;

const withLists = (group: string): string => `,
  bins AS (
    SELECT ${group}, h.kind, h.bins[i] AS bin, sum(h.bins[i + 1]) AS n
    FROM r, LATERAL (VALUES ${HISTOGRAMS.map((column, kind) => `(${kind}, ${column})`).join(', ')}) AS h(kind, bins),
      generate_series(1, cardinality(h.bins), 2) AS i
    GROUP BY ${group}, h.kind, h.bins[i]
  ),
  lists AS (
    SELECT ${group}, ${HISTOGRAMS.map((column, kind) => `array_agg(ARRAY[bin, n] ORDER BY bin) FILTER (WHERE kind = ${kind})::int[] AS ${column}`).join(', ')}
    FROM bins GROUP BY ${group}
  )
  SELECT * FROM sums LEFT JOIN lists USING (${group})`;

/** The database gives pairs [bin, n]; a histogram is one flat list. */
const withFlatBins = (row: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  ...Object.fromEntries(
    HISTOGRAMS.map((column) => [column, Array.isArray(row[column]) ? row[column].flat() : []]),
  ),
});
