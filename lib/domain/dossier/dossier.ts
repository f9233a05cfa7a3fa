import { compareFacts } from '../fact-order.ts';
import type { DossierFact } from './dossier-fact.ts';
import { type DossierFault, faultsOf } from './dossier-fault.ts';
import { DUE_RULES, type Due, type DueRule, dueOfTold, lateFrom, movedElapsed } from './due.ts';
import { type Stage, stagesOf } from './stages.ts';
import { computedDue, type Supplements, supplementsOf } from './supplements.ts';

/** F10 judges by itself: a second request to the applicant counts late. */
export const JUDGEMENTS = [...DUE_RULES, 'index766'] as const;
export type JudgedBy = (typeof JUDGEMENTS)[number];

export type Result = 'done' | 'refused' | 'withdrawn' | 'stopped';

/** What a withdrawn dossier leaves to the one that continues it (F15). */
export type Carried = { receivedAt: number; withdrawnAt: number; due: Due };

/** What a dossier's facts mean together. Instants are epoch ms; null is "did not happen" or "not told". */
export type Dossier = {
  /** F3: `submitted` waits to be accepted; `pending` lacks its receipt. */
  state: 'submitted' | 'pending' | 'open' | 'settled';
  /** The unit of the receipt; without one that of the first fact. */
  unit: string;
  procedure: string | null;
  channel: string | null;
  submittedAt: number | null;
  receivedAt: number | null;
  /** Working seconds between submission and receipt; null: not known. */
  acceptSeconds: number | null;
  firstDue: Due | null;
  due: Due | null;
  /** F4: the first instant at which it is late, by each way to judge; null: never. */
  lateFrom: Record<JudgedBy, number | null>;
  extendedDue: Due | null;
  extensions: number;
  supplements: Pick<Supplements, 'asked' | 'late' | 'secondAskedAt'>;
  /** Since when it lies with the applicant; null: it does not. */
  awaitingSince: number | null;
  handler: string | null;
  officer: string | null;
  stages: Stage[];
  settledAt: number | null;
  result: Result | null;
  deliveredAt: number | null;
  previous: string | null;
  faults: DossierFault[];
};

/** The zone of a unit's local days. */
export type ZoneOf = (unit: string) => string;

/** F2: of several facts of a kind the first by (time, source, id) holds. */
export const firstOf = (facts: readonly DossierFact[], kind: DossierFact['kind']): DossierFact | undefined =>
  facts.filter((fact) => fact.kind === kind).sort(compareFacts)[0];

/** F1: the meaning of a dossier is a function of the set of its facts, which must be sorted, and of what it continues. */
export function foldDossier(facts: readonly DossierFact[], zoneOf: ZoneOf, carried: Carried | null): Dossier {
  const submitted = firstOf(facts, 'submitted');
  const received = firstOf(facts, 'received');
  const settled = firstOf(facts, 'settled');
  const delivered = firstOf(facts, 'delivered');
  const unit = received?.unit ?? submitted?.unit ?? facts[0]?.unit ?? '';
  const zone = zoneOf(unit);
  const firstDue = received ? firstDueOf(facts, received, zone, carried) : null;
  const supplements = received ? supplementsOf(facts, received, settled, firstDue, zone) : null;
  const last = supplements?.pauses.at(-1);
  const awaiting = !settled && last?.toAt === null ? last : null;
  const due = supplements?.due ?? null;
  const extensions = facts.filter(({ kind }) => kind === 'extended');
  const stages = received ? stagesOf(facts, received, settled?.at ?? null, zone) : [];
  const dossier: Dossier = {
    state: received ? (settled ? 'settled' : 'open') : facts.every(isOfSubmission) ? 'submitted' : 'pending',
    unit,
    procedure: received?.procedure ?? submitted?.procedure ?? null,
    channel: received?.channel ?? submitted?.channel ?? null,
    submittedAt: submitted?.at ?? null,
    receivedAt: received?.at ?? null,
    acceptSeconds: acceptSecondsOf(facts, submitted?.at, received?.at),
    firstDue,
    due,
    lateFrom: judgedFrom(due, awaiting?.base != null, supplements?.secondAskedAt ?? null, zone),
    extendedDue: received ? latestDue(extensions, zone, received.at) : null,
    extensions: extensions.length,
    supplements: {
      asked: supplements?.asked ?? 0,
      late: supplements?.late ?? false,
      secondAskedAt: supplements?.secondAskedAt ?? null,
    },
    awaitingSince: awaiting?.fromAt ?? null,
    handler: stages.at(-1)?.handler ?? null,
    officer: received?.officer ?? null,
    stages,
    settledAt: settled?.at ?? null,
    result: settled?.result ?? null,
    deliveredAt: delivered?.at ?? null,
    previous: received?.previous ?? null,
    faults: [],
  };
  dossier.faults = faultsOf(facts, dossier, {
    winners: [received, settled, delivered],
    unasked: supplements?.unasked ?? false,
    unsupplied: settled?.result === 'done' && last?.toAt === null,
  });
  return dossier;
}

