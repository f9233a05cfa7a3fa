import type { SourceEvent } from '../events/registry.ts';
import { tellDossier } from './dossier-life.ts';
import type { DossierBlock, SimulatedProcedure } from './dossier-profile.ts';
import { type Random, randomOf } from './random.ts';
import { tellerOf } from './teller.ts';

/** Nobody hands a dossier in when the doors are about to close. */
const LAST_INTAKE_MS = 5 * 60_000;

/**
 * The dossiers that a unit receives in one session, told to their ends, which may lie weeks ahead; in the order of time.
 * They depend on unit, day, span, seed and plan of sessions alone.
 */
export function simulateDossiers(block: DossierBlock): SourceEvent[] {
  const { profile, day, seed, fromAt, toAt } = block;
  const teller = tellerOf(block);
  const random = randomOf(`${seed}/${profile.unit}/${day}/${block.block}/dossiers`);
  const gapMs = 3_600_000 / profile.perHour;
  const session = `${profile.unit}.${day.slice(2).replaceAll('-', '')}.${block.block.slice(0, 4)}`;
  let at = fromAt;
  for (let n = 1; ; n++) {
    at -= Math.log(1 - random.next()) * gapMs;
    if (at >= toAt - LAST_INTAKE_MS) return teller.told();
    const dossier = `${session}.${String(n).padStart(2, '0')}`;
    const procedure = procedureOf(profile.procedures, random);
    tellDossier(
      { block, dossier, procedure, receivedAt: at, random: randomOf(`${seed}/${dossier}`) },
      teller,
    );
  }
}

function procedureOf(procedures: DossierBlock['profile']['procedures'], random: Random): SimulatedProcedure {
  let rest = random.next() * procedures.reduce((sum, { share }) => sum + share, 0);
  for (const procedure of procedures) {
    rest -= procedure.share;
    if (rest < 0) return procedure;
  }
  return procedures[0];
}
