import { heldOrMade } from '../held-or-made.ts';
import { type Carried, carriedBy, type Dossier, firstOf, foldDossier, type ZoneOf } from './dossier.ts';
import {
  type DossierCell,
  type DossierPlace,
  emptyDossierCell,
  placeKey,
  shiftDossierCell,
} from './dossier-cell.ts';
import { dossierContributions } from './dossier-contribution.ts';
import { type DossierEvent, type DossierFact, dossierFact, withDossierFact } from './dossier-fact.ts';
import { type CountingOf, type PromiseEvent, promisesOf } from './promises.ts';

export type DossierEntry = { facts: readonly DossierFact[]; dossier: Dossier };

/** Dossiers of one root city by their code: all of them, or those that the events at hand can touch. */
export type Dossiers = Map<string, DossierEntry>;

/** What one cell gains and loses. */
export type DossierNet = DossierPlace & { add: DossierCell };

/** What events changed. `nets` is what the cells gain and lose; `made` what the server promised on the way. */
export type DossierChange = {
  before: Map<string, Dossier | null>;
  nets: Map<string, DossierNet>;
  made: PromiseEvent[];
};

export type DossierRules = {
  zoneOf: ZoneOf;
  /** How to work out promises; null: only those that are in the log already are read. */
  countingOf: CountingOf | null;
};

/** Kinds of facts after which something may have to be worked out. */
const PROMISING: ReadonlySet<DossierFact['kind']> = new Set([
  'submitted',
  'received',
  'supplement_asked',
  'supplement_supplied',
  'settled',
]);

/** Folds events of one root city into its dossiers; total. Order and repetition of distinct events play no part (L1). */
export function foldDossiers(
  dossiers: Dossiers,
  events: readonly DossierEvent[],
  rules: DossierRules,
): DossierChange {
  const change: DossierChange = { before: new Map(), nets: new Map(), made: [] };
  const told = new Map<string, DossierFact[]>();
  for (const event of events) heldOrMade(told, event.data.dossier, () => []).push(dossierFact(event));
  const waiting = [...told.keys()];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const fresh = told.get(id) ?? [];
    told.delete(id);
    const held = dossiers.get(id);
    const entry = foldEntry(dossiers, id, held, fresh, rules, change);
    if (!held) change.before.set(id, null);
    else if (!change.before.has(id)) change.before.set(id, held.dossier);
    shift(change.nets, held?.dossier, rules.zoneOf, -1);
    shift(change.nets, entry.dossier, rules.zoneOf, 1);
    dossiers.set(id, entry);
    // F15: what it leaves to those that continue it has changed.
    if (leaves(held?.dossier) !== leaves(entry.dossier)) waiting.push(...continuing(dossiers, id));
  }
  return change;
}

function foldEntry(
  dossiers: Dossiers,
  id: string,
  held: DossierEntry | undefined,
  fresh: readonly DossierFact[],
  { zoneOf, countingOf }: DossierRules,
  change: DossierChange,
): DossierEntry {
  let facts = fresh.reduce<readonly DossierFact[]>(withDossierFact, held?.facts ?? []);
  const carried = carriedTo(dossiers, facts);
  // Without a fact of its own it is here because what it continues has changed.
  if (countingOf && (fresh.length === 0 || fresh.some(({ kind }) => PROMISING.has(kind)))) {
    const receipt = fresh.some(({ kind }) => kind === 'received');
    const made = promisesOf(facts, { dossier: id, receipt, carried }, countingOf);
    facts = made.map(dossierFact).reduce<readonly DossierFact[]>(withDossierFact, facts);
    change.made.push(...made);
  }
  return { facts, dossier: foldDossier(facts, zoneOf, carried) };
}

/** F15: what the dossier that these facts continue leaves to them. */
function carriedTo(
  dossiers: ReadonlyMap<string, DossierEntry>,
  facts: readonly DossierFact[],
): Carried | null {
  const previous = firstOf(facts, 'received')?.previous;
  const held = previous === undefined ? undefined : dossiers.get(previous);
  return held ? carriedBy(held.dossier) : null;
}

const leaves = (dossier: Dossier | undefined): string => JSON.stringify(dossier ? carriedBy(dossier) : null);

const continuing = (dossiers: Dossiers, id: string): string[] =>
  [...dossiers].filter(([, { dossier }]) => dossier.previous === id).map(([code]) => code);

function shift(
  nets: DossierChange['nets'],
  dossier: Dossier | undefined,
  zoneOf: ZoneOf,
  sign: 1 | -1,
): void {
  if (!dossier) return;
  for (const part of dossierContributions(dossier, zoneOf)) {
    const net = heldOrMade(nets, placeKey(part), () => ({ ...part, add: emptyDossierCell() }));
    shiftDossierCell(net.add, part.add, sign);
  }
}
