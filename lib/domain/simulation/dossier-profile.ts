import type { Opening } from '../calendar/working-time.ts';
import type { Random } from './random.ts';

/** A procedure as it is simulated; `days` is its limit, 0: answered while the applicant waits; `body` decides. */
export type SimulatedProcedure = { procedure: string; share: number; days: number; body: string };

/** What the dossiers of a unit of a demonstration are like. */
export type DossierProfile = {
  unit: string;
  procedures: readonly [SimulatedProcedure, ...SimulatedProcedure[]];
  /** Receipts in an hour of its sessions. */
  perHour: number;
  onlineShare: number;
  lateShare: number;
  /** Share of those with a limit of days that lack a paper. */
  supplementShare: number;
  /** How long what came online waits to be accepted, median. */
  acceptMinutes: number;
};

/**
 * One session of a unit and the dossiers received in it, told to their ends. `opening` is its plan: what is planned
 * ahead must not move when a day gains a session.
 */
export type DossierBlock = {
  profile: DossierProfile;
  day: string;
  startAt: number;
  fromAt: number;
  toAt: number;
  block: string;
  seed: number;
  source: string;
  opening: Opening;
};

/** A dossier to be told: its receipt and the chance that decides the rest. */
export type SimulatedDossier = {
  block: DossierBlock;
  dossier: string;
  procedure: SimulatedProcedure;
  receivedAt: number;
  random: Random;
};
