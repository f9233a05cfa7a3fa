'use client';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { ListedLines } from '../forms/listed-lines.tsx';
import type { Areas } from './book-words.ts';
import { PageCard } from './page-card.tsx';

type BookListProps = {
  query: string;
  first: ListAnswer<SuggestionLine>;
  areas: Areas;
  /** Whether anything but the area narrows the list. */
  filtered: boolean;
};

/** Pages as the server orders them: what waits first. More come on demand. */
export function BookList({ query, first, areas, filtered }: BookListProps) {
  return (
    <ListedLines theme="book" path={`/suggestions${query}`} first={first} filtered={filtered}>
      {(lines) => {
        const named = lines.some(({ unit }) => unit !== lines[0]?.unit);
        return lines.map((line) => (
          <PageCard key={`${line.unit} ${line.page}`} line={line} areas={areas} named={named} />
        ));
      }}
    </ListedLines>
  );
}
