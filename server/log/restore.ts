import { dayKey, halfHourKey, SIGNAL_KINDS, type UnitState } from '../../lib/domain/unit-state.ts';
import { addDays, localDay, monthOf } from '../../lib/domain/zoned-time.ts';
import { CELL_COLUMNS, cellOfRow } from './cell-columns.ts';
import { epochMs, RATING_COLUMNS, ratingOfRow, TICKET_COLUMNS, ticketOfRow } from './load-entries.ts';
import { loadedIn, type Memory, unitIn } from './memory.ts';
import type { Query } from './query.ts';
import { restoreDossiers } from './restore-dossiers.ts';

type Row = Record<string, unknown>;

const string = (value: unknown): string => String(value);

/** A day of a unit whose cells, month included, must be in memory before anything is added to them. */
export type UnitDay = { unit: string; day: string };

/** Loads the rollup cells of unit-days (and their months) that are not in memory yet. */
export async function loadCells(query: Query, memory: Memory, wanted: readonly UnitDay[]): Promise<void> {
  const missing = wanted.filter(({ unit, day }) => !loadedIn(memory, unit).days.has(day));
  const days = [...new Map(missing.map((item) => [`${item.unit}\n${item.day}`, item])).values()];
  if (days.length === 0) return;
  const months = new Map(
    days.map(({ unit, day }) => [`${unit}\n${monthOf(day)}`, { unit, day: monthOf(day) }]),
  );
  const fresh = [...months.values()].filter(({ unit, day }) => !loadedIn(memory, unit).months.has(day));
  const columns = CELL_COLUMNS.join(', ');
  const read = (table: string, extra: string, of: readonly UnitDay[]): Promise<Row[]> =>
    query(
      `SELECT r.unit, r.day::text AS day, ${extra} r.service, ${columns} FROM ${table} r
       JOIN unnest($1::text[], $2::date[]) AS w(unit, day) ON w.unit = r.unit AND w.day = r.day`,
      [of.map((item) => item.unit), of.map((item) => item.day)],
    );
  for (const row of await read('rollup_half_hour', 'half_hour,', days)) {
    const part = { day: string(row.day), halfHour: Number(row.half_hour), service: string(row.service) };
    unitIn(memory, string(row.unit))?.halfHours.set(halfHourKey(part), cellOfRow(row));
  }
  for (const row of await read('rollup_day', '', days)) {
    unitIn(memory, string(row.unit))?.days.set(
      dayKey({ day: string(row.day), service: string(row.service) }),
      cellOfRow(row),
    );
  }
  if (fresh.length > 0) {
    for (const row of await read('rollup_month', '', fresh)) {
      unitIn(memory, string(row.unit))?.months.set(
        dayKey({ day: string(row.day), service: string(row.service) }),
        cellOfRow(row),
      );
    }
  }
  for (const { unit, day } of days) loadedIn(memory, unit).days.add(day);
  for (const { unit, day } of fresh) loadedIn(memory, unit).months.add(day);
}

/** Fills units from the tables as the fold of the whole log would leave their live part at instant `at`. */
export async function restoreUnits(
  query: Query,
  memory: Memory,
  codes: readonly string[],
  at: number,
): Promise<void> {
  for (const code of codes) {
    memory.units.delete(code);
    memory.loaded.delete(code);
  }
  const units = codes
    .map((code) => unitIn(memory, code))
    .filter((unit): unit is UnitState => unit !== undefined);
  if (units.length === 0) return;
  const names = units.map((unit) => unit.code);
  const today = (unit: UnitState): string => localDay(unit.zone, at);
  const eve = units.map((unit) => addDays(today(unit), -1)).sort()[0];
  const at2 = `FROM ticket WHERE unit = ANY($1) AND service_day >= $2`;
  for (const row of await query(`SELECT ${TICKET_COLUMNS} ${at2}`, [names, eve])) {
    const { unit, id, entry } = ticketOfRow(row);
    unitIn(memory, unit)?.tickets.set(id, entry);
  }
  for (const row of await query(`SELECT ${RATING_COLUMNS} FROM rating WHERE unit = ANY($1) AND day >= $2`, [
    names,
    eve,
  ])) {
    const { unit, entry } = ratingOfRow(row);
    unitIn(memory, unit)?.ratings.set(entry.rating.rating, entry);
  }
  await restoreStates(query, memory, names);
  await restoreDossiers(query, memory, names, at);
  const wanted = units.flatMap((unit) =>
    [today(unit), addDays(today(unit), -1)].map((day) => ({ unit: unit.code, day })),
  );
  await loadCells(query, memory, [...wanted, ...(await bookedDays(query, names, eve))]);
}

// A ticket that is booked for another day counts there already, and that day may come before any event of it.
async function bookedDays(query: Query, names: string[], eve: string | undefined): Promise<UnitDay[]> {
  const text = `SELECT DISTINCT unit, day::text AS day FROM rollup_day WHERE unit = ANY($1) AND day > $2`;
  return (await query(text, [names, eve])).map((row) => ({ unit: string(row.unit), day: string(row.day) }));
}

async function restoreStates(query: Query, memory: Memory, names: string[]): Promise<void> {
  const counters = `SELECT unit, counter, state, ${epochMs('at', 'at_ms')}, source, id, officer, services FROM counter WHERE unit = ANY($1)`;
  for (const row of await query(counters, [names])) {
    const state = row.state === 'open' || row.state === 'paused' ? row.state : 'closed';
    const services = Array.isArray(row.services) ? row.services.map(String) : [];
    const officer = typeof row.officer === 'string' ? row.officer : null;
    unitIn(memory, string(row.unit))?.counters.set(string(row.counter), {
      at: Number(row.at_ms),
      source: string(row.source),
      id: string(row.id),
      state,
      officer,
      services,
    });
  }
  const states = `SELECT unit, service, kind, ${epochMs('at', 'at_ms')}, source, id, data FROM queue_state WHERE unit = ANY($1)`;
  for (const row of await query(states, [names])) {
    const key = { at: Number(row.at_ms), source: string(row.source), id: string(row.id) };
    const unit = unitIn(memory, string(row.unit));
    // Both shapes were written by `rowsOfChange` from checked events.
    if (row.kind === 'gauge') {
      const data = row.data as { waiting: number; openCounters: number | null; currentNumber: string | null };
      unit?.gauges.set(string(row.service), { ...key, ...data });
    } else {
      const data = row.data as { stopped: boolean; reason: string | null };
      unit?.issuing.set(string(row.service), { ...key, ...data });
    }
  }
  for (const row of await query(
    `SELECT unit, kind, ${epochMs('last_at', 'at_ms')} FROM signal WHERE unit = ANY($1)`,
    [names],
  )) {
    const kind = SIGNAL_KINDS.find((one) => one === row.kind) ?? 'queue';
    unitIn(memory, string(row.unit))?.signals.set(kind, Number(row.at_ms));
  }
  const notes = `SELECT seq::float8 AS seq, unit, ${epochMs('from_at')}, ${epochMs('to_at')}, text FROM note
    WHERE unit = ANY($1) AND coalesce(to_at, from_at) > now() - interval '2 days'`;
  for (const row of await query(notes, [names])) {
    unitIn(memory, string(row.unit))?.notes.set(Number(row.seq), {
      fromAt: Number(row.from_at),
      toAt: row.to_at === null ? null : Number(row.to_at),
      text: string(row.text),
    });
  }
}
