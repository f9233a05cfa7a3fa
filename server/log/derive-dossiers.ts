import {
  type ApologyFact,
  apologyFact,
  foldApology,
  isApologyEvent,
  withApologyFact,
} from '../../lib/domain/apology/apology.ts';
import { emptyDossierCell, placeKey, shiftDossierCell } from '../../lib/domain/dossier/dossier-cell.ts';
import { dossierContributions } from '../../lib/domain/dossier/dossier-contribution.ts';
import { type DossierEvent, type DossierFact, dossierFact } from '../../lib/domain/dossier/dossier-fact.ts';
import { type Tallies, tallyDossier } from '../../lib/domain/dossier/dossier-tally.ts';
import type { DossierNet, Dossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import { recountDossiers } from '../../lib/domain/dossier/recount-dossiers.ts';
import { addedEvents, type SourceEvent, sourceEvents } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { rootOf, rootsOf, unitsBelow } from '../../lib/domain/tree.ts';
import { rowsInPortions } from './cursor.ts';
import { eventOfRow } from './event-of-row.ts';
import { emptyGroup } from './group-table.ts';
import { DOSSIER_FACTS, factsOf } from './load-dossiers.ts';
import { epochMs } from './load-entries.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';
import { addExplanationRows, byMonth, byUnit } from './write-dossiers.ts';
import { addingStatement, readStatement } from './write-group.ts';

/** Dossiers that are computed at once. */
const PORTION = 2000;

type Facts = Map<string, DossierFact[]>;

const types = (pattern: RegExp): string[] =>
  [...Object.keys(sourceEvents), ...Object.keys(addedEvents)].filter((type) => pattern.test(type));

/** Derives the dossiers of every root city from the log: whole ones at once, those that continue another last. */
export async function deriveDossiers(query: Query, schema: string, memory: Memory): Promise<void> {
  const text = `SELECT source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event
    WHERE type = ANY($1) AND unit = ANY($2) ORDER BY data ->> 'dossier' COLLATE "C", seq`;
  for (const root of rootsOf(memory.tree)) {
    let portion: Facts = new Map();
    const linked: Facts = new Map();
    const write = async (): Promise<void> => {
      for (const [id, facts] of portion)
        if (facts.some(({ previous }) => previous !== undefined)) {
          linked.set(id, facts);
          portion.delete(id);
        }
      await writeDossiers(query, memory, root.code, recountDossiers(portion, zonesOf(memory)));
      portion = new Map();
    };
    const values = [types(/^dossier\./), unitsBelow(memory.tree, root.code)];
    for await (const rows of rowsInPortions(query, text, values))
      for (const row of rows) {
        const event = eventOfRow<DossierEvent>(row);
        const { dossier } = event.data;
        if (!portion.has(dossier) && portion.size >= PORTION) await write();
        heldOrMade(portion, dossier, () => []).push(dossierFact(event));
      }
    await write();
    await writeLinked(query, memory, root.code, linked);
  }
}

/** Those that may continue another need it beside them. */
async function writeLinked(query: Query, memory: Memory, root: string, linked: Facts): Promise<void> {
  if (linked.size === 0) return;
  const named = new Set(
    [...linked.values()].flatMap((facts) => facts.flatMap(({ previous = [] }) => previous)),
  );
  const beside: Facts = new Map();
  for (const row of await query(
    `SELECT ${DOSSIER_FACTS} FROM dossier WHERE root = $1 AND dossier = ANY($2)`,
    [root, [...named]],
  ))
    beside.set(String(row.dossier), factsOf(row));
  const all = recountDossiers(new Map([...beside, ...linked]), zonesOf(memory));
  await writeDossiers(query, memory, root, new Map([...all].filter(([id]) => linked.has(id))));
}

async function writeDossiers(query: Query, memory: Memory, root: string, dossiers: Dossiers): Promise<void> {
  const zoneOf = zonesOf(memory);
  const rows = emptyGroup();
  const nets = new Map<string, DossierNet>();
  const tallies: Tallies = new Map();
  for (const [id, entry] of dossiers) {
    rows.dossiers.push({ root, id, zone: zoneOf(entry.dossier.unit), entry });
    tallyDossier(tallies, entry.dossier, 1);
    for (const part of dossierContributions(entry.dossier, zoneOf)) {
      const net = heldOrMade(nets, placeKey(part), () => ({ ...part, add: emptyDossierCell() }));
      shiftDossierCell(net.add, part.add, 1);
    }
  }
  const statement = readStatement(rows);
  if (statement) await query(statement.text, statement.values);
  const sums = emptyGroup();
  sums.dossierDays = [...nets.values()].map(({ add: cell, ...place }) => ({ ...place, cell }));
  const months = byMonth(nets.values());
  sums.dossierMonths = months.map(({ add: cell, ...place }) => ({ ...place, cell }));
  sums.dossierUnitMonths = byUnit(months);
  sums.dossierTallies = [...tallies.values()];
  const adding = addingStatement(sums);
  if (adding) await query(adding.text, adding.values);
}

/** Derives apologies and explanations, which are few. */
export async function deriveLetters(query: Query, schema: string, memory: Memory): Promise<void> {
  const text = `SELECT seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event WHERE type = ANY($1) ORDER BY seq`;
  const rows = emptyGroup();
  const apologies = new Map<string, Map<string, ApologyFact[]>>();
  for await (const portion of rowsInPortions(query, text, [types(/^(apology|explanation)\./)])) {
    const logged = portion.map((row) => ({ event: eventOfRow<SourceEvent>(row), seq: Number(row.seq) }));
    addExplanationRows(rows, logged);
    for (const { event, seq } of logged) {
      if (!isApologyEvent(event)) continue;
      const ofRoot = heldOrMade(apologies, rootOf(memory.tree, event.unit), () => new Map());
      const id = event.data.apology;
      ofRoot.set(id, withApologyFact(ofRoot.get(id) ?? [], apologyFact(event, seq)));
    }
  }
  const zoneOf = zonesOf(memory);
  for (const [root, ofRoot] of apologies)
    for (const [id, facts] of ofRoot) {
      const apology = foldApology(facts);
      rows.apologies.push({ root, id, zone: zoneOf(apology.unit), entry: { facts, apology } });
    }
  const statement = readStatement(rows);
  if (statement) await query(statement.text, statement.values);
}
