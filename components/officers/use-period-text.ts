'use client';
import { useTranslations } from 'use-intl';

/** The words for a period of figures by its name: `2026-10`, `2026-Q3`, `2026-H1`, `2026`. */
export function usePeriodText(): (name: string) => string {
  const t = useTranslations('officer');
  return (name) => {
    const [year = '', part] = name.split('-');
    if (part === undefined) return t('year', { year });
    if (part.startsWith('Q')) return t('quarter', { n: Number(part.slice(1)), year });
    if (part.startsWith('H')) return t('half', { n: Number(part.slice(1)), year });
    return t('month', { n: Number(part), year });
  };
}
