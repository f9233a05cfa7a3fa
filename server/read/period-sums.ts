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
  const values: unknown[] = [units.map((u) => u.unit), units.map((u) => u.key), units.map((u) => u.today)];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const service = question.service === null ? '' : `AND r.service = ${parameter(question.service)}`;
  const select = (table: string, { from, to }: Period): string => `
    SELECT u.key, ${grain === 'period' ? `''` : 'r.day::text'} AS day, ${grain === 'half_hour' ? 'r.half_hour' : '0'} AS half_hour,
      ${question.byService ? 'r.service' : `''`} AS service, r.day < u.today AS over, ${columns}
    FROM u JOIN ${table} r ON r.unit = u.unit AND r.day BETWEEN ${parameter(from)}::date AND ${parameter(to)}::date ${service}`;
  const { rows } = await pool.query<Record<string, unknown>>(
    statement(partsOf(period, grain, today).map(([table, part]) => select(table, part))),
    values,
  );
  return rows.map((row) => ({
    key: String(row.key),
    day: String(row.day),
    halfHour: Number(row.half_hour),
    service: String(row.service),
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

const GROUP = 'key, day, half_hour, service';

const statement = (selects: readonly string[]): string => `
  WITH u AS (SELECT * FROM unnest($1::text[], $2::text[], $3::date[]) AS u(unit, key, today)),
  r AS (${selects.join(' UNION ALL ')}),
  sums AS (
    SELECT ${GROUP}, ${COUNTS.map((column) => `sum("${column}")::bigint AS "${column}"`).join(', ')}, max(wait_max) AS wait_max,
      coalesce(sum(open_uncalled) FILTER (WHERE over), 0)::bigint AS unserved,
      coalesce(sum(open_called) FILTER (WHERE over), 0)::bigint AS unfinished
    FROM r GROUP BY ${GROUP}
  ),
  bins AS (
    SELECT ${GROUP}, h.name, h.bins[i] AS bin, sum(h.bins[i + 1]) AS n
    FROM r, LATERAL (VALUES ${HISTOGRAMS.map((column) => `('${column}', ${column})`).join(', ')}) AS h(name, bins),
      generate_series(1, cardinality(h.bins), 2) AS i
    GROUP BY ${GROUP}, h.name, h.bins[i]
  ),
  lists AS (
    SELECT ${GROUP}, ${HISTOGRAMS.map((column) => `array_agg(ARRAY[bin, n] ORDER BY bin) FILTER (WHERE name = '${column}')::int[] AS ${column}`).join(', ')}
    FROM bins GROUP BY ${GROUP}
  )
  SELECT * FROM sums LEFT JOIN lists USING (${GROUP})`;

/** The database gives pairs [bin, n]; a histogram is one flat list. */
const withFlatBins = (row: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  ...Object.fromEntries(
    HISTOGRAMS.map((column) => [column, Array.isArray(row[column]) ? row[column].flat() : []]),
  ),
});
