import { visitsOf } from '../../lib/domain/dossier/visit.ts';
import type { FoldedEvent } from '../../lib/domain/events/registry.ts';
import { rootOf } from '../../lib/domain/tree.ts';
import { rowsInPortions } from './cursor.ts';
import { eventOfRow } from './event-of-row.ts';
import { emptyGroup, type GroupRows } from './group-table.ts';
import { epochMs } from './load-entries.ts';
import type { Memory } from './memory.ts';
import type { Query } from './query.ts';
import { readStatement } from './write-group.ts';

/** F22: writes the visits that events tell of into the rows of the group, each once. */
export function addVisitRows(memory: Memory, rows: GroupRows, events: Iterable<FoldedEvent>): void {
  const seen = new Set<string>();
  for (const event of events)
    for (const visit of visitsOf(event)) {
      const key = JSON.stringify(Object.values(visit));
      if (seen.has(key)) continue;
      seen.add(key);
      rows.dossierVisits.push({ root: rootOf(memory.tree, visit.unit), ...visit });
    }
}

/** Derives the visits from the log. */
export async function deriveVisits(query: Query, schema: string, memory: Memory): Promise<void> {
  const text = `SELECT source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event
    WHERE type = 'ticket.issued' AND data ? 'dossiers' OR type = 'dossier.received' AND data ? 'ticket'`;
  for await (const portion of rowsInPortions(query, text, [])) {
    const rows = emptyGroup();
    addVisitRows(
      memory,
      rows,
      portion.map((row) => eventOfRow<FoldedEvent>(row)),
    );
    const statement = readStatement(rows);
    if (statement) await query(statement.text, statement.values);
  }
}
