import { z } from 'zod';
import { unitWaits } from '../../lib/domain/estimate/unit-waits.ts';
import type { Tree } from '../../lib/domain/tree.ts';
import { isUnit, isWithin, rootOf, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import { SIGNAL_KINDS } from '../../lib/domain/unit-state.ts';
import { emptyMemory, type Memory } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import { OPEN_DAYS, storedDays } from '../read/wait-cases.ts';
import { type Knowledge, knowledgeAt } from './knowledge.ts';
import { type Moment, type PastUnit, pastUnit } from './past.ts';
import { loadPastAlerts } from './past-alerts.ts';
import { loadPastDossiers } from './past-dossiers.ts';
import { loadPastRatings } from './past-ratings.ts';
import { loadPastStates } from './past-states.ts';
import { loadPastTickets } from './past-tickets.ts';

/** A memory of one area as live memory was, or would have been, at a moment: its board is read from it as from that one. */
export type Past = { memory: Memory; units: PastUnit[]; knowledge: Knowledge };

/**
 * Y2: reads what the boards of an area need of a moment from the tables: what is known today of its day, less what does
 * not belong to the moment. The cost follows that day, its month and what was open, not the age of the log. Run it in
 * one snapshot of the database.
 */
export async function pastMemory(query: Query, tree: Tree, code: string, moment: Moment): Promise<Past> {
  const memory: Memory = { ...emptyMemory(), tree };
  memory.head = { ...memory.head, seq: moment.seq };
  const units = unitsBelow(tree, code).map((unit) => pastUnit(unit, zoneOf(tree, unit), moment));
  // Dossiers may be told by any unit of their city.
  const knowledge = await knowledgeAt(query, unitsBelow(tree, rootOf(tree, code)), moment);
  await loadPastTickets(query, memory, units, knowledge);
  await loadPastRatings(query, memory, units, knowledge);
  await loadPastStates(query, memory, units, moment);
  await loadPastDossiers(query, memory, units, knowledge);
  const areas = [...tree.areas.keys()].filter((area) => isWithin(tree, area, code));
  await loadPastAlerts(query, memory, areas, moment);
  await loadUsualGaps(query, memory, units);
  const area = tree.areas.get(code);
  // Only a unit's own board says how long one waits; of all units of a city that would be a month of cases.
  if (area && isUnit(area))
    for (const [unit, days] of await storedDays(query, units))
      memory.waits.set(unit, unitWaits(days, OPEN_DAYS));
  return { memory, units, knowledge };
}

const usualGaps = z.partialRecord(z.enum(SIGNAL_KINDS), z.number());

/** G5, G13 as it was judged on the day; what was never counted leaves silence to be judged by its least length alone. */
async function loadUsualGaps(query: Query, memory: Memory, units: readonly PastUnit[]): Promise<void> {
  const text = `SELECT g.unit, jsonb_object_agg(g.kind, g.gap_ms) AS gaps FROM usual_gap g
    JOIN unnest($1::text[], $2::date[]) AS u(unit, day) ON g.unit = u.unit AND g.day = u.day GROUP BY g.unit`;
  const values = [units.map(({ unit }) => unit), units.map(({ day }) => day)];
  for (const row of await query(text, values))
    memory.usualGaps.set(String(row.unit), usualGaps.parse(row.gaps));
}
