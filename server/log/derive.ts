import { type SourceEvent, serverEvents, sourceEvents } from '../../lib/domain/events/registry.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { recountUnit } from '../../lib/domain/recount-unit.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { addUnitRows, type Touched, untouched } from './change-rows.ts';
import { applyDefinition } from './commit-definitions.ts';
import { rowsInPortions } from './cursor.ts';
import { writeRow } from './definition-rows.ts';
import { deriveAlerts } from './derive-alerts.ts';
import { deriveBooks } from './derive-books.ts';
import { deriveDossiers, deriveLetters } from './derive-dossiers.ts';
import { deriveInspections } from './derive-inspections.ts';
import { deriveVisits } from './dossier-visits.ts';
import { eventOfRow } from './event-of-row.ts';
import { emptyGroup } from './group-table.ts';
import { epochMs } from './load-entries.ts';
import { emptyMemory, type Memory, serviceLimit, unitIn } from './memory.ts';
import type { Query } from './query.ts';
import type { Definition } from './submission.ts';
import { readStatement } from './write-group.ts';

/** Events of whole tickets that are computed at once. */
const PORTION = 4000;

type Row = Record<string, unknown>;

/**
 * Fills the shadows of the derived tables from the log, every entry computed from all its facts at once: not as the
 * writer does it, which is what makes the comparison worth something. Gives the tree that the log tells. `onEvents` hears how many events were read.
 */
export async function deriveTables(
  query: Query,
  schema: string,
  onEvents: (n: number) => void,
): Promise<Memory> {
  await query(`SET LOCAL work_mem = '64MB'`, []);
  await query(
    `INSERT INTO event_key (source, id, seq, content_hash)
     SELECT source, id, seq, content_hash FROM ${schema}.event ORDER BY seq ON CONFLICT DO NOTHING`,
    [],
  );
  const memory = await deriveTree(query, schema, onEvents);
  await query(
    `INSERT INTO source (source, area) SELECT DISTINCT ON (e.source) e.source, k.area
     FROM ${schema}.event e JOIN api_key k ON k.key = e.key_id ORDER BY e.source, e.seq`,
    [],
  );
  await deriveUnits(query, schema, memory, onEvents);
  await deriveDossiers(query, schema, memory);
  await deriveLetters(query, schema, memory);
  await deriveVisits(query, schema, memory);
  await deriveAlerts(query, schema, memory);
  await deriveBooks(query, schema, memory);
  await deriveInspections(query, schema, memory);
  return memory;
}

const object = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

// What was erased of somebody's name; overwritten by what was not.
const nameless = ({ type, data }: Row): object =>
  (type === 'person.added' || type === 'person.renamed') && 'person' in object(data)
    ? { name: '', login: Reflect.get(object(data), 'person') }
    : {};

// Beside the log `from` is where whoever did it was; the data of a definition can have a field of that name.
const ownFrom = ({ data }: Row): object => ({ from: Reflect.get(object(data), 'from') });

async function deriveTree(query: Query, schema: string, onEvents: (n: number) => void): Promise<Memory> {
  const memory = emptyMemory();
  const text = `SELECT e.seq, e.type, ${epochMs('e.at', 'at_ms')}, e.data, p.value AS personal
    FROM ${schema}.event e LEFT JOIN ${schema}.personal p ON p.seq = e.seq WHERE e.type = ANY($1) ORDER BY e.seq`;
  for await (const rows of rowsInPortions(query, text, [Object.keys(serverEvents)])) {
    for (const row of rows) {
      // The log holds only definitions that its schemas have passed.
      const definition = {
        type: row.type,
        data: { ...nameless(row), ...object(row.data), ...object(row.personal), ...ownFrom(row) },
      } as Definition;
      const at = Number(row.at_ms);
      applyDefinition(memory, definition, at);
      // It changes what lies beside the log, and did so when it was written.
      if (definition.type !== 'personal.erased') await writeRow(query, definition, Number(row.seq), at);
    }
    onEvents(rows.length);
  }
  return memory;
}

async function deriveUnits(
  query: Query,
  schema: string,
  memory: Memory,
  onEvents: (n: number) => void,
): Promise<void> {
  const text = `SELECT seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event WHERE type = ANY($1)
    ORDER BY unit, type LIKE 'ticket.%', CASE WHEN type LIKE 'ticket.%' THEN data ->> 'ticket' END, seq`;
  // Assigned where TypeScript does not look: inside the loop, read inside `compute`.
  let unit = null as UnitState | null;
  let portion: LoggedEvent[] = [];
  let subject: unknown = null;
  const compute = async (): Promise<void> => {
    if (!unit || portion.length === 0) return;
    recountUnit(unit, portion, serviceLimit(memory, unit.code));
    portion = [];
    await write(query, unit, entriesOf(unit));
    unit.tickets.clear();
    unit.ratings.clear();
  };
  for await (const rows of rowsInPortions(query, text, [Object.keys(sourceEvents)])) {
    for (const row of rows) {
      const logged: LoggedEvent = { event: eventOfRow(row), seq: Number(row.seq) };
      if (logged.event.unit !== unit?.code) {
        if (unit) await finish(query, unit, compute);
        unit = unitIn(memory, logged.event.unit) ?? null;
      }
      const next = subjectOf(logged.event);
      if (next !== subject && (subject === null || portion.length >= PORTION)) await compute();
      subject = next;
      portion.push(logged);
    }
    onEvents(rows.length);
  }
  if (unit) await finish(query, unit, compute);
}

async function finish(query: Query, unit: UnitState, compute: () => Promise<void>): Promise<void> {
  await compute();
  await write(query, unit, cellsOf(unit));
  for (const cells of [unit.halfHours, unit.days, unit.months]) cells.clear();
}

/** Ticket that an event is a fact of; null: of none, and all such events of a unit are computed together. */
const subjectOf = (event: SourceEvent): string | null =>
  event.type.startsWith('ticket.') && 'ticket' in event.data ? (event.data.ticket ?? null) : null;

const entriesOf = (unit: UnitState): Touched => ({
  ...untouched(),
  tickets: new Set(unit.tickets.keys()),
  ratings: new Set(unit.ratings.keys()),
});

const cellsOf = (unit: UnitState): Touched => ({
  ...untouched(),
  counters: new Set(unit.counters.keys()),
  queueStates: new Set([...unit.gauges.keys(), ...unit.issuing.keys()]),
  notes: new Set(unit.notes.keys()),
  signals: true,
  halfHours: new Set(unit.halfHours.keys()),
  days: new Set(unit.days.keys()),
  months: new Set(unit.months.keys()),
});

async function write(query: Query, unit: UnitState, touched: Touched): Promise<void> {
  const rows = emptyGroup();
  addUnitRows(rows, unit, touched);
  const statement = readStatement(rows);
  if (statement) await query(statement.text, statement.values);
}
