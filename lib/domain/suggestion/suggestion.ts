import type { ToldDue } from '../dossier/dossier-fact.ts';
import { isPersonSource } from '../events/person-source.ts';
import { compareFacts } from '../fact-order.ts';
import { leavesBook, type SuggestionKind } from './kind.ts';
import type { SuggestionFact } from './suggestion-fact.ts';

/** `away`: it has left the book (N5). A page in the book waits to be seen, was seen, or was answered. */
export const PAGE_STATES = ['unseen', 'seen', 'answered', 'away'] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** What the steps of a suggestion mean together. Instants are epoch ms; null is "did not happen" or "not told". */
export type Suggestion = {
  /** N1: null: nobody has told its submission, so it is on no page. */
  page: number | null;
  state: PageState;
  submittedAt: number | null;
  submittedSeq: number | null;
  channel: string | null;
  /** Null: nobody has sorted it. */
  kind: SuggestionKind | null;
  away: boolean;
  body: string | null;
  sortedAt: number | null;
  /** N6: the term of the law. */
  dueAt: number | null;
  /** N4: from when on it is unseen for too long. */
  lateFrom: number | null;
  seenAt: number | null;
  seenSeq: number | null;
  /** Working seconds from submission to "seen"; null: not known. */
  waitSeconds: number | null;
  /** The last instruction. */
  instructedAt: number | null;
  instructedSeq: number | null;
  instructionDueAt: ToldDue | null;
  answeredAt: number | null;
  answeredSeq: number | null;
  /** Submissions under the same code that are on no page. */
  repeats: number;
};

const firstOf = (facts: readonly SuggestionFact[], step: SuggestionFact['step']) =>
  facts.filter((fact) => fact.step === step).sort(compareFacts)[0];

/** N3: a person's confirmation at the server's time is displaced by nothing that a source tells of another time. */
export function seenMark(facts: readonly SuggestionFact[]): SuggestionFact | undefined {
  const seen = facts.filter(({ step }) => step === 'seen').sort(compareFacts);
  return seen.find(({ source }) => isPersonSource(source)) ?? seen[0];
}

/** N1: the submission that a page was given to; until then the first. */
export function writtenOn(facts: readonly SuggestionFact[]): SuggestionFact | undefined {
  const { of } = firstOf(facts, 'page_computed') ?? {};
  const own = of && facts.find(({ source, id }) => source === of.source && id === of.id);
  return own ?? firstOf(facts, 'submitted');
}

/** N5: the last sorting holds, but a kind that leaves the book is never sorted back into it. */
export function sortingOf(facts: readonly SuggestionFact[]): SuggestionFact | undefined {
  const sorted = facts.filter(({ step }) => step === 'sorted').sort(compareFacts);
  return sorted.findLast(({ kind }) => kind !== undefined && leavesBook(kind)) ?? sorted.at(-1);
}

// An answer does not stand for having seen.
const stateOf = (away: boolean, seen: boolean, answered: boolean): PageState => {
  if (away) return 'away';
  if (!seen) return 'unseen';
  return answered ? 'answered' : 'seen';
};

/** N2: the meaning of a page is a function of the set of its steps, which must be sorted. Total. */
export function foldSuggestion(facts: readonly SuggestionFact[]): Suggestion {
  const numbered = firstOf(facts, 'page_computed');
  const submitted = writtenOn(facts);
  const sorting = sortingOf(facts);
  const kind = sorting?.kind ?? null;
  const seen = seenMark(facts);
  const instructed = facts.findLast(({ step }) => step === 'instructed');
  const answered = firstOf(facts, 'answered');
  const away = kind !== null && leavesBook(kind);
  const due = facts.find((fact) => fact.step === 'due_computed' && fact.kind === kind);
  const wait = facts.find(
    ({ step, from, to }) => step === 'wait_computed' && from === submitted?.at && to === seen?.at,
  );
  return {
    page: numbered?.page ?? null,
    state: stateOf(away, seen !== undefined, answered !== undefined),
    submittedAt: submitted?.at ?? null,
    submittedSeq: submitted?.seq ?? null,
    channel: submitted?.channel ?? null,
    kind,
    away,
    body: sorting?.body ?? null,
    sortedAt: sorting?.at ?? null,
    dueAt: typeof due?.dueAt === 'number' ? due.dueAt : null,
    lateFrom: numbered?.lateFrom ?? null,
    seenAt: seen?.at ?? null,
    seenSeq: seen?.seq ?? null,
    waitSeconds: wait?.workingSeconds ?? null,
    instructedAt: instructed?.at ?? null,
    instructedSeq: instructed?.seq ?? null,
    instructionDueAt: instructed?.dueAt ?? null,
    answeredAt: answered?.at ?? null,
    answeredSeq: answered?.seq ?? null,
    repeats: Math.max(0, facts.filter(({ step }) => step === 'submitted').length - 1),
  };
}
