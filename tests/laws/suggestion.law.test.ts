import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opening } from '../../lib/domain/calendar/working-time.ts';
import { isPersonSource, PERSON_SOURCE } from '../../lib/domain/events/person-source.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { type Book, foldBook } from '../../lib/domain/suggestion/fold-book.ts';
import { leavesBook } from '../../lib/domain/suggestion/kind.ts';
import { foldSuggestion, seenMark, writtenOn } from '../../lib/domain/suggestion/suggestion.ts';
import {
  isSuggestionEvent,
  type SuggestionFact,
  withSuggestionFact,
} from '../../lib/domain/suggestion/suggestion-fact.ts';
import { instantOf, weekdayOf } from '../../lib/domain/zoned-time.ts';
import {
  arbitraryArrival,
  arbitrarySuggestions,
  firstOfEach,
  LAW_ZONE,
} from '../support/arbitrary-events.ts';
import { LAW_UNITS } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

const opening: Opening = {
  zone: LAW_ZONE,
  spansOf: (day) =>
    weekdayOf(day) < 4
      ? [{ fromAt: instantOf(LAW_ZONE, day, '07:30'), toAt: instantOf(LAW_ZONE, day, '17:00') }]
      : [],
};

type Books = Map<string, Book>;

/** Folds the group in its order; what the server added goes with the facts. */
function foldGroup(books: Books, events: readonly SourceEvent[], firstSeq: number): void {
  for (const [index, event] of events.entries()) {
    if (!isSuggestionEvent(event)) continue;
    const book = heldOrMade(books, event.unit, (): Book => ({ pages: 0, suggestions: new Map() }));
    foldBook(book, [{ event, seq: firstSeq + index }], event.unit, opening);
  }
}

const allFacts = (books: Books): (readonly SuggestionFact[])[] =>
  [...books.values()].flatMap(({ suggestions }) => [...suggestions.values()]);

/** What the order of the log alone decides. */
const besideArrival = (facts: readonly SuggestionFact[]) => {
  const {
    page: _page,
    seenSeq: _s,
    submittedSeq: _u,
    instructedSeq: _i,
    answeredSeq: _a,
    ...rest
  } = foldSuggestion(facts);
  return rest;
};

const told = arbitrarySuggestions(LAW_UNITS).chain((events) =>
  fc.tuple(fc.constant(events), arbitraryArrival(events)),
);

