import type { Refusal } from '../../lib/domain/events/envelope.ts';
import type { AddedEvent, SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { rightsRefusal, timeRefusal } from './admission.ts';
import { addBookRows, foldBooks, loadBooks } from './book-group.ts';
import { addUnitRows } from './change-rows.ts';
import { sealPersonal } from './content.ts';
import { addVisitRows } from './dossier-visits.ts';
import { addAlertRows, foldAlerts, loadAlerts } from './fold-alerts.ts';
import { foldDossierGroup } from './fold-dossier-group.ts';
import { foldAll, loadEntries, shiftCells } from './fold-group.ts';
import { forgetStored } from './forget.ts';
import { addInspectionRows, foldInspections, loadInspections } from './inspection-group.ts';
import { type Item, itemOf } from './item.ts';
import { type Known, keyOf, knownKeys, sameContent } from './known-keys.ts';
import { addLateDays, addLateDossierDays } from './late-days.ts';
import { loadApologies, loadDossiers } from './load-dossiers.ts';
import { type Fresh, logRows } from './log-rows.ts';
import { type Memory, unitIn, zonesOf } from './memory.ts';
import type { Query } from './query.ts';
import type { Outcome } from './submission.ts';
import { addDossierRows, addExplanationRows } from './write-dossiers.ts';
import { logStatement, readStatement, type Statement } from './write-group.ts';
import type { Writer } from './writer.ts';

const conflict: Refusal = {
  code: 'id_conflict',
  pointer: '/id',
  detail: 'this id was used by this source for other content',
};

export type Committed = { outcomes: Outcome[]; units: Set<string> };

type Sorted = { outcomes: Outcome[]; fresh: Fresh<SourceEvent>[]; bindings: Map<string, string> };

/**
 * Commits one group: duplicates and refusals are told apart, the rest is numbered, folded, chained and written in one
 * transaction. While the database takes the log's part in, what it means is computed. Keys found with a seq after
 * `storedAfter` are this group's own, from a commit whose answer was lost. Throws when the database does; memory is
 * then ahead of the log and must be restored by the caller.
 */
export async function commitEvents(
  writer: Writer,
  memory: Memory,
  items: readonly Item[],
  now: number,
  storedAfter: number,
): Promise<Committed> {
  const query: Query = (text, values) => writer.query(nameOf(text), text, values);
  const known = await knownKeys(query, items);
  const { outcomes, fresh, bindings } = sortOut(memory, items, known, now, storedAfter);
  if (fresh.length === 0) return { outcomes, units: new Set() };

  const logged = fresh.map(({ item, seq }) => ({ event: item.event, seq }));
  const events = logged.map(({ event }) => event);
  await loadEntries(query, memory, events);
  await loadDossiers(query, memory, events);
  await loadApologies(query, memory, events);
  await loadAlerts(query, memory, events);
  const books = await loadBooks(query, events);
  const inspections = await loadInspections(query, events);
  const sending = writer.begin();
  const send = (statement: Statement | null): void => void (statement && sending.send(statement));
  try {
    // Before the log's part is written: what the server promises on the way belongs into it.
    const dossiers = foldDossierGroup(memory, logged, now);
    const made = [...dossiers.made, ...foldBooks(memory, books, logged)];
    const { rows, head } = logRows(memory, [...fresh, ...promised(fresh, made)], bindings, now);
    send(logStatement(rows));
    const folded = foldAll(memory, logged);
    await shiftCells(query, memory, folded);
    await addDossierRows(query, memory, rows, dossiers);
    addLateDossierDays(rows, zonesOf(memory), now, head.seq);
    addExplanationRows(rows, logged);
    addVisitRows(memory, rows, events);
    const alerts = foldAlerts(memory, logged);
    addAlertRows(memory, rows, alerts);
    addBookRows(memory, rows, books);
    foldInspections(inspections, logged);
    addInspectionRows(memory, rows, inspections);
    for (const [code, mark] of folded) {
      const unit = unitIn(memory, code);
      if (unit) addUnitRows(rows, unit, mark);
      if (unit) addLateDays(rows, unit, mark.nets, now, head.seq);
    }
    send(readStatement(rows));
    await sending.commit();
    memory.head = head;
    forgetStored(memory, folded, (zone) => localDay(zone, now));
    return { outcomes, units: new Set([...folded.keys(), ...dossiers.units, ...alerts.keys()]) };
  } catch (error) {
    throw await sending.abandon(error);
  }
}

/** Promises numbered behind the events that they come from; nobody sends them, so nobody is answered. */
function promised(fresh: readonly Fresh<SourceEvent>[], made: readonly AddedEvent[]): Fresh[] {
  const last = fresh.at(-1)?.seq ?? 0;
  return made.map((event, index) => ({
    item: itemOf(event, { kind: 'operator' }),
    seq: last + index + 1,
    sealed: null,
  }));
}

/** Says of each item what becomes of it, and numbers what is new. Sources that are new are bound in memory. */
function sortOut(
  memory: Memory,
  items: readonly Item[],
  known: Map<string, Known>,
  now: number,
  storedAfter: number,
): Sorted {
  const sorted: Sorted = { outcomes: [], fresh: [], bindings: new Map() };
  const { outcomes, fresh, bindings } = sorted;
  let { seq } = memory.head;
  for (const item of items) {
    const { event, by } = item;
    const held = known.get(keyOf(event));
    const refusal = rightsRefusal(memory, event, by) ?? (held ? null : timeRefusal(event, by, now));
    if (refusal) {
      outcomes.push({ status: 'rejected', error: refusal });
    } else if (held && !sameContent(item, held)) {
      outcomes.push({ status: 'rejected', error: conflict });
    } else if (held) {
      const own = held.seq > storedAfter && held.seq <= memory.head.seq;
      outcomes.push({ status: own ? 'stored' : 'duplicate', seq: held.seq });
    } else {
      seq += 1;
      const sealed = item.personal ? sealPersonal(item.personal) : null;
      const { contentHash } = item;
      const { hash: personalHash = null, salt = null } = sealed ?? {};
      known.set(keyOf(event), { seq, contentHash, personalHash, salt, erased: false });
      if (by.kind === 'key' && !memory.sources.has(event.source)) {
        memory.sources.set(event.source, by.key.area);
        bindings.set(event.source, by.key.area);
      }
      fresh.push({ item, seq, sealed });
      outcomes.push({ status: 'stored', seq });
    }
  }
  return sorted;
}

// Statements are few and fixed, so each is prepared once under a short name.
const names = new Map<string, string>();
const nameOf = (text: string): string => heldOrMade(names, text, () => `s${names.size}`);
