import type { DomainEvent, FoldedEvent } from '../events/registry.ts';
import { compareFacts, type FactKey, insertFact } from '../fact-order.ts';

/** Kinds in the order of their rank at one instant. */
const DOSSIER_KINDS = [
  'submitted',
  'received',
  'supplement_asked',
  'supplement_supplied',
  'moved',
  'extended',
  'settled',
  'delivered',
  'due_computed',
  'accept_computed',
] as const;
type DossierKind = (typeof DOSSIER_KINDS)[number];

/** A due date as it is told: an instant (epoch ms) or a local date. */
export type ToldDue = number | string;

type DossierType = Extract<FoldedEvent['type'], `dossier.${string}`>;
export type DossierEvent = DomainEvent<DossierType>;

/** One fact of a dossier, as kept in its row. `unit` is where it happened: facts of one dossier may come from several. */
export type DossierFact = FactKey & {
  kind: DossierKind;
  unit: string;
  procedure?: string;
  channel?: string;
  dueAt?: ToldDue;
  handler?: string;
  toHandler?: string;
  stage?: string;
  stageDueAt?: ToldDue;
  officer?: string;
  ticket?: string;
  previous?: string;
  cause?: string;
  result?: 'done' | 'refused' | 'withdrawn' | 'stopped';
  /** Of what the server computed (`promiseEvents`). */
  from?: number;
  to?: number;
  base?: number;
  dueKind?: 'time' | 'day' | 'clock';
  workingSeconds?: number;
};

export const isDossierEvent = (event: FoldedEvent): event is DossierEvent => event.type.startsWith(PREFIX);
const PREFIX = 'dossier.';

/** Keeps what the fold of a dossier reads; what was asked for stays beside the log. */
export function dossierFact(event: DossierEvent): DossierFact {
  // The type is `dossier.<kind>` for every kind by construction of the registry.
  const kind = event.type.slice(PREFIX.length) as DossierKind;
  const { dossier: _, what: _what, kind: dueKind, ...data }: Record<string, unknown> = event.data;
  // The schemas give each of these fields the type it has in a fact.
  return {
    ...data,
    ...(dueKind !== undefined && { dueKind }),
    kind,
    unit: event.unit,
    at: event.at,
    source: event.source,
    id: event.id,
  } as DossierFact;
}

const RANK = new Map<DossierKind, number>(DOSSIER_KINDS.map((kind, rank) => [kind, rank]));
const rankOf = ({ kind }: DossierFact): number => RANK.get(kind) ?? 0;

/** F1: facts of a dossier in the order of their meaning: (time, rank, source, id). */
export function compareDossierFacts(a: DossierFact, b: DossierFact): number {
  return a.at - b.at || rankOf(a) - rankOf(b) || compareFacts(a, b);
}

/** Adds a fact in its place; the list stays sorted. */
export const withDossierFact = (facts: readonly DossierFact[], fact: DossierFact): DossierFact[] =>
  insertFact(facts, fact, compareDossierFacts);
