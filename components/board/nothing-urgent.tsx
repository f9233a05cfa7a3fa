'use client';
import { useTranslations } from 'use-intl';
import { useHeard } from './use-heard.ts';

/** Says that nobody is needed, and for how many units that is known. */
export function NothingUrgent({ className = '' }: { className?: string }) {
  const t = useTranslations('attention');
  const { heard, all } = useHeard();
  const text = all > 0 && heard === 0 ? t('nothingKnown') : t('nothing', { heard, all });
  return <p className={`text-small text-ink2 ${className}`}>{text}</p>;
}
