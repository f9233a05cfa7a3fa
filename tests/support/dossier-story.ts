import { type Carried, type Dossier, foldDossier } from '../../lib/domain/dossier/dossier.ts';
import { mergeDossierCells } from '../../lib/domain/dossier/dossier-cell.ts';
import { dossierContributions } from '../../lib/domain/dossier/dossier-contribution.ts';
import { type DossierFact, withDossierFact } from '../../lib/domain/dossier/dossier-fact.ts';
import { dossierMeasures, NOTHING_OPEN } from '../../lib/domain/dossier/dossier-measures.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import { countOpen } from '../../lib/domain/dossier/open-dossiers.ts';
import { clockOf } from './ticket-story.ts';

export const STORY_ZONE = 'Asia/Ho_Chi_Minh';
export const storyZone = (): string => STORY_ZONE;

export type DossierStep = [clock: string, kind: DossierFact['kind'], more?: Partial<DossierFact>];

/** Facts from what was told of a dossier, in the order it was told; of unit w1 and procedure p unless said. */
export function dossierFacts(...story: DossierStep[]): DossierFact[] {
  return story.reduce<DossierFact[]>(
    (sorted, [clock, kind, more], index) =>
      withDossierFact(sorted, {
        kind,
        unit: 'w1',
        at: clockOf(clock),
        source: '/system',
        id: String(index),
        ...((kind === 'received' || kind === 'submitted') && { procedure: 'p' }),
        ...more,
      }),
    [],
  );
}

export const dossierOf = (...story: DossierStep[]): Dossier =>
  foldDossier(dossierFacts(...story), storyZone, null);

export const dossierCarrying = (carried: Carried | null, ...story: DossierStep[]): Dossier =>
  foldDossier(dossierFacts(...story), storyZone, carried);

/** The measures of some dossiers over all time, read at an instant. */
export function measuresOf(
  dossiers: readonly Dossier[],
  at: number,
  rule: DueRule = 'own',
  zoneOf: (unit: string) => string = storyZone,
) {
  const cell = mergeDossierCells(
    dossiers.flatMap((dossier) => dossierContributions(dossier, zoneOf)).map(({ add }) => add),
  );
  const open = { ...NOTHING_OPEN };
  for (const dossier of dossiers) countOpen(open, dossier, at, rule);
  return dossierMeasures(cell, open, open, rule);
}
