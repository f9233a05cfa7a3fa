import type { ChainState } from '../domain/apology/apology.ts';
import type { Countdown } from '../domain/calendar/countdown.ts';
import type { DossierFault } from '../domain/dossier/dossier-fault.ts';
import type { Share } from '../domain/wilson.ts';
import type { ListAnswer } from './reads.ts';

/** What a list of dossiers can be asked for; `overdue` to `dueSoon` are parts of `open`. */
export const DOSSIER_STATES = [
  'open',
  'overdue',
  'dueToday',
  'dueSoon',
  'awaitingSupplement',
  'unaccepted',
  'toCorrect',
  'settled',
  'late',
  'notCollected',
] as const;
export type DossierListState = (typeof DOSSIER_STATES)[number];

/** F16: what does not fit; a procedure counts as unknown where its city has defined some and not this one. */
export type LineFault = DossierFault | 'unknown_procedure';

/** A line of `GET /api/v1/dossiers`: nothing about people but codes. Instants are ISO 8601, days local dates. */
export type DossierLine = {
  unit: string;
  dossier: string;
  procedure: string | null;
  /** As it was defined on the day of receipt; null: nobody has defined it. */
  procedureName: string | null;
  procedureNameEn: string | null;
  channel: string | null;
  state: 'submitted' | 'pending' | 'open' | 'settled';
  handler: string | null;
  stage: string | null;
  stageDueAt: string | null;
  submittedAt: string | null;
  receivedAt: string | null;
  receivedDay: string | null;
  dueAt: string | null;
  dueDay: string | null;
  /** `day`: any time of the day will do; `clock`: same-day, at its time under every rule. */
  dueKind: 'time' | 'day' | 'clock' | null;
  /** The first instant at which it is late; null: never, as while it lies with the applicant. */
  lateFrom: string | null;
  /** Open past its due date, or settled late; null: not judged. */
  late: boolean | null;
  /** Working time until it is due (epoch ms); null: late, not open, with the applicant, far ahead, or no hours known. */
  countdown: Countdown | null;
  awaitingSince: string | null;
  settledAt: string | null;
  settledDay: string | null;
  result: 'done' | 'refused' | 'withdrawn' | 'stopped' | null;
  deliveredAt: string | null;
  extensions: number;
  supplements: number;
  previous: string | null;
  faults: LineFault[];
};

/** `GET /api/v1/dossiers`. */
export type DossiersAnswer = ListAnswer<DossierLine>;

/** `GET /api/v1/areas/{code}/dossiers-to-correct`: how many dossiers have each fault, and procedures nobody defined. */
export type ToCorrectAnswer = {
  byReason: Partial<Record<DossierFault, number>>;
  unknownProcedures: { procedure: string; dossiers: number }[];
};

/** A stretch at one handler. `late`: it was over its own date, or is; null: it has none. */
export type DossierStage = {
  handler: string | null;
  stage: string | null;
  fromAt: string;
  toAt: string | null;
  dueAt: string | null;
  late: boolean | null;
};

/** One fact of a dossier as it was told, or as the server computed it (`…_computed`); no officers. */
export type DossierFactLine = {
  kind: string;
  at: string;
  unit: string;
  source: string;
  /** What was asked for or supplied; null once erased, or when nothing was said. */
  what: string | null;
  data: Record<string, string | number>;
};

/** `GET /api/v1/areas/{code}/dossiers/{dossier}`. */
export type DossierAnswer = DossierLine & {
  firstDueAt: string | null;
  extendedDueAt: string | null;
  acceptSeconds: number | null;
  stages: DossierStage[];
  facts: DossierFactLine[];
  /** Codes of the dossiers that continue this one. */
  continuedBy: string[];
  explanations: { at: string; unit: string; text: string | null }[];
  apologies: ApologyLine[];
};

/** A line of `GET /api/v1/apologies`; `apology` null: owed, nothing drafted yet. */
export type ApologyLine = {
  unit: string;
  apology: string | null;
  dossier: string | null;
  rating: string | null;
  suggestion: string | null;
  state: ChainState;
  /** The day its chain began: that of the first step, or of the broken promise. */
  day: string;
  cause: string | null;
  draftedAt: string | null;
  signedAt: string | null;
  deliveredAt: string | null;
  newDueAt: string | null;
  documentNo: string | null;
  documentDate: string | null;
  /** Null once erased. */
  signedBy: string | null;
  signatureKind: 'paper' | 'digital' | null;
  signedFile: string | null;
  channel: string | null;
  dueAt: string | null;
  settledAt: string | null;
  procedure: string | null;
  /** Its name as defined, else its code. */
  procedureName: string | null;
  handler: string | null;
  extensions: number | null;
  /** F20: red. */
  secondExtension: boolean;
};

/** `GET /api/v1/areas/{code}/handlers`: dossiers of local days by who decides (F12); null: nobody was named. */
export type HandlersAnswer = {
  from: string;
  to: string;
  handlers: {
    handler: string | null;
    received: number;
    settled: number;
    late: number;
    onTimeOfSettled: Share;
    onTimeOfReceived: Share;
  }[];
  /** Stages of the dossiers settled in the period; `judged` are those with a date of their own. */
  stages: { handler: string | null; stage: string | null; n: number; judged: number; late: number }[];
  /** F13, of the dossiers received in the period: working hours, nearest rank; `n` of which it is known. */
  acceptWait: { n: number; p50Hours: number | null; p90Hours: number | null };
  /** F22, of the dossiers done or refused in the period: `n` of them name a visit, `mean` visits each. */
  visits: { n: number; of: number; mean: number | null };
};