test('L1, N1: whatever the order of arrival, pages count from one without a gap and stay what they were', () => {
  fc.assert(
    fc.property(told, ([, arrival]) => {
      const books: Books = new Map();
      const given = new Map<string, string>();
      for (const [index, event] of firstOfEach(arrival).entries()) {
        foldGroup(books, [event], index + 1);
        for (const [unit, { suggestions }] of books)
          for (const [id, facts] of suggestions) {
            const { page } = foldSuggestion(facts);
            const { source, id: event } = writtenOn(facts) ?? {};
            const held = `${page} of ${source} ${event}`;
            const key = `${unit} ${id}`;
            // N2: once written, always the same page with the same submission.
            if (given.has(key)) expect(held).toBe(given.get(key));
            if (page !== null) given.set(key, held);
          }
      }
      for (const book of books.values()) {
        const pages = [...book.suggestions.values()].flatMap((facts) => foldSuggestion(facts).page ?? []);
        expect(pages.sort((a, b) => a - b)).toEqual(Array.from({ length: book.pages }, (_, n) => n + 1));
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('L1, N2: where no code is submitted twice, everything but the page is the same in any order of arrival', () => {
  let pages = 0;
  fc.assert(
    fc.property(told, ([events, arrival]) => {
      const [one, other]: [Books, Books] = [new Map(), new Map()];
      foldGroup(one, events, 1);
      foldGroup(other, firstOfEach(arrival), 1);
      for (const [unit, { suggestions }] of one)
        for (const [id, facts] of suggestions) {
          const { repeats, page } = foldSuggestion(facts);
          if (page !== null) pages += 1;
          const again = other.get(unit)?.suggestions.get(id) ?? [];
          expect(foldSuggestion(again).repeats).toBe(repeats);
          if (repeats === 0) expect(besideArrival(again)).toEqual(besideArrival(facts));
        }
    }),
    { numRuns: lawRuns(2_000) },
  );
  expect(pages).toBeGreaterThan(lawRuns(2_000));
});

test('L1, N2: with what the server added, the meaning is a function of the set of facts', () => {
  fc.assert(
    fc.property(arbitrarySuggestions(LAW_UNITS), fc.infiniteStream(fc.nat()), (events, dice) => {
      const books: Books = new Map();
      foldGroup(books, events, 1);
      for (const facts of allFacts(books)) {
        const shuffled = facts
          .map((fact) => ({ fact, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ fact }) => fact);
        const sorted = [...shuffled, ...shuffled].reduce<readonly SuggestionFact[]>(withSuggestionFact, []);
        expect(sorted).toEqual(facts);
        expect(foldSuggestion(sorted)).toEqual(foldSuggestion(facts));
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('N3, N5: no later step takes a mark back, and no sorting brings back what has left the book', () => {
  const seen = { marked: 0, away: 0 };
  fc.assert(
    fc.property(told, ([, arrival]) => {
      const books: Books = new Map();
      const before = new Map<string, ReturnType<typeof foldSuggestion>>();
      for (const [index, event] of firstOfEach(arrival).entries()) {
        foldGroup(books, [event], index + 1);
        for (const [unit, { suggestions }] of books)
          for (const [id, facts] of suggestions) {
            const now = foldSuggestion(facts);
            const then = before.get(`${unit} ${id}`);
            before.set(`${unit} ${id}`, now);
            if (then?.seenAt != null) {
              seen.marked += 1;
              expect(now.seenAt).not.toBeNull();
            }
            if (then?.away) {
              seen.away += 1;
              expect(now.away && now.kind !== null && leavesBook(now.kind)).toBe(true);
              expect(now.state).toBe('away');
            }
          }
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
  expect(Math.min(seen.marked, seen.away)).toBeGreaterThan(lawRuns(2_000));
});

/** Every other mark is of a person on the pages. */
const someConfirmed = (events: readonly SourceEvent[]): SourceEvent[] =>
  events.map((event) =>
    event.type === 'suggestion.seen' && event.source === '/a'
      ? { ...event, source: `${PERSON_SOURCE}p1` }
      : event,
  );

test('N3: nothing that a source tells, of whatever time and whenever it comes, displaces what a person confirmed', () => {
  let displacing = 0;
  fc.assert(
    fc.property(told, ([, arrival]) => {
      const books: Books = new Map();
      const before = new Map<string, { seq: number | null; at: number | null; wait: number | null }>();
      for (const [index, event] of firstOfEach(someConfirmed(arrival)).entries()) {
        foldGroup(books, [event], index + 1);
        const facts = isSuggestionEvent(event)
          ? (books.get(event.unit)?.suggestions.get(event.data.suggestion) ?? [])
          : [];
        const mark = seenMark(facts);
        const { seenSeq, seenAt, waitSeconds } = foldSuggestion(facts);
        const now = { seq: seenSeq, at: seenAt, wait: waitSeconds };
        const confirmed = facts.some(({ step, source }) => step === 'seen' && isPersonSource(source));
        expect(mark !== undefined && isPersonSource(mark.source)).toBe(confirmed);
        if (!isSuggestionEvent(event)) continue;
        const key = `${event.unit} ${event.data.suggestion}`;
        const then = before.get(key);
        if (then && event.type === 'suggestion.seen' && !isPersonSource(event.source)) {
          expect(now).toEqual(then);
          if (event.at < (then.at ?? 0)) displacing += 1;
        }
        if (confirmed) before.set(key, now);
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
  expect(displacing).toBeGreaterThan(lawRuns(100));
});

test('L1, N3: with marks of people among them the meaning is still a function of the set of facts', () => {
  fc.assert(
    fc.property(told, ([events, arrival]) => {
      const [one, other]: [Books, Books] = [new Map(), new Map()];
      foldGroup(one, someConfirmed(events), 1);
      foldGroup(other, firstOfEach(someConfirmed(arrival)), 1);
      for (const [unit, { suggestions }] of one)
        for (const [id, facts] of suggestions) {
          const again = other.get(unit)?.suggestions.get(id) ?? [];
          expect(foldSuggestion(again).seenAt).toBe(foldSuggestion(facts).seenAt);
          if (foldSuggestion(facts).repeats === 0) expect(besideArrival(again)).toEqual(besideArrival(facts));
        }
    }),
    { numRuns: lawRuns(2_000) },
  );
});
