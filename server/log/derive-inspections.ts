import { inspectionEvents, pictureEvents } from '../../lib/domain/events/inspection.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import {
  type InspectionEvent,
  type InspectionFact,
  inspectionFact,
  withInspectionFact,
} from '../../lib/domain/inspection/inspection-fact.ts';
import { rowsInPortions } from './cursor.ts';
import { eventOfRow } from './event-of-row.ts';
import { emptyGroup } from './group-table.ts';
import { addInspectionRows, type Inspections } from './inspection-group.ts';
import { epochMs } from './load-entries.ts';
import type { Memory } from './memory.ts';
import type { Query } from './query.ts';
import { readStatement } from './write-group.ts';

/** Inspections that are written at once. */
const PORTION = 1000;

/** Derives inspections from the log, every one from all its steps at once. */
export async function deriveInspections(query: Query, schema: string, memory: Memory): Promise<void> {
  const text = `SELECT seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event
    WHERE type = ANY($1) ORDER BY unit, data ->> 'inspection' COLLATE "C", seq`;
  let held: Inspections = new Map();
  let count = 0;
  const write = async (): Promise<void> => {
    const rows = emptyGroup();
    addInspectionRows(memory, rows, held);
    const statement = readStatement(rows);
    if (statement) await query(statement.text, statement.values);
    [held, count] = [new Map(), 0];
  };
  const types = [...Object.keys(inspectionEvents), ...Object.keys(pictureEvents)];
  for await (const portion of rowsInPortions(query, text, [types]))
    for (const row of portion) {
      const event = eventOfRow<InspectionEvent>(row);
      const { unit, data } = event;
      if (!held.get(unit)?.has(data.inspection)) {
        if (count >= PORTION) await write();
        count += 1;
      }
      const own = heldOrMade(held, unit, () => new Map<string, readonly InspectionFact[]>());
      const facts = withInspectionFact(
        own.get(data.inspection) ?? [],
        inspectionFact(event, Number(row.seq)),
      );
      own.set(data.inspection, facts);
    }
  await write();
}
