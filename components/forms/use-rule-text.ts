'use client';
import { useTranslations } from 'use-intl';

/** Where rules have their texts: those that every form may meet, and those of a theme where it is loaded. */
const PLACES = ['rules', 'apology.rules', 'apology.signedFiles', 'notes.rules', 'models.rules'] as const;

/** The rule of a fault in the reader's words; a rule that has none yet reads as "not valid". */
export function useRuleText(): (rule: string) => string {
  const t = useTranslations();
  return (rule) => {
    for (const place of PLACES) {
      // Rules are data of the wire: which of them have a text is asked at run time.
      const key = `${place}.${rule}` as Parameters<typeof t.has>[0];
      if (t.has(key)) return t(key as 'rules.bad_value');
    }
    return t('rules.bad_value');
  };
}
