import type { Opening } from '../calendar/working-time.ts';
import { type BookEvent, pagePromises } from './page-promises.ts';
import {
  type SuggestionEvent,
  type SuggestionFact,
  suggestionFact,
  withSuggestionFact,
} from './suggestion-fact.ts';

/** The book of a unit: how many pages are written, and by code the steps of the suggestions that events at hand touch. */
export type Book = { pages: number; suggestions: Map<string, readonly SuggestionFact[]> };

/**
 * Folds numbered events of one unit into its book; total. Gives what the server adds, to be logged behind them. Pages
 * are numbered in the order of the log, without a gap (N1).
 */
export function foldBook(
  book: Book,
  told: readonly { event: SuggestionEvent; seq: number }[],
  unit: string,
  opening: Opening,
): BookEvent[] {
  const made: BookEvent[] = [];
  for (const { event, seq } of told) {
    const { suggestion } = event.data;
    const held = book.suggestions.get(suggestion) ?? [];
    let facts = withSuggestionFact(held, suggestionFact(event, seq));
    const added = pagePromises(facts, { unit, suggestion, nextPage: book.pages + 1, opening });
    for (const promise of added) {
      if (promise.type === 'suggestion.page_computed') book.pages = promise.data.page;
      facts = withSuggestionFact(facts, suggestionFact(promise, null));
    }
    made.push(...added);
    book.suggestions.set(suggestion, facts);
  }
  return made;
}
