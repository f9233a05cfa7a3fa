import { type ApologyFact, foldApology, isApologyEvent } from '../../lib/domain/apology/apology.ts';
import { type DossierFact, isDossierEvent } from '../../lib/domain/dossier/dossier-fact.ts';
import { recountDossiers } from '../../lib/domain/dossier/recount-dossiers.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { rootOf } from '../../lib/domain/tree.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';

/** A code in its root city. */
type Pair = readonly [root: string, code: string];

/** Pairs that wait to be looked up; none twice. */
type Wanted = {
  add(root: string, code: string | null | undefined): void;
  /** Their two columns; what is taken waits no more. */
  take(): [roots: string[], codes: string[]];
};

function createWanted(): Wanted {
  const seen = new Set<string>();
  let waiting: Pair[] = [];
  return {
    add(root, code) {
      const key = `${root}\n${code}`;
      if (code == null || seen.has(key)) return;
      seen.add(key);
      waiting.push([root, code]);
    },
    take() {
      const pairs = waiting;
      waiting = [];
      return [pairs.map(([root]) => root), pairs.map(([, code]) => code)];
    },
  };
}

/** What `foldDossiers` needs of a stored dossier. */
export const DOSSIER_FACTS = 'root, dossier, result, previous, facts';

const selectBy = (column: 'dossier' | 'previous'): string =>
  `SELECT ${DOSSIER_FACTS} FROM dossier WHERE (root, ${column}) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

/** Facts by root city and dossier. */
export type FactsByRoot = Map<string, Map<string, DossierFact[]>>;

/**
 * Facts of the dossiers that are named, of those that they continue, and of those that continue a withdrawn one among
 * them or one of `leaving`: one may change what the other means (F15).
 */
export async function readDossierFacts(
  query: Query,
  named: Iterable<Pair>,
  leaving: Iterable<Pair> = [],
): Promise<FactsByRoot> {
  const byCode = createWanted();
  const byPrevious = createWanted();
  for (const [root, code] of named) byCode.add(root, code);
  for (const [root, code] of leaving) byPrevious.add(root, code);
  const facts: FactsByRoot = new Map();
  const read = async (text: string, [roots, codes]: [string[], string[]]): Promise<boolean> => {
    if (roots.length === 0) return false;
    for (const row of await query(text, [roots, codes])) {
      const [root, dossier] = [String(row.root), String(row.dossier)];
      heldOrMade(facts, root, () => new Map()).set(dossier, factsOf(row));
      if (typeof row.previous === 'string') byCode.add(root, row.previous);
      if (row.result === 'withdrawn') byPrevious.add(root, dossier);
    }
    return true;
  };
  for (let more = true; more; ) {
    const some = await read(selectBy('dossier'), byCode.take());
    const others = await read(selectBy('previous'), byPrevious.take());
    more = some || others;
  }
  return facts;
}

/** Brings the dossiers that events name into memory, with those whose meaning hangs together with theirs. */
export async function loadDossiers(
  query: Query,
  memory: Memory,
  events: readonly SourceEvent[],
): Promise<void> {
  const named: Pair[] = [];
  const leaving: Pair[] = [];
  for (const event of events) {
    if (!isDossierEvent(event)) continue;
    const root = rootOf(memory.tree, event.unit);
    named.push([root, event.data.dossier]);
    if (event.type === 'dossier.received' && event.data.previous !== undefined)
      named.push([root, event.data.previous]);
    if (event.type === 'dossier.settled' && event.data.result === 'withdrawn')
      leaving.push([root, event.data.dossier]);
  }
  if (named.length === 0) return;
  for (const [root, told] of await readDossierFacts(query, named, leaving))
    memory.dossiers.set(root, recountDossiers(told, zonesOf(memory)));
}

// Written by this server from checked events; the column holds nothing else.
export const factsOf = (row: Record<string, unknown>): DossierFact[] => row.facts as DossierFact[];

/** Brings the apologies that events name into memory. */
export async function loadApologies(
  query: Query,
  memory: Memory,
  events: readonly SourceEvent[],
): Promise<void> {
  const named = createWanted();
  for (const event of events)
    if (isApologyEvent(event)) named.add(rootOf(memory.tree, event.unit), event.data.apology);
  const [roots, codes] = named.take();
  if (roots.length === 0) return;
  const text = `SELECT root, apology, facts FROM apology WHERE (root, apology) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  for (const row of await query(text, [roots, codes])) {
    // As above.
    const facts = row.facts as ApologyFact[];
    heldOrMade(memory.apologies, String(row.root), () => new Map()).set(String(row.apology), {
      facts,
      apology: foldApology(facts),
    });
  }
}
