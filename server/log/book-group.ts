import { openingOf } from '../../lib/domain/calendar/opening.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { type Book, foldBook } from '../../lib/domain/suggestion/fold-book.ts';
import type { BookEvent } from '../../lib/domain/suggestion/page-promises.ts';
import { foldSuggestion } from '../../lib/domain/suggestion/suggestion.ts';
import {
  isSuggestionEvent,
  type SuggestionEvent,
  type SuggestionFact,
} from '../../lib/domain/suggestion/suggestion-fact.ts';
import type { GroupRows } from './group-table.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';

/** Books of units, as far as a group touches them. */
export type Books = Map<string, Book>;

/** Reads how many pages the books that events name have, and the steps of the suggestions they name. */
export async function loadBooks(query: Query, events: readonly SourceEvent[]): Promise<Books> {
  const named = events.flatMap((event) => (isSuggestionEvent(event) ? [event] : []));
  const books: Books = new Map();
  if (named.length === 0) return books;
  for (const { unit } of named) books.set(unit, { pages: 0, suggestions: new Map() });
  const pages = 'SELECT unit, max(page)::float8 AS pages FROM suggestion WHERE unit = ANY($1) GROUP BY unit';
  for (const row of await query(pages, [[...books.keys()]])) {
    const book = books.get(String(row.unit));
    if (book) book.pages = Number(row.pages ?? 0);
  }
  const text = `SELECT unit, suggestion, facts FROM suggestion
    WHERE (unit, suggestion) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const keys = [named.map(({ unit }) => unit), named.map(({ data }) => data.suggestion)];
  // Written by this server from checked events; the column holds nothing else.
  for (const row of await query(text, keys))
    books.get(String(row.unit))?.suggestions.set(String(row.suggestion), row.facts as SuggestionFact[]);
  return books;
}

/** Folds what numbered events tell of suggestions into the books; gives what belongs into the log behind them. */
export function foldBooks(memory: Memory, books: Books, logged: readonly LoggedEvent[]): BookEvent[] {
  const told = new Map<string, { event: SuggestionEvent; seq: number }[]>();
  for (const { event, seq } of logged)
    if (isSuggestionEvent(event)) heldOrMade(told, event.unit, () => []).push({ event, seq });
  return [...told].flatMap(([unit, own]) => {
    const book = heldOrMade(books, unit, () => ({ pages: 0, suggestions: new Map() }));
    return foldBook(book, own, unit, openingOf(memory.tree, unit));
  });
}

/** Writes the suggestions of the books, as they now are, into the rows of the group. */
export function addBookRows(memory: Memory, rows: GroupRows, books: Books): void {
  const zoneOf = zonesOf(memory);
  for (const [unit, { suggestions }] of books)
    for (const [id, facts] of suggestions)
      rows.suggestions.push({ unit, zone: zoneOf(unit), id, facts, suggestion: foldSuggestion(facts) });
}
