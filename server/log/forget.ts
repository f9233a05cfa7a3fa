import { isLiveDossier } from '../../lib/domain/dossier/unit-dossiers.ts';
import { isLive } from '../../lib/domain/unit-reading.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { addDays, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import type { Touched } from './change-rows.ts';
import { forgetEnded } from './fold-alerts.ts';
import { loadedIn, type Memory, unitIn } from './memory.ts';

/** Past days of a unit kept in memory beside the live ones: an import goes through them one after another. */
const PAST_DAYS = 8;

/**
 * After a commit: what the tables hold and no board shows leaves memory. Called for touched units only, so the cost
 * follows the group.
 */
export function forgetStored(
  memory: Memory,
  touched: Map<string, Touched>,
  today: (zone: string) => string,
): void {
  memory.dossiers.clear();
  memory.apologies.clear();
  forgetEnded(memory);
  for (const [code, mark] of touched) {
    const unit = unitIn(memory, code);
    if (!unit) continue;
    const day = today(unit.zone);
    for (const id of mark.tickets) {
      const entry = unit.tickets.get(id);
      if (entry && !isLive(entry, unit.zone, day)) unit.tickets.delete(id);
    }
    for (const id of mark.ratings) {
      const entry = unit.ratings.get(id);
      if (entry && localDay(unit.zone, entry.rating.at) < addDays(day, -1)) unit.ratings.delete(id);
    }
    forgetCells(memory, unit, day);
  }
}

/** At the change of day: everything older than yesterday leaves memory, and the month that is over. */
export function forgetPast(memory: Memory, unit: UnitState, today: string): void {
  const eve = addDays(today, -1);
  for (const [id, entry] of unit.tickets) if (!isLive(entry, unit.zone, today)) unit.tickets.delete(id);
  for (const [id, { rating }] of unit.ratings)
    if (localDay(unit.zone, rating.at) < eve) unit.ratings.delete(id);
  const { live, months } = unit.dossiers;
  for (const [id, dossier] of live) if (!isLiveDossier(dossier, unit.zone, eve)) live.delete(id);
  for (const month of months.keys()) if (month < monthOf(eve)) months.delete(month);
  forgetCells(memory, unit, today, 0);
}

function forgetCells(memory: Memory, unit: UnitState, today: string, keep = PAST_DAYS): void {
  const loaded = loadedIn(memory, unit.code);
  const eve = addDays(today, -1);
  const past = [...loaded.days].filter((day) => day < eve);
  if (past.length <= keep * 2 && keep > 0) return;
  const gone = new Set(past.slice(0, past.length - keep));
  for (const cells of [unit.halfHours, unit.days])
    for (const key of cells.keys()) if (gone.has(key.slice(0, 10))) cells.delete(key);
  for (const day of gone) loaded.days.delete(day);
  // A month leaves with the last of its days.
  const needed = new Set([...loaded.days, today, eve].map(monthOf));
  for (const month of [...loaded.months].filter((held) => !needed.has(held))) {
    loaded.months.delete(month);
    for (const key of unit.months.keys()) if (key.startsWith(month)) unit.months.delete(key);
  }
}
