import { heldOrMade } from '../held-or-made.ts';
import { localDay, monthOf } from '../zoned-time.ts';
import { type Dossier, isDecided, openUntil } from './dossier.ts';
import type { DossierNet } from './fold-dossiers.ts';

/** A dossier as far as the live board of its unit needs it. Instants are epoch ms. */
export type LiveDossier = {
  submittedAt: number | null;
  receivedAt: number | null;
  openUntil: number | null;
  /** Of those that were decided (F8). */
  decidedAt: number | null;
  dueAt: number | null;
  dueDay: string | null;
  lateFrom: number | null;
  awaiting: boolean;
};

/** What the dossiers of a unit mean together for its board; the tables hold the rest. */
export type UnitDossiers = {
  /** Open ones, those that wait to be accepted, and those settled yesterday or later. */
  live: Map<string, LiveDossier>;
  /** On time and judged by month of settlement: this month's and the last's. */
  months: Map<string, [onTime: number, judged: number]>;
  /** Ever settled for the applicant, and of these handed out. */
  settled: number;
  collected: number;
};

export const emptyUnitDossiers = (): UnitDossiers => ({
  live: new Map(),
  months: new Map(),
  settled: 0,
  collected: 0,
});

export const liveDossier = (dossier: Dossier): LiveDossier => ({
  submittedAt: dossier.submittedAt,
  receivedAt: dossier.receivedAt,
  openUntil: openUntil(dossier),
  decidedAt: isDecided(dossier) ? dossier.settledAt : null,
  dueAt: dossier.due?.at ?? null,
  dueDay: dossier.due?.day ?? null,
  lateFrom: dossier.lateFrom.own,
  awaiting: dossier.awaitingSince !== null,
});

/** Whether a dossier can still appear on the live board of a day; the eve belongs to it while its day begins. */
export const isLiveDossier = (dossier: LiveDossier, zone: string, eve: string): boolean =>
  dossier.openUntil === null || localDay(zone, dossier.openUntil) >= eve;

/** Counts what cells gain and lose where the board reads it. */
export function addToUnit(dossiers: UnitDossiers, { day, add }: DossierNet): void {
  dossiers.settled += add.settled;
  dossiers.collected += add.collected;
  if (add.judged === 0 && add.onOwn === 0) return;
  const month = heldOrMade(dossiers.months, monthOf(day), (): [number, number] => [0, 0]);
  month[0] += add.onOwn;
  month[1] += add.judged;
}
