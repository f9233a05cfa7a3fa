import {
  type ApologyEvent,
  apologyFact,
  foldApology,
  isApologyEvent,
  withApologyFact,
} from '../../lib/domain/apology/apology.ts';
import { countingOf } from '../../lib/domain/dossier/counting-of.ts';
import type { Dossier } from '../../lib/domain/dossier/dossier.ts';
import { type DossierEvent, isDossierEvent } from '../../lib/domain/dossier/dossier-fact.ts';
import { type Tallies, tallyDossier } from '../../lib/domain/dossier/dossier-tally.ts';
import { type DossierNet, type Dossiers, foldDossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import type { CountingOf, PromiseEvent } from '../../lib/domain/dossier/promises.ts';
import { addToUnit, isLiveDossier, liveDossier } from '../../lib/domain/dossier/unit-dossiers.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { rootOf } from '../../lib/domain/tree.ts';
import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import { type Memory, unitIn, zonesOf } from './memory.ts';

/** What a group touched of dossiers and letters, by root city, and what the cells gain and lose by it. */
export type DossierGroup = {
  dossiers: Map<string, Set<string>>;
  apologies: Map<string, Set<string>>;
  nets: DossierNet[];
  tallies: Tallies;
  /** Promises that the server made: they belong into the log behind the group's own events. */
  made: PromiseEvent[];
  units: Set<string>;
};

/**
 * Folds what numbered events tell of dossiers and apologies into memory, live part of their units included. What they
 * name must be in memory (`loadDossiers`). `now` says which dossiers are live; `counting` is null where the promises are
 * in the log already.
 */
export function foldDossierGroup(
  memory: Memory,
  logged: readonly LoggedEvent[],
  now: number,
  counting: CountingOf | null = countingOf(memory.tree),
): DossierGroup {
  const group: DossierGroup = {
    dossiers: new Map(),
    apologies: new Map(),
    nets: [],
    tallies: new Map(),
    made: [],
    units: new Set(),
  };
  const told = new Map<string, DossierEvent[]>();
  for (const { event, seq } of logged) {
    if (isDossierEvent(event)) heldOrMade(told, rootOf(memory.tree, event.unit), () => []).push(event);
    else if (isApologyEvent(event)) foldStep(memory, group, event, seq);
  }
  const rules = { zoneOf: zonesOf(memory), countingOf: counting };
  for (const [root, events] of told) {
    const dossiers = heldOrMade(memory.dossiers, root, (): Dossiers => new Map());
    const { before, nets, made } = foldDossiers(dossiers, events, rules);
    group.dossiers.set(root, new Set(before.keys()));
    group.made.push(...made);
    group.nets.push(...nets.values());
    for (const net of nets.values()) {
      const unit = unitIn(memory, net.unit);
      if (unit) addToUnit(unit.dossiers, net);
    }
    for (const [id, old] of before) {
      if (old) {
        forget(memory, group, id, old);
        tallyDossier(group.tallies, old, -1);
      }
      const entry = dossiers.get(id);
      if (!entry) continue;
      place(memory, group, id, entry.dossier, now);
      tallyDossier(group.tallies, entry.dossier, 1);
    }
  }
  return group;
}

function forget(memory: Memory, { units }: DossierGroup, id: string, { unit }: Dossier): void {
  units.add(unit);
  unitIn(memory, unit)?.dossiers.live.delete(id);
}

function place(memory: Memory, { units }: DossierGroup, id: string, dossier: Dossier, now: number): void {
  const unit = unitIn(memory, dossier.unit);
  if (!unit) return;
  units.add(unit.code);
  const live = liveDossier(dossier);
  const eve = addDays(localDay(unit.zone, now), -1);
  if (dossier.state !== 'pending' && isLiveDossier(live, unit.zone, eve)) unit.dossiers.live.set(id, live);
}

function foldStep(memory: Memory, group: DossierGroup, event: ApologyEvent, seq: number): void {
  const root = rootOf(memory.tree, event.unit);
  const id = event.data.apology;
  const entries = heldOrMade(memory.apologies, root, () => new Map());
  const facts = withApologyFact(entries.get(id)?.facts ?? [], apologyFact(event, seq));
  entries.set(id, { facts, apology: foldApology(facts) });
  heldOrMade(group.apologies, root, () => new Set()).add(id);
}
