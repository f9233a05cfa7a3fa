'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { type LivePage, livePath } from './live-page.ts';

/** The cities of this server, each a way to its page. */
export function RootChoice({ roots, page }: { roots: readonly AreaItem[]; page: LivePage }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  return (
    <>
      <h1 className="text-lead font-semibold">{t('chooseTitle')}</h1>
      <p className="text-ink2">{t('chooseReason')}</p>
      <ul className="mt-4 grid gap-2">
        {roots.map((root) => (
          <li key={root.code}>
            <PageLink
              href={livePath(page, root.code)}
              className="flex items-center gap-3 rounded-panel border border-line bg-panel px-4 py-3 font-semibold hover:border-brand"
            >
              {fullName(locale, root)}
              {root.demo && <DemoMark />}
              <span aria-hidden="true" className="ml-auto text-ink3">
                ▸
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  );
}