const isOfSubmission = ({ kind }: DossierFact): boolean => kind === 'submitted';

/** F5, F15: as told, else as the server worked it out; what it continues was promised earlier. */
export function firstDueOf(
  facts: readonly DossierFact[],
  received: DossierFact,
  zone: string,
  carried: Carried | null,
): Due | null {
  const own =
    received.dueAt !== undefined
      ? dueOfTold(received.dueAt, zone, received.at)
      : promisedAtReceipt(facts, received, zone);
  if (!carried || carried.receivedAt >= received.at) return own;
  const held =
    received.at > carried.withdrawnAt
      ? movedElapsed(carried.due, carried.withdrawnAt, received.at, zone)
      : carried.due;
  return own && lateFrom(own, 'own', zone) <= lateFrom(held, 'own', zone) ? own : held;
}

/** The due date that the server logged for a receipt. */
export function promisedAtReceipt(
  facts: readonly DossierFact[],
  received: DossierFact,
  zone: string,
): Due | null {
  const promise = facts.find(
    (fact) =>
      fact.kind === 'due_computed' &&
      fact.to === undefined &&
      fact.unit === received.unit &&
      fact.procedure === received.procedure &&
      fact.from === received.at,
  );
  return promise ? computedDue(promise, zone) : null;
}

/** F11: while it lies with the applicant in time it cannot become late, but for what F10 says of a second request. */
function judgedFrom(
  due: Due | null,
  stopped: boolean,
  secondAskedAt: number | null,
  zone: string,
): Dossier['lateFrom'] {
  const by = (rule: DueRule): number | null => (due && !stopped ? lateFrom(due, rule, zone) : null);
  const own = by('own');
  const late766 = due && secondAskedAt !== null ? Math.min(own ?? secondAskedAt, secondAskedAt) : own;
  return { own, instant: by('instant'), day: by('day'), index766: late766 };
}

function latestDue(extensions: readonly DossierFact[], zone: string, receivedAt: number): Due | null {
  let latest: Due | null = null;
  for (const { dueAt } of extensions) {
    if (dueAt === undefined) continue;
    const due = dueOfTold(dueAt, zone, receivedAt);
    if (latest === null || due.at > latest.at) latest = due;
  }
  return latest;
}

function acceptSecondsOf(
  facts: readonly DossierFact[],
  submittedAt: number | undefined,
  receivedAt: number | undefined,
): number | null {
  if (submittedAt === undefined || receivedAt === undefined) return null;
  const counted = facts.find(
    (fact) => fact.kind === 'accept_computed' && fact.from === submittedAt && fact.to === receivedAt,
  );
  return counted?.workingSeconds ?? null;
}

/** F15: what a withdrawn dossier leaves to the one that continues it; null: nothing. */
export const carriedBy = (dossier: Dossier): Carried | null =>
  dossier.result === 'withdrawn' && dossier.receivedAt !== null && dossier.due && dossier.settledAt !== null
    ? { receivedAt: dossier.receivedAt, withdrawnAt: dossier.settledAt, due: dossier.due }
    : null;

/** F8: settled for the applicant, so judged and handed out; the others were taken back or stopped. */
export const isDecided = ({ result }: Pick<Dossier, 'result'>): boolean =>
  result === 'done' || result === 'refused';

/** F11: until when a dossier that was received is open: one settled before its receipt was never open. */
export const openUntil = ({ receivedAt, settledAt }: Dossier): number | null =>
  settledAt === null ? null : Math.max(receivedAt ?? settledAt, settledAt);

/** Whether a settled dossier was on time; null: it is not judged (F8). */
export function onTime(dossier: Dossier, by: JudgedBy): boolean | null {
  const from = dossier.lateFrom[by];
  return isDecided(dossier) && dossier.settledAt !== null && from !== null ? dossier.settledAt < from : null;
}
