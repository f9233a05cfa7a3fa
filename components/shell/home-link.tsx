'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

/** The way out of a page that is not there. */
export function HomeLink() {
  const t = useTranslations('errors');
  return (
    <Link href="/" prefetch={false} className="font-semibold text-brand underline underline-offset-4">
      {t('home')}
    </Link>
  );
}
