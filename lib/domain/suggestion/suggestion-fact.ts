import type { ToldDue } from '../dossier/dossier-fact.ts';
import type { DomainEvent, FoldedEvent } from '../events/registry.ts';
import { compareFacts, type FactKey, insertFact } from '../fact-order.ts';
import type { SuggestionKind } from './kind.ts';

/** Steps in the order of their rank at one instant. */
const STEPS = [
  'submitted',
  'sorted',
  'seen',
  'instructed',
  'answered',
  'page_computed',
  'due_computed',
  'wait_computed',
] as const;
type Step = (typeof STEPS)[number];

export type SuggestionEvent = DomainEvent<Extract<FoldedEvent['type'], `suggestion.${string}`>>;

/** One step of a page as kept in its row; texts and names stand beside the log under `seq`. */
export type SuggestionFact = FactKey & {
  step: Step;
  /** Of steps that somebody told. */
  seq?: number;
  channel?: string;
  kind?: SuggestionKind;
  body?: string;
  /** Of an instruction as it was told; of a term of the law an instant. */
  dueAt?: ToldDue;
  /** Of what the server computed (`bookEvents`). */
  page?: number;
  of?: { source: string; id: string };
  lateFrom?: number;
  from?: number;
  to?: number;
  workingSeconds?: number;
};

export const isSuggestionEvent = (event: FoldedEvent): event is SuggestionEvent =>
  event.type.startsWith(PREFIX);
const PREFIX = 'suggestion.';

/** Keeps what the fold of a page reads. `seq` null: the server's own. */
export function suggestionFact(event: SuggestionEvent, seq: number | null): SuggestionFact {
  // The type is `suggestion.<step>` for every step by construction of the registry.
  const step = event.type.slice(PREFIX.length) as Step;
  const {
    suggestion: _,
    text: _text,
    contact: _contact,
    photo: _photo,
    by: _by,
    owner: _owner,
    ...data
  }: Record<string, unknown> = event.data;
  const computed = step.endsWith('_computed');
  // The schemas give each of these fields the type it has in a fact.
  return {
    ...data,
    step,
    ...(!computed && seq !== null && { seq }),
    at: event.at,
    source: event.source,
    id: event.id,
  } as SuggestionFact;
}

const RANK = new Map<Step, number>(STEPS.map((step, rank) => [step, rank]));
const rankOf = ({ step }: SuggestionFact): number => RANK.get(step) ?? 0;

const compareSteps = (a: SuggestionFact, b: SuggestionFact): number =>
  a.at - b.at || rankOf(a) - rankOf(b) || compareFacts(a, b);

/** Adds a step in its place; the list stays sorted. */
export const withSuggestionFact = (
  facts: readonly SuggestionFact[],
  fact: SuggestionFact,
): SuggestionFact[] => insertFact(facts, fact, compareSteps);
