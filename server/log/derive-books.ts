import { addedEvents, type FoldedEvent, sourceEvents } from '../../lib/domain/events/registry.ts';
import {
  type SuggestionEvent,
  suggestionFact,
  withSuggestionFact,
} from '../../lib/domain/suggestion/suggestion-fact.ts';
import type { Books } from './book-group.ts';
import { addBookRows } from './book-group.ts';
import { rowsInPortions } from './cursor.ts';
import { eventOfRow } from './event-of-row.ts';
import { emptyGroup } from './group-table.ts';
import { epochMs } from './load-entries.ts';
import type { Memory } from './memory.ts';
import type { Query } from './query.ts';
import { readStatement } from './write-group.ts';

/** Suggestions that are computed at once. */
const PORTION = 2000;

const TYPES = [...Object.keys(sourceEvents), ...Object.keys(addedEvents)].filter((type) =>
  type.startsWith('suggestion.'),
);

/** Derives the books from the log: every suggestion from all its steps at once, pages as the log numbered them. */
export async function deriveBooks(query: Query, schema: string, memory: Memory): Promise<void> {
  const text = `SELECT seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM ${schema}.event
    WHERE type = ANY($1) ORDER BY unit, data ->> 'suggestion' COLLATE "C", seq`;
  let books: Books = new Map();
  let held = 0;
  const write = async (): Promise<void> => {
    const rows = emptyGroup();
    addBookRows(memory, rows, books);
    const statement = readStatement(rows);
    if (statement) await query(statement.text, statement.values);
    [books, held] = [new Map(), 0];
  };
  for await (const portion of rowsInPortions(query, text, [TYPES]))
    for (const row of portion) {
      const event: SuggestionEvent = eventOfRow<FoldedEvent & SuggestionEvent>(row);
      const { suggestion } = event.data;
      if (!books.get(event.unit)?.suggestions.has(suggestion)) {
        if (held >= PORTION) await write();
        held += 1;
      }
      const book = books.get(event.unit) ?? { pages: 0, suggestions: new Map() };
      const facts = book.suggestions.get(suggestion) ?? [];
      book.suggestions.set(suggestion, withSuggestionFact(facts, suggestionFact(event, Number(row.seq))));
      books.set(event.unit, book);
    }
  await write();
}
