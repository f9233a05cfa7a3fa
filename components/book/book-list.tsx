'use client';
import { useTranslations } from 'use-intl';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { MoreLines } from '../forms/more-lines.tsx';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { Notice } from '../ui/notice.tsx';
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
  const t = useTranslations('book');
  const pages = useLaterPages<SuggestionLine>(`/suggestions${query}`, first);
  const { items: lines } = pages;
  if (lines.length === 0)
    return filtered ? (
      <Notice title={t('noMatchTitle')} reason={t('noMatchReason')} />
    ) : (
      <Notice title={t('noneTitle')} reason={t('noneReason')} />
    );
  const named = lines.some(({ unit }) => unit !== lines[0]?.unit);
  return (
    <section aria-label={t('title')} className="mt-3 rounded-panel border border-line bg-panel px-4 py-1">
      <ol>
        {lines.map((line) => (
          <PageCard key={`${line.unit} ${line.page}`} line={line} areas={areas} named={named} />
        ))}
      </ol>
      <MoreLines
        pages={pages}
        words={{ more: t('more'), loading: t('loading') }}
        all={t('all', { count: lines.length })}
        className="py-2.5"
      />
    </section>
  );
}
