import { addWorking, type Opening, workingBetween } from '../calendar/working-time.ts';
import type { AddedEvent, DomainEvent } from '../events/registry.ts';
import { lateFromOf, legalDue } from './legal-term.ts';
import { seenMark, sortingOf, writtenOn } from './suggestion.ts';
import type { SuggestionFact } from './suggestion-fact.ts';

export type BookEvent = Extract<AddedEvent, { type: `suggestion.${string}` }>;

/** Who makes a promise; such sources are refused at the door. */
const SOURCE = '/server';

/** Whose page it is, and what the calendar of its unit says at that moment. */
export type Paged = { unit: string; suggestion: string; nextPage: number; opening: Opening };

/** What the server must still add to these steps: the page, the term of the law, the working time until "seen". */
export function pagePromises(
  facts: readonly SuggestionFact[],
  { unit, suggestion, nextPage, opening }: Paged,
): BookEvent[] {
  const submitted = writtenOn(facts);
  if (!submitted) return [];
  const made: BookEvent[] = [];
  const make = <T extends BookEvent['type']>(
    type: T,
    at: number,
    key: readonly unknown[],
    data: DomainEvent<T>['data'],
  ): void =>
    // `data` is of `type`, which a generic member of the union cannot show.
    void made.push({ source: SOURCE, id: JSON.stringify([unit, ...key]), type, unit, at, data } as BookEvent);

  const { at: from, source, id } = submitted;
  if (!facts.some(({ step }) => step === 'page_computed'))
    // The key names the page alone: the log itself cannot hold one number twice.
    make('suggestion.page_computed', from, ['page', nextPage], {
      suggestion,
      page: nextPage,
      of: { source, id },
      lateFrom: lateFromOf(opening, from),
    });

  const kind = sortingOf(facts)?.kind;
  const dueAt = kind === undefined ? null : legalDue(opening, kind, from);
  if (kind !== undefined && dueAt !== null && !facts.some((fact) => isDueOf(fact, kind)))
    make('suggestion.due_computed', from, [suggestion, 'due', kind], { suggestion, kind, from, dueAt });

  const to = seenMark(facts)?.at;
  const isWait = (fact: SuggestionFact): boolean =>
    fact.step === 'wait_computed' && fact.from === from && fact.to === to;
  // No calendar: nobody knows what was working time.
  if (to !== undefined && !facts.some(isWait) && addWorking(opening, from, 1) !== null)
    make('suggestion.wait_computed', to, [suggestion, 'wait', from, to], {
      suggestion,
      from,
      to,
      workingSeconds: Math.floor(workingBetween(opening, from, to) / 1000),
    });
  return made;
}

const isDueOf = (fact: SuggestionFact, kind: string): boolean =>
  fact.step === 'due_computed' && fact.kind === kind;
