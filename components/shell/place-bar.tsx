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
  const inArea = hasParts
    ? (['compare', 'history', 'ratings', 'dossiers', 'alerts', 'models', 'reports'] as const)
    : (['history', 'ratings', 'dossiers', 'alerts', 'models', 'reports'] as const);
  return (
    <>
      <nav aria-label={t('place')} className="flex min-w-0 flex-wrap items-center gap-x-1.5 max-md:flex-1">
        {header.path.map((area) => (
          <span key={area.code} className={`contents ${area === parent ? '' : 'max-md:hidden'}`}>
            <PageLink
              href={livePath(lasting(page), area.code)}
              className="text-ink2 hover:text-ink hover:underline max-md:text-small pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
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
        className="flex gap-4 overflow-x-auto whitespace-nowrap max-md:order-last max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:px-4"
      >
        <PageLink
          href={page === 'picture' ? '/' : livePath('picture', header.code)}
          aria-current={page === 'picture' || undefined}
          className={LINK}
        >
          {t('overview')}
        </PageLink>
        {inArea.map((other) => (
          <PageLink
            key={other}
            href={livePath(other, header.code)}
            aria-current={page === other || undefined}
            className={LINK}
          >
            {t(other)}
          </PageLink>
        ))}
        <PageLink href={`/replay?area=${encodeURIComponent(header.code)}`} className={LINK}>
          {t('replay')}
        </PageLink>
        <PageLink href={`/apologies?area=${encodeURIComponent(header.code)}`} className={LINK}>
          {t('apologies')}
        </PageLink>
        {book && (
          <PageLink href={`/suggestions?area=${encodeURIComponent(header.code)}`} className={LINK}>
            {t('book')}
          </PageLink>
        )}
      </nav>
    </>
  );
}
