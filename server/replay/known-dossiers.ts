import type { Dossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import { recountDossiers } from '../../lib/domain/dossier/recount-dossiers.ts';
import { readDossierFacts } from '../log/load-dossiers.ts';
import { type Memory, zonesOf } from '../log/memory.ts';
import type { Query } from '../log/query.ts';
import type { Knowledge } from './knowledge.ts';

/** Dossiers of a root city that are named, and those that hang together with them, from the facts that were known. */
export async function knownDossiers(
  query: Query,
  memory: Memory,
  root: string,
  named: readonly (readonly [root: string, dossier: string])[],
  { isKnown }: Knowledge,
): Promise<Dossiers> {
  if (named.length === 0) return new Map();
  const facts = (await readDossierFacts(query, named)).get(root) ?? new Map();
  const known = [...facts].flatMap(([id, told]) => {
    const own = told.filter(isKnown);
    return own.length > 0 ? [[id, own] as const] : [];
  });
  return recountDossiers(new Map(known), zonesOf(memory));
}
