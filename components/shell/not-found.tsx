'use client';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import { HomeLink } from './home-link.tsx';

/**
 * An address that leads nowhere, or the code of an area that this reader may not see or that is not there: those two
 * get the same answer.
 */
export function NotFound() {
  const t = useTranslations('errors');
  const { code } = useParams<{ code?: string }>();
  return code === undefined ? (
    <Notice as="h1" title={t('notFoundTitle')} reason={t('notFoundReason')} action={<HomeLink />} />
  ) : (
    <Notice
      as="h1"
      title={t('unknownTitle', { code: decoded(code) })}
      reason={t('unknownReason')}
      action={<HomeLink />}
    />
  );
}

const decoded = (code: string): string => {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
};
