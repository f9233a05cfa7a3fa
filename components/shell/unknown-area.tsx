'use client';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import { HomeLink } from './home-link.tsx';

/** A code that names no area this reader may see: unknown and not allowed get the same answer. */
export function UnknownArea() {
  const t = useTranslations('errors');
  const { code } = useParams<{ code: string }>();
  return (
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
