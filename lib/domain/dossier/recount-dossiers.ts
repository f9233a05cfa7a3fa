import { type Carried, carriedBy, firstOf, foldDossier, type ZoneOf } from './dossier.ts';
import { compareDossierFacts, type DossierFact } from './dossier-fact.ts';
import type { DossierEntry, Dossiers } from './fold-dossiers.ts';

/**
 * What facts mean, computed from all of them at once instead of one after another: the second opinion on the fold.
 * Every dossier that another one continues must be among them.
 */
export function recountDossiers(facts: ReadonlyMap<string, DossierFact[]>, zoneOf: ZoneOf): Dossiers {
  const dossiers: Dossiers = new Map();
  const receivedAt = (id: string | undefined): number =>
    firstOf((id === undefined ? undefined : facts.get(id)) ?? [], 'received')?.at ?? Number.POSITIVE_INFINITY;
  // Only an earlier one is followed, so a circle of dossiers that name one another ends.
  const carried = (id: string, previous: string | undefined): Carried | null => {
    if (previous === undefined || receivedAt(previous) >= receivedAt(id)) return null;
    return carriedBy(entryOf(previous).dossier);
  };
  function entryOf(id: string): DossierEntry {
    const held = dossiers.get(id);
    if (held) return held;
    const own = (facts.get(id) ?? []).toSorted(compareDossierFacts);
    const previous = firstOf(own, 'received')?.previous;
    const entry = { facts: own, dossier: foldDossier(own, zoneOf, carried(id, previous)) };
    dossiers.set(id, entry);
    return entry;
  }
  for (const id of facts.keys()) entryOf(id);
  return dossiers;
}
