'use client';
import { useTranslations } from 'use-intl';

/** Keeps the room of a chart that is still being fetched. */
export function ChartSpace() {
  const t = useTranslations('charts');
  return <p className="grid h-40 place-items-center text-small text-ink3">{t('loading')}</p>;
}
