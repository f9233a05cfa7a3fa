'use client';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import { fullName } from '../board/place-name.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { AreaSwitcher } from './area-switcher.tsx';
import { type LivePage, lasting, livePath } from './live-page.ts';

const LINK =
  'text-[13px] text-ink2 hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center';

/** Where the reader is: the way up, the area itself with the switcher, and the pages there are for this reader. */
export function PlaceBar({ page, book }: { page: LivePage; book: boolean }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const header = useBoard((board) => board.header);
  const hasParts = useBoard((board) => 'units' in board);
  const parent = header.path.at(-1);
  const live = (other: LivePage) => (
    <PageLink
      key={other}
      href={other === 'picture' && page === other ? '/' : livePath(other, header.code)}
      aria-current={page === other || undefined}
      className={LINK}
    >
      {t(other === 'picture' ? 'overview' : other)}
    </PageLink>
  );
  const listed = (other: 'apologies' | 'book' | 'replay', path: string) => (
    <PageLink href={`/${path}?area=${encodeURIComponent(header.code)}`} className={LINK}>
      {t(other)}
    </PageLink>
  );
  const more = (
    <>
      {listed('apologies', 'apologies')}
      {book && listed('book', 'suggestions')}
      {live('meetings')}
      {live('models')}
      {live('reports')}
      {listed('replay', 'replay')}
    </>
  );
  const among = page === 'meetings' || page === 'models' || page === 'reports';
  return (
    <>
      <nav aria-label={t('place')} className="flex min-w-0 flex-wrap items-center gap-x-1.5 max-md:flex-1">
        {/* A desk has room for one step up beside the pages; the switcher knows the rest. */}
        {header.path.map((area) => (
          <span key={area.code} className={`contents ${area === parent ? '' : 'max-[1600px]:hidden'}`}>
            <PageLink
              href={livePath(lasting(page), area.code)}
              className="min-w-0 text-ink2 wrap-anywhere hover:text-ink hover:underline max-md:text-small pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              {localName(locale, area)}
            </PageLink>
            <span aria-hidden="true" className="text-ink3">
              ▸
            </span>
          </span>
        ))}
        <AreaSwitcher
          current={header.code}
          name={fullName(locale, header)}
          day={header.day}
          page={lasting(page)}
        />
      </nav>
      <nav
        aria-label={t('pages')}
        className="flex gap-4 whitespace-nowrap max-md:order-last max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:overflow-x-auto max-md:px-4"
      >
        {live('picture')}
        {hasParts && live('compare')}
        {(['history', 'ratings', 'dossiers', 'alerts'] as const).map(live)}
        {/* A phone scrolls along all of them; a desk keeps the seldom ones behind a word. */}
        <span className="contents md:hidden">{more}</span>
        <details key={page} className="relative max-md:hidden">
          <summary
            aria-current={among || undefined}
            className={`${LINK} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
          >
            {t('morePages')} <span aria-hidden="true">▾</span>
          </summary>
          <div className="absolute top-full right-0 z-20 mt-2 grid min-w-36 gap-2 rounded-panel border border-line bg-panel p-3 shadow-float">
            {more}
          </div>
        </details>
      </nav>
    </>
  );
}
