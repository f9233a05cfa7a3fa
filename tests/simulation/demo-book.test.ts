import { describe, expect, test } from 'vitest';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { type Book, foldBook } from '../../lib/domain/suggestion/fold-book.ts';
import { foldSuggestion, type Suggestion } from '../../lib/domain/suggestion/suggestion.ts';
import { isSuggestionEvent } from '../../lib/domain/suggestion/suggestion-fact.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import { addDays, instantOf } from '../../lib/domain/zoned-time.ts';
import type { BackFill } from '../../server/demo/back-fill.ts';
import { planBook, tellBookHistory } from '../../server/demo/book-history.ts';
import { demoTree } from '../support/demo-tree.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const TODAY = '2026-11-25';
const NOW = instantOf(ZONE, TODAY, '10:30');
const tree = demoTree();
const WEEKS = 6;

/** Six weeks of the books, as far as they are told at half past ten of today. */
const told: SourceEvent[] = Array.from({ length: WEEKS * 7 + 1 }, (_, back) =>
  planBook(tree, 'ab', addDays(TODAY, back - WEEKS * 7), 7),
)
  .flat()
  .filter(({ at }) => at <= NOW)
  .sort((a, b) => a.at - b.at);

function booksOf(events: readonly SourceEvent[]): Map<string, Suggestion[]> {
  const books = new Map<string, Suggestion[]>();
  for (const [unit, own] of grouped(
    events.flatMap((event) => (isSuggestionEvent(event) ? [event] : [])),
    (event) => event.unit,
  )) {
    const book: Book = { pages: 0, suggestions: new Map() };
    foldBook(
      book,
      own.map((event, seq) => ({ event, seq })),
      unit,
      openingOf(tree, unit),
    );
    books.set(unit, [...book.suggestions.values()].map(foldSuggestion));
  }
  return books;
}
const books = booksOf(told);
const pages = [...books.values()].flat();

describe('the suggestion books of the invented city', () => {
  test('are the same in every run of one seed, and others of another', () => {
    expect(planBook(tree, 'ab', TODAY, 7)).toEqual(planBook(demoTree(), 'ab', TODAY, 7));
    expect(planBook(tree, 'ab', TODAY, 8)).not.toEqual(planBook(tree, 'ab', TODAY, 7));
  });

  test('have a few pages a week in every unit, all from a simulated source', () => {
    expect([...books.keys()].sort()).toEqual(unitsBelow(tree, 'ab').sort());
    for (const own of books.values()) {
      expect(own.length / WEEKS).toBeGreaterThan(1);
      expect(own.length / WEEKS).toBeLessThan(6);
    }
    expect(told.every(({ source }) => source.startsWith('/simulated/'))).toBe(true);
  });

  test('N4, N5: nearly all pages are seen in time, some lie for too long, some have left for the level above', () => {
    const share = (fits: (page: Suggestion) => boolean): number => pages.filter(fits).length / pages.length;
    const late = share(({ state, lateFrom }) => state === 'unseen' && (lateFrom ?? NOW) < NOW);
    const away = share(({ state }) => state === 'away');
    expect(late).toBeGreaterThan(0.01);
    expect(late).toBeLessThan(0.15);
    expect(away).toBeGreaterThan(0.03);
    expect(away).toBeLessThan(0.2);
    expect(share(({ seenAt }) => seenAt !== null)).toBeGreaterThan(0.6);
    expect(share(({ answeredAt }) => answeredAt !== null)).toBeGreaterThan(0.25);
    expect(pages.some(({ instructedAt }) => instructedAt !== null)).toBe(true);
  });

  test('N2: nothing is done with a page before it is written, nor answered before it is seen', () => {
    for (const { page, submittedAt, sortedAt, seenAt, instructedAt, answeredAt } of pages) {
      expect(page).not.toBeNull();
      const steps = [submittedAt, sortedAt, seenAt, instructedAt ?? seenAt].filter((at) => at !== null);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      if (answeredAt !== null) expect(answeredAt).toBeGreaterThan(seenAt ?? Number.POSITIVE_INFINITY);
    }
  });

  test('N1: what came before today is told oldest first, and told again it changes nothing', async () => {
    const stored = new Map<string, SourceEvent>();
    const fill: BackFill = {
      tree,
      root: tree.areas.get('ab') ?? expect.unreachable(),
      today: TODAY,
      seed: 7,
      perSecond: Number.POSITIVE_INFINITY,
      signal: new AbortController().signal,
      isStored: async () => false,
      submit: async (events) =>
        events.map((event) => {
          const known = stored.has(event.id);
          stored.set(event.id, event);
          return { status: known ? 'duplicate' : 'stored', seq: 1 };
        }),
    };
    const first = await tellBookHistory(fill);
    const instants = [...stored.values()].map(({ at }) => at);
    expect(first.stored).toBeGreaterThan(200);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(first.coming.length).toBeGreaterThan(0);
    expect((await tellBookHistory(fill)).stored).toBe(0);
  });
});
