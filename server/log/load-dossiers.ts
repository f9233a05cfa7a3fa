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
class Wanted {
  readonly #seen = new Set<string>();
  #waiting: Pair[] = [];

  add(root: string, code: string | null | undefined): void {
    const key = `${root}\n${code}`;
    if (code == null || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#waiting.push([root, code]);
  }

  /** Their two columns; what is taken waits no more. */
  take(): [roots: string[], codes: string[]] {
    const pairs = this.#waiting;
    this.#waiting = [];
    return [pairs.map(([root]) => root), pairs.map(([, code]) => code)];
  }
}

/** What `foldDossiers` needs of a stored dossier. */
export const DOSSIER_FACTS = 'root, dossier, result, previous, facts';

const selectBy = (column: 'dossier' | 'previous'): string =>
  `SELECT ${DOSSIER_FACTS} FROM dossier WHERE (root, ${column}) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

/**
 * Brings the dossiers that events name into memory, with those that they continue and those that continue them: one
 * may change what the other means (F15).
 */
export async function loadDossiers(
  query: Query,
  memory: Memory,
  events: readonly SourceEvent[],
): Promise<void> {
  const named = new Wanted();
  const left = new Wanted();
  for (const event of events) {
    if (!isDossierEvent(event)) continue;
    const root = rootOf(memory.tree, event.unit);
    named.add(root, event.data.dossier);
    if (event.type === 'dossier.received') named.add(root, event.data.previous);
    if (event.type === 'dossier.settled' && event.data.result === 'withdrawn')
      left.add(root, event.data.dossier);
  }
  const facts = new Map<string, Map<string, DossierFact[]>>();
  const read = async (text: string, [roots, codes]: [string[], string[]]): Promise<boolean> => {
    if (roots.length === 0) return false;
    for (const row of await query(text, [roots, codes])) {
      const [root, dossier] = [String(row.root), String(row.dossier)];
      heldOrMade(facts, root, () => new Map()).set(dossier, factsOf(row));
      if (typeof row.previous === 'string') named.add(root, row.previous);
      if (row.result === 'withdrawn') left.add(root, dossier);
    }
    return true;
  };
  for (let more = true; more; ) {
    const byCode = await read(selectBy('dossier'), named.take());
    const byPrevious = await read(selectBy('previous'), left.take());
    more = byCode || byPrevious;
  }
  for (const [root, told] of facts) memory.dossiers.set(root, recountDossiers(told, zonesOf(memory)));
}

// Written by this server from checked events; the column holds nothing else.
export const factsOf = (row: Record<string, unknown>): DossierFact[] => row.facts as DossierFact[];

/** Brings the apologies that events name into memory. */
export async function loadApologies(
  query: Query,
  memory: Memory,
  events: readonly SourceEvent[],
): Promise<void> {
  const named = new Wanted();
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
