import { emptyRights, type Rights } from '../../lib/domain/access/rights.ts';
import type { Dossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import type { UnitWaits } from '../../lib/domain/estimate/unit-waits.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { maxServiceMinutesOf } from '../../lib/domain/settings.ts';
import type { UsualGaps } from '../../lib/domain/silence.ts';
import { emptyTree, isUnit, type Tree, zoneOf } from '../../lib/domain/tree.ts';
import type { MaxServiceMinutes, UnitState } from '../../lib/domain/unit-state.ts';
import { emptyUnit } from '../../lib/domain/unit-state.ts';
import { CHAIN_START } from './content.ts';
import type { AlertEntry, ApologyEntry } from './group-table.ts';
import type { Key } from './submission.ts';

/**
 * Live memory: what the log means so far. It can be thrown away at any time and restored from the tables. Only the
 * writer changes it, and nobody reads it between the fold and the commit of a group.
 */
export type Memory = {
  tree: Tree;
  rights: Rights;
  keys: Map<string, Key>;
  keyByHash: Map<string, Key>;
  /** Source URI → area it is bound to. */
  sources: Map<string, string>;
  units: Map<string, UnitState>;
  /** Days and months of a unit whose rollup cells are all in memory: what is absent there is zero. */
  loaded: Map<string, { days: Set<string>; months: Set<string> }>;
  /** Dossiers and apologies by root city: those that the group under way touches; between groups there are none. */
  dossiers: Map<string, Dossiers>;
  apologies: Map<string, Map<string, ApologyEntry>>;
  /** Alerts that stand, by their area and code; within a group those it touches too. */
  alerts: Map<string, Map<string, AlertEntry>>;
  /** Usual gaps between signals by unit. */
  usualGaps: Map<string, UsualGaps>;
  /** What waits are estimated by, by unit. */
  waits: Map<string, UnitWaits>;
  head: { seq: number; hash: Buffer };
};

export const emptyMemory = (): Memory => ({
  tree: emptyTree(),
  rights: emptyRights(),
  keys: new Map(),
  keyByHash: new Map(),
  sources: new Map(),
  units: new Map(),
  loaded: new Map(),
  dossiers: new Map(),
  apologies: new Map(),
  alerts: new Map(),
  usualGaps: new Map(),
  waits: new Map(),
  head: { seq: 0, hash: CHAIN_START },
});

/** The state of a unit of the tree; undefined when the code is no unit. */
export function unitIn(memory: Memory, code: string): UnitState | undefined {
  const held = memory.units.get(code);
  if (held) return held;
  const area = memory.tree.areas.get(code);
  if (!area || !isUnit(area)) return undefined;
  const unit = emptyUnit(code, area.timezone);
  memory.units.set(code, unit);
  return unit;
}

export function loadedIn(memory: Memory, code: string): { days: Set<string>; months: Set<string> } {
  const loaded = heldOrMade(memory.loaded, code, () => ({
    days: new Set<string>(),
    months: new Set<string>(),
  }));
  return loaded;
}

export const addKey = (memory: Memory, key: Key): void => {
  memory.keys.set(key.key, key);
  memory.keyByHash.set(key.hash, key);
};

export const serviceLimit =
  (memory: Memory, unit: string): MaxServiceMinutes =>
  (service, day) =>
    maxServiceMinutesOf(memory.tree, unit, service, day);

export const zonesOf =
  ({ tree }: Memory) =>
  (unit: string): string =>
    zoneOf(tree, unit);
