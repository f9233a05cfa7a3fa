'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { PageHead } from '../admin/page-head.tsx';
import { AnsweredList } from '../forms/answered-list.tsx';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useApi } from '../forms/use-api.ts';
import { useAreas } from '../shell/use-areas.ts';
import { Button } from '../ui/button.tsx';
import { BookFilters } from './book-filters.tsx';
import { BookList } from './book-list.tsx';
import { BOOK_FILTERS, bookPagePath, bookQueryOf, printPath } from './book-path.ts';
import { EnterForm } from './enter-form.tsx';

type BookPageProps = {
  /** What an address without an area means. */
  area: string;
  /** Units in whose books the reader writes. */
  entersIn: readonly string[];
  mayExport: boolean;
  /** Whether the reader may read pages at all. */
  mayRead: boolean;
};

/** The suggestion book of an area: what waits first; the filters stand in the address. */
export function BookPage({ area: home, entersIn, mayExport, mayRead }: BookPageProps) {
  const t = useTranslations('book');
  const locale = useLocale();
  const router = useRouter();
  const address = useSearchParams();
  const area = address.get('area') || home;
  const query = bookQueryOf(address, home);
  const [state, reload] = useApi<ListAnswer<SuggestionLine>>(`/suggestions${query}`);
  const [tree, loadTree] = useAreas();
  const [entering, setEntering] = useState(false);
  useEffect(loadTree, [loadTree]);
  const areas = tree.kind === 'ready' ? tree.areas.filter(({ validTo }) => !validTo) : [];
  const mayEnter = entersIn.includes(area);
  const printsIn = (code: string): boolean =>
    mayRead && areas.some((one) => one.code === code && isUnit(one));
  const filtered = BOOK_FILTERS.some((name) => name !== 'area' && Boolean(address.get(name)));
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={
          <>
            {mayEnter && (
              <Button
                look={entering ? 'plain' : 'primary'}
                aria-expanded={entering}
                onClick={() => setEntering(!entering)}
              >
                {t('enter')}
              </Button>
            )}
            {printsIn(area) && (
              <a
                href={printPath(area, address, locale)}
                className="inline-flex items-center rounded-lg border border-line bg-panel px-3 py-1.5 text-small font-semibold hover:border-quiet pointer-coarse:min-h-11"
              >
                {t('print')}
              </a>
            )}
            {mayExport && <ExportButtons path={`/suggestions${query}`} name={`suggestions-${area}`} />}
            {printsIn(area) && (
              <a
                href={`/suggestions/${encodeURIComponent(area)}/qr`}
                className="inline-flex items-center rounded-lg border border-line bg-panel px-3 py-1.5 text-small font-semibold hover:border-quiet pointer-coarse:min-h-11"
              >
                {t('qr')}
              </a>
            )}
          </>
        }
      />
      {entering && mayEnter && (
        <EnterForm unit={area} onDone={({ unit, page }) => router.push(bookPagePath(unit, page))} />
      )}
      <BookFilters area={area} areas={areas} narrowed={filtered} />
      <AnsweredList theme="book" state={state} reload={reload}>
        {(first) => <BookList key={query} query={query} first={first} areas={areas} filtered={filtered} />}
      </AnsweredList>
    </>
  );
}
