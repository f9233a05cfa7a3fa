'use client';
import { useTranslations } from 'use-intl';
import { PageLink } from '../ui/page-link.tsx';

/** The way out of a page that is not there. */
export function HomeLink() {
  const t = useTranslations('errors');
  return (
    <PageLink href="/" className="font-semibold text-brand underline underline-offset-4">
      {t('home')}
    </PageLink>
  );
}
