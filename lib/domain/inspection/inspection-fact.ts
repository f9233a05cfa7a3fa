import type { ToldDue } from '../dossier/dossier-fact.ts';
import type { DomainEvent, FoldedEvent } from '../events/registry.ts';
import { compareFacts, type FactKey, insertFact } from '../fact-order.ts';
import type { InspectionKind, InspectionLevel, Severity } from './words.ts';

/** Steps in the order of their rank at one instant. */
const STEPS = [
  'planned',
  'opened',
  'pictured',
  'announced',
  'finding_added',
  'explained',
  'remedied',
  'minutes_signed',
  'disciplined',
  'closed',
] as const;
export type InspectionStep = (typeof STEPS)[number];

export type InspectionEvent = DomainEvent<`inspection.${InspectionStep}`>;

/** One step as kept in its row; what somebody wrote, names and the board stand beside the log under `seq`. */
export type InspectionFact = FactKey & {
  step: InspectionStep;
  seq: number;
  level?: InspectionLevel;
  kind?: InspectionKind;
  finding?: string;
  dueAt?: ToldDue;
  disciplineForm?: string;
  people?: number;
  day?: string;
  severity?: Severity;
  checklist?: string;
  item?: string;
  documentNo?: string;
  documentDate?: string;
  boardSeq?: number;
  boardAt?: number;
  hash?: string;
};

const PREFIX = 'inspection.';
export const isInspectionEvent = (event: FoldedEvent): event is InspectionEvent =>
  event.type.startsWith(PREFIX);

/** Keeps what the fold of an inspection reads. */
export function inspectionFact(event: InspectionEvent, seq: number): InspectionFact {
  const {
    inspection: _,
    text: _text,
    team: _team,
    photo: _photo,
    signatories: _signatories,
    board: _board,
    ...data
  }: Record<string, unknown> = event.data;
  // The type is `inspection.<step>` for every step, and the schemas give each field the type it has in a fact.
  return {
    ...data,
    step: event.type.slice(PREFIX.length),
    seq,
    at: event.at,
    source: event.source,
    id: event.id,
  } as InspectionFact;
}

const RANK = new Map<InspectionStep, number>(STEPS.map((step, rank) => [step, rank]));
const rankOf = ({ step }: InspectionFact): number => RANK.get(step) ?? 0;

const compareSteps = (a: InspectionFact, b: InspectionFact): number =>
  a.at - b.at || rankOf(a) - rankOf(b) || compareFacts(a, b);

/** Adds a step in its place; the list stays sorted. */
export const withInspectionFact = (
  facts: readonly InspectionFact[],
  fact: InspectionFact,
): InspectionFact[] => insertFact(facts, fact, compareSteps);
