'use client';
import { useTranslations } from 'use-intl';

/** The rule of a fault in the reader's words; a rule that has none yet reads as "not valid". */
export function useRuleText(): (rule: string) => string {
  const t = useTranslations('rules');
  return (rule) => {
    // Rules are data of the wire: which of them have a text is asked at run time.
    const key = rule as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key) : t('bad_value');
  };
}
