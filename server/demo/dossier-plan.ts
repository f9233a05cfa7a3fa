import type { Opening } from '../../lib/domain/calendar/working-time.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { datedSetOf, type Span, sessionsOf, spansOf, weeklySetOf } from '../../lib/domain/settings.ts';
import { simulatedSource } from '../../lib/domain/simulation/shift-events.ts';
import { sessionBlocks } from '../../lib/domain/simulation/simulate-day.ts';
import { simulateDossiers } from '../../lib/domain/simulation/simulate-dossiers.ts';
import { type AreaDefinition, type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import { startOfDay } from '../../lib/domain/zoned-time.ts';
import { dossierProfileOf } from './dossier-profiles.ts';
import { runOf } from './run-of.ts';

/** Everything that becomes of the dossiers received on a local day, unit by unit, each in the order of time. */
export type DossiersOf = (day: string) => SourceEvent[];

/** Plans the dossiers of the units below `root`, as the tree is when a day is asked for. */
export function planDossiers(tree: Tree, root: string, seed: number): DossiersOf {
  const areas = unitsBelow(tree, root).flatMap((code) => tree.areas.get(code) ?? []);
  const openings = new Map<string, Opening>();
  return (day) =>
    areas.flatMap((area) => {
      const profile = dossierProfileOf(tree, area, day, seed);
      if (!profile) return [];
      const opening = heldOrMade(openings, area.code, () => plannedOpening(tree, area));
      const spans = sessionsOf(tree, area.code, area.timezone, day) ?? [];
      const source = simulatedSource(runOf(day, seed));
      const startAt = startOfDay(area.timezone, day);
      return sessionBlocks(startAt, spans).flatMap((session) =>
        simulateDossiers({ ...session, profile, day, startAt, seed, source, opening }),
      );
    });
}

/**
 * When an area is open by its weekly plan: a session that a demonstration opens today must not move what was told of
 * dossiers before. Days that are closed stay closed.
 */
export function plannedOpening(tree: Tree, { code, timezone: zone }: AreaDefinition): Opening {
  const held = new Map<string, readonly Span[]>();
  const spansThen = (day: string): readonly Span[] => {
    if (datedSetOf(tree, code, day)?.spans.length === 0) return [];
    const week = weeklySetOf(tree, code, day);
    return week ? spansOf(week, zone, day) : (sessionsOf(tree, code, zone, day) ?? []);
  };
  return { zone, spansOf: (day) => heldOrMade(held, day, () => spansThen(day)) };
}
