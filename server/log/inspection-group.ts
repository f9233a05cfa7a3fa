import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { foldInspection } from '../../lib/domain/inspection/inspection.ts';
import {
  type InspectionFact,
  inspectionFact,
  isInspectionEvent,
  withInspectionFact,
} from '../../lib/domain/inspection/inspection-fact.ts';
import type { GroupRows } from './group-table.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';

/** Steps of the inspections that a group touches, by unit and code. */
export type Inspections = Map<string, Map<string, readonly InspectionFact[]>>;

/** Reads the steps of the inspections that events name. */
export async function loadInspections(query: Query, events: readonly SourceEvent[]): Promise<Inspections> {
  const named = events.filter(isInspectionEvent);
  const held: Inspections = new Map();
  if (named.length === 0) return held;
  const text = `SELECT unit, inspection, facts FROM inspection
    WHERE (unit, inspection) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const keys = [named.map(({ unit }) => unit), named.map(({ data }) => data.inspection)];
  // Written by this server from checked events; the column holds nothing else.
  for (const row of await query(text, keys))
    heldOrMade(held, String(row.unit), () => new Map()).set(
      String(row.inspection),
      row.facts as InspectionFact[],
    );
  return held;
}

/** Folds what numbered events tell of inspections. */
export function foldInspections(inspections: Inspections, logged: readonly LoggedEvent[]): void {
  for (const { event, seq } of logged) {
    if (!isInspectionEvent(event)) continue;
    const own = heldOrMade(inspections, event.unit, () => new Map<string, readonly InspectionFact[]>());
    const { inspection: id } = event.data;
    own.set(id, withInspectionFact(own.get(id) ?? [], inspectionFact(event, seq)));
  }
}

/** Writes the inspections, as they now are, into the rows of the group. */
export function addInspectionRows(memory: Memory, rows: GroupRows, inspections: Inspections): void {
  const zoneOf = zonesOf(memory);
  for (const [unit, own] of inspections)
    for (const [id, facts] of own)
      rows.inspections.push({ unit, id, facts, inspection: foldInspection(facts, zoneOf(unit)) });
}
