'use client';
import { useTranslations } from 'use-intl';

/** Stands on everything that shows a demonstration tree. */
export function DemoMark() {
  const t = useTranslations('shell');
  return (
    <span
      title={t('demoMeaning')}
      className="rounded border border-risk px-1.5 py-px text-tiny font-bold whitespace-nowrap text-risk"
    >
      {t('demo')}
    </span>
  );
}
