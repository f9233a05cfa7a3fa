import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { foldEvent } from '../../lib/domain/fold-events.ts';
import { SIGNAL_KINDS } from '../../lib/domain/unit-state.ts';
import { eventOfRow } from '../log/event-of-row.ts';
import { epochMs } from '../log/load-entries.ts';
import { type Memory, serviceLimit, unitIn } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import { instant, type Moment, type PastUnit } from './past.ts';

/** Of whom the last word counts: where they are named, by what, and the events that tell of them. */
const LAST_WORDS = [
  {
    table: 'counter',
    name: 'counter',
    kind: '',
    types: `('counter.opened', 'counter.paused', 'counter.closed')`,
  },
  { table: 'queue_state', name: 'service', kind: 'issuing', types: `('issuing.stopped', 'issuing.resumed')` },
  { table: 'queue_state', name: 'service', kind: 'gauge', types: `('gauge.reported')` },
] as const;

const lastWords = ({ table, name, kind, types }: (typeof LAST_WORDS)[number]): string => `
  SELECT e.seq::float8 AS seq, e.source, e.id, e.type, e.unit, ${epochMs('e.at', 'at_ms')}, e.data
  FROM ${table} k, LATERAL (
    SELECT * FROM event e WHERE e.unit = k.unit AND e.data ->> '${name}' = k.${name} AND e.type IN ${types}
      AND e.at <= ${instant('$2')} AND e.seq <= $3 ORDER BY e.at DESC, e.source DESC, e.id DESC LIMIT 1
  ) e WHERE k.unit = ANY($1)${kind === '' ? '' : ` AND k.kind = '${kind}'`}`;

const HEARD: Record<(typeof SIGNAL_KINDS)[number], string> = {
  queue: `e.type ~ '^(ticket|counter|issuing|gauge)[.]'`,
  ratings: `e.type = 'rating.given'`,
  dossiers: `e.type LIKE 'dossier.%' AND e.type NOT LIKE '%_computed'`,
};

const lastHeard = (kind: (typeof SIGNAL_KINDS)[number]): string => `
  SELECT k.unit, ${epochMs('e.at', 'at_ms')} FROM signal k, LATERAL (
    SELECT e.at FROM event e WHERE e.unit = k.unit AND ${HEARD[kind]} AND e.at <= ${instant('$2')} AND e.seq <= $3
    ORDER BY e.at DESC LIMIT 1
  ) e WHERE k.unit = ANY($1) AND k.kind = '${kind}'`;

/** Counters, gauges, stopped issuing, notes and signs of life as they were known at a moment. */
export async function loadPastStates(
  query: Query,
  memory: Memory,
  units: readonly PastUnit[],
  { known, at, seq, horizon }: Moment,
): Promise<void> {
  const codes = units.map(({ unit }) => unit);
  const values = [codes, horizon, known === 'then' ? seq : Number.MAX_SAFE_INTEGER];
  for (const words of LAST_WORDS)
    for (const row of await query(lastWords(words), values)) {
      const event = eventOfRow<SourceEvent>(row);
      const unit = unitIn(memory, event.unit);
      if (unit) foldEvent(unit, event, Number(row.seq), serviceLimit(memory, unit.code));
    }
  for (const kind of SIGNAL_KINDS)
    for (const row of await query(lastHeard(kind), values))
      unitIn(memory, String(row.unit))?.signals.set(kind, Number(row.at_ms));
  const notes = `SELECT n.seq::float8 AS seq, n.unit, ${epochMs('n.from_at', 'from_at')}, ${epochMs('n.to_at', 'to_at')}, n.text
    FROM note n JOIN event e USING (seq)
    WHERE n.unit = ANY($1) AND coalesce(n.to_at, n.from_at) >= ${instant('$4')} AND n.seq <= $3
      AND ($5 OR e.at <= ${instant('$2')})`;
  const eve = Math.min(at, ...units.map(({ since }) => since));
  for (const row of await query(notes, [...values, eve, known === 'then']))
    unitIn(memory, String(row.unit))?.notes.set(Number(row.seq), {
      fromAt: Number(row.from_at),
      toAt: row.to_at === null ? null : Number(row.to_at),
      text: String(row.text),
    });
}
