import type { Dossier } from '../dossier/dossier.ts';
import { onTime } from '../dossier/dossier.ts';
import type { ToldDue } from '../dossier/dossier-fact.ts';
import { dueOfTold, lateFrom } from '../dossier/due.ts';
import type { DomainEvent, FoldedEvent } from '../events/registry.ts';
import { compareFacts, type FactKey, insertFact } from '../fact-order.ts';

const STEPS = ['drafted', 'signed', 'delivered'] as const;
export type ApologyStep = (typeof STEPS)[number];

export type ApologyEvent = DomainEvent<'apology.drafted' | 'apology.signed' | 'apology.delivered'>;

/** One step as kept in its row; the letter and who signed stand beside the log under `seq`. */
export type ApologyFact = FactKey & {
  step: ApologyStep;
  unit: string;
  seq: number;
  dossier?: string;
  rating?: string;
  suggestion?: string;
  cause?: string;
  newDueAt?: ToldDue;
  documentNo?: string;
  documentDate?: string;
  signatureKind?: 'paper' | 'digital';
  signedFile?: string;
  channel?: string;
};

/** F20, AL15: what the steps of an apology mean together. */
export type Apology = {
  step: ApologyStep;
  unit: string;
  dossier: string | null;
  rating: string | null;
  suggestion: string | null;
  cause: string | null;
  newDueAt: ToldDue | null;
  documentNo: string | null;
  documentDate: string | null;
  signatureKind: 'paper' | 'digital' | null;
  signedFile: string | null;
  channel: string | null;
  draftedAt: number | null;
  signedAt: number | null;
  deliveredAt: number | null;
  /** Under which seq the signer's name is kept. */
  signedSeq: number | null;
  /** The draft that holds (AL15): under its seq the letter is kept. */
  draft: Pick<ApologyFact, 'seq' | 'at'> | null;
};

export const isApologyEvent = (event: FoldedEvent): event is ApologyEvent => event.type.startsWith(PREFIX);
const PREFIX = 'apology.';

export function apologyFact(event: ApologyEvent, seq: number): ApologyFact {
  const { apology: _, signedBy: _by, letter: _letter, ...data } = { letter: undefined, ...event.data };
  // The type is `apology.<step>` for every step by construction of the registry.
  const step = event.type.slice(PREFIX.length) as ApologyStep;
  return { ...data, step, unit: event.unit, seq, at: event.at, source: event.source, id: event.id };
}

const compareSteps = (a: ApologyFact, b: ApologyFact): number =>
  a.at - b.at || STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || compareFacts(a, b);

/** Adds a step in its place; the list stays sorted. */
export const withApologyFact = (facts: readonly ApologyFact[], fact: ApologyFact): ApologyFact[] =>
  insertFact(facts, fact, compareSteps);

/** F20, AL15: total over at least one fact, sorted. */
export function foldApology(facts: readonly ApologyFact[]): Apology {
  const firstIn = <K extends keyof ApologyFact>(
    told: readonly ApologyFact[],
    field: K,
  ): NonNullable<ApologyFact[K]> | null => told.find((fact) => fact[field] !== undefined)?.[field] ?? null;
  const said = <K extends keyof ApologyFact>(field: K) => firstIn(facts, field);
  const first = (step: ApologyStep): ApologyFact | undefined => facts.find((fact) => fact.step === step);
  const draft = draftThatHolds(facts);
  // An earlier draft says nothing any more of what the letter itself says.
  const from = draft ? facts.indexOf(draft) : 0;
  const held = facts.filter(({ step }, index) => step !== 'drafted' || index >= from);
  return {
    step: STEPS.findLast((step) => first(step)) ?? 'drafted',
    unit: facts[0]?.unit ?? '',
    dossier: said('dossier'),
    rating: said('rating'),
    suggestion: said('suggestion'),
    cause: firstIn(held, 'cause'),
    newDueAt: firstIn(held, 'newDueAt'),
    documentNo: said('documentNo'),
    documentDate: said('documentDate'),
    signatureKind: said('signatureKind'),
    signedFile: said('signedFile'),
    channel: said('channel'),
    draftedAt: first('drafted')?.at ?? null,
    signedAt: first('signed')?.at ?? null,
    deliveredAt: first('delivered')?.at ?? null,
    signedSeq: first('signed')?.seq ?? null,
    draft: draft ? { seq: draft.seq, at: draft.at } : null,
  };
}

/** AL15: the last draft before the signature; where all come after it, the first. */
function draftThatHolds(facts: readonly ApologyFact[]): ApologyFact | undefined {
  const signed = facts.findIndex(({ step }) => step === 'signed');
  const before = signed < 0 ? facts : facts.slice(0, signed);
  const isDraft = ({ step }: ApologyFact): boolean => step === 'drafted';
  return before.findLast(isDraft) ?? facts.find(isDraft);
}

/** F20: where the chain of one late dossier stands. `kept` and `broken` are about the new date. */
export const CHAIN_STATES = ['owed', 'drafted', 'signed', 'delivered', 'kept', 'broken'] as const;
export type ChainState = (typeof CHAIN_STATES)[number];

/** F20: owed for a dossier that is open past its due date or was settled late. */
export function owesApology(dossier: Dossier, at: number): boolean {
  if (dossier.state === 'open') return dossier.lateFrom.own !== null && dossier.lateFrom.own <= at;
  return dossier.state === 'settled' && onTime(dossier, 'own') === false;
}

/** F20: the state of the chain; `dossier` null: the apology is about something else. */
export function chainState(
  apology: Apology | null,
  dossier: Pick<Dossier, 'settledAt' | 'receivedAt'> | null,
  zone: string,
  at: number,
): ChainState {
  if (!apology) return 'owed';
  const { newDueAt } = apology;
  if (newDueAt === null || dossier === null || apology.step !== 'delivered') return apology.step;
  const from = lateFrom(dueOfTold(newDueAt, zone, dossier.receivedAt ?? 0), 'own', zone);
  if (dossier.settledAt !== null) return dossier.settledAt < from ? 'kept' : 'broken';
  return at < from ? 'delivered' : 'broken';
}
