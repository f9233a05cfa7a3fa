'use client';
import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import { HomeLink } from './home-link.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useTranslations('errors');
  return <Notice as="h1" title={t('notFoundTitle')} reason={t('notFoundReason')} action={<HomeLink />} />;
}
