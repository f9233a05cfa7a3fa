import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import {
  type DossierCell,
  emptyDossierCell,
  shiftDossierCell,
} from '../../lib/domain/dossier/dossier-cell.ts';
import { type ExcludedSlots, excludedSlots } from '../../lib/domain/exclusion/excluded-slots.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import type { PeriodSum } from '../../lib/domain/measures.ts';
import type { Period } from '../../lib/domain/period.ts';
import { emptyCell, shiftCell } from '../../lib/domain/rollup.ts';
import { endOfDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { ReadContext } from './context.ts';
import {
  type DossierFilter,
  type DossierSumRow,
  type DossierSumsQuestion,
  dossierSums,
} from './dossier-sums.ts';
import { periodSums, type SumRow, type SumsQuestion } from './period-sums.ts';
import type { ScopedUnit } from './scope.ts';

/** A unit with what is left out of a metric there, by approval (V6). */
type UnitExcluded = { unit: ScopedUnit; slots: ExcludedSlots };

/** What is approved to be left out of a metric of some units in a period; most often nothing. */
export async function approvedExclusions(
  { pool }: ReadContext,
  units: readonly ScopedUnit[],
  metric: ComparedMetric,
  { from, to }: Period,
): Promise<UnitExcluded[]> {
  const [some] = units;
  if (!some) return [];
  const { rows } = await pool.query<{ area: string; from_at: Date; to_at: Date }>(
    `SELECT area, from_at, to_at FROM exclusion WHERE decision = 'approved' AND area = ANY($1) AND $2 = ANY(metrics)
       AND from_at < $4 AND to_at > $3`,
    [
      units.map(({ unit }) => unit),
      metric,
      new Date(startOfDay(some.zone, from)),
      new Date(endOfDay(some.zone, to)),
    ],
  );
  const periods = grouped(rows, (row) => row.area);
  return units.flatMap((unit) => {
    const own = periods.get(unit.unit);
    if (!own) return [];
    const noted = own.map((row) => ({ fromAt: row.from_at.getTime(), toAt: row.to_at.getTime() }));
    return [{ unit, slots: excludedSlots(unit.zone, noted) }];
  });
}

/** Runs of days that follow one another, inside a period. */
function runsOf({ days }: ExcludedSlots, { from, to }: Period): Period[] {
  const runs: Period[] = [];
  for (const day of days) {
    if (day < from || day > to) continue;
    const last = runs.at(-1);
    // At most a month apart is one question; `covers` leaves out what lies between.
    if (last && day.slice(0, 7) === last.to.slice(0, 7)) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** V7, R1: sums that, added to those of the whole period, take away what is left out. Keyed as the units are. */
export async function takenAwayVisits(
  context: ReadContext,
  excluded: readonly UnitExcluded[],
  question: Omit<SumsQuestion, 'units' | 'grain'>,
): Promise<SumRow[]> {
  const asked = excluded.flatMap(({ unit, slots }) =>
    runsOf(slots, question.period).map(async (period) => {
      const rows = await periodSums(context, { ...question, units: [unit], period, grain: 'half_hour' });
      return rows.filter((row) => slots.covers(row)).map((row) => ({ ...row, sum: negative(row.sum) }));
    }),
  );
  return (await Promise.all(asked)).flat();
}

function negative({ cell, unserved, unfinished }: PeriodSum): PeriodSum {
  const taken = emptyCell();
  shiftCell(taken, cell, -1);
  return { cell: taken, unserved: -unserved, unfinished: -unfinished };
}

/** The same of dossiers: whole days. */
export async function takenAwayDossiers(
  context: ReadContext,
  excluded: readonly UnitExcluded[],
  period: Period,
  filter: DossierFilter & Pick<DossierSumsQuestion, 'columns'>,
): Promise<DossierSumRow[]> {
  const asked = excluded.flatMap(({ unit, slots }) =>
    runsOf(slots, period).map(async (run) => {
      const parts = { ...filter, units: [unit], period: run, grain: 'day', byHandler: false } as const;
      const rows = await dossierSums(context, parts);
      return rows
        .filter(({ day }) => slots.days.includes(day))
        .map((row) => ({ ...row, cell: negativeCell(row.cell) }));
    }),
  );
  return (await Promise.all(asked)).flat();
}

function negativeCell(cell: DossierCell): DossierCell {
  const taken = emptyDossierCell();
  shiftDossierCell(taken, cell, -1);
  return taken;
}
