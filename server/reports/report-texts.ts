import { createTranslator } from 'use-intl/core';
import { formatOf } from '../../lib/i18n/format.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import measuresEn from '../../lib/i18n/messages/measures/en.json' with { type: 'json' };
import measuresVi from '../../lib/i18n/messages/measures/vi.json' with { type: 'json' };
import en from '../../lib/i18n/messages/reports/en.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/reports/vi.json' with { type: 'json' };
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';

const MESSAGES = { vi: { ...vi, ...measuresVi }, en: { ...en, ...measuresEn } };

/** The words of reports: what pages say, said by the server. */
export function reportTexts(locale: Locale): ReportWords {
  const messages = MESSAGES[locale];
  // One set of texts, two ways to it: the translator of pages and this one differ in name only.
  const report = createTranslator({ locale, messages, namespace: 'report' }) as ReportWords['report'];
  const period = createTranslator({ locale, messages, namespace: 'period' }) as ReportWords['period'];
  return { report, period, format: formatOf(locale) };
}
