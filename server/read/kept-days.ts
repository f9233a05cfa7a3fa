import { createHash } from 'node:crypto';
import type { Period } from '../../lib/domain/period.ts';
import { addDays, endOfDay } from '../../lib/domain/zoned-time.ts';
import { arrayParameter, type Column } from '../log/array-parameter.ts';
import { insertInto } from '../log/write-group.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';
import { SETTLED_MS, seqNow } from './settled.ts';

type Row = Record<string, unknown>;
type Kept<Sum> = { scope: string; day: string; seq: number; sum: Sum };
export type DaySum<Sum> = { day: string; sum: Sum };

/** Sums of units together, day by day: where they are kept, and how they are read where they are not. */
export type DaySums<Sum> = {
  table: 'rollup_pooled_day' | 'rollup_pooled_dossier_day';
  late: 'late_day' | 'late_dossier_day';
  columns: readonly Column<{ sum: Sum }>[];
  empty(): Sum;
  /** All columns of some days; a day without anything may be absent. */
  read(context: ReadContext, units: readonly ScopedUnit[], days: Period): Promise<DaySum<Sum>[]>;
};

/** Days that are read at once where they are not kept. */
const PORTION = 31;

/**
 * P6: the sums of units together by days. Days that are over are read once and kept, until something late concerns one of
 * them: a year of a city is a row a day. `select` and `sumOf` say which columns are read of what is kept.
 */
export async function keptDays<Sum>(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { from, to }: Period,
  days: DaySums<Sum>,
  select: string,
  sumOf: (row: Row) => Sum,
): Promise<DaySum<Sum>[]> {
  const codes = units.map(({ unit }) => unit);
  const scope = scopeName(codes);
  const { rows } = await context.pool.query<Row>(
    `SELECT k.day::text AS day, ${select} FROM ${days.table} k WHERE k.scope = $1 AND k.day BETWEEN $2 AND $3
       AND NOT EXISTS (SELECT 1 FROM ${days.late} l WHERE l.day = k.day AND l.seq > k.seq AND l.unit = ANY($4))`,
    [scope, from, to, codes],
  );
  const sums = rows.map((row) => ({ day: String(row.day), sum: sumOf(row) }));
  const held = new Set(sums.map(({ day }) => day));
  for (const part of runsWithout(held, { from, to })) {
    const seq = await seqNow(context);
    const read = await days.read(context, units, part);
    sums.push(...read);
    await keep(context, days, overDays(context, units, part), { scope, seq, read });
  }
  return sums;
}

/** A set of units, whatever the area: a unit that moves makes another set. */
const scopeName = (codes: readonly string[]): string =>
  createHash('sha256')
    .update([...codes].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);

/** Runs of days of a period that are not held. */
function runsWithout(held: ReadonlySet<string>, { from, to }: Period): Period[] {
  const runs: Period[] = [];
  let length = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (held.has(day)) continue;
    const last = runs.at(-1);
    if (last && length < PORTION && addDays(last.to, 1) === day) {
      last.to = day;
      length += 1;
    } else {
      runs.push({ from: day, to: day });
      length = 1;
    }
  }
  return runs;
}

/** Days of a period that are over for all of the units, and whose last group has committed. */
function overDays(context: ReadContext, units: readonly ScopedUnit[], { from, to }: Period): string[] {
  const zones = [...new Set(units.map(({ zone }) => zone))];
  const isOver = (day: string): boolean =>
    zones.every((zone) => context.now() - endOfDay(zone, day) > SETTLED_MS);
  const days: string[] = [];
  for (let day = from; day <= to && isOver(day); day = addDays(day, 1)) days.push(day);
  return days;
}

async function keep<Sum>(
  context: ReadContext,
  { table, columns, empty }: DaySums<Sum>,
  days: readonly string[],
  { scope, seq, read }: { scope: string; seq: number; read: readonly DaySum<Sum>[] },
): Promise<void> {
  if (days.length === 0) return;
  const found = new Map(read.map(({ day, sum }) => [day, sum]));
  const all: readonly Column<Kept<Sum>>[] = [
    ['scope', 'text', (row) => row.scope],
    ['day', 'date', (row) => row.day],
    ['seq', 'int8', (row) => row.seq],
    ...columns,
  ];
  const rows = days.map((day): Kept<Sum> => ({ scope, day, seq, sum: found.get(day) ?? empty() }));
  const shape = {
    table,
    key: ['scope', 'day'],
    held: 'overwrite',
    columns: all.map(([name, type]) => ({ name, type })),
  } as const;
  await context.kept.query(
    insertInto(shape, 1),
    all.map((column) => arrayParameter(column, rows)),
  );
}
