import { createTranslator } from 'use-intl/core';
import { localDayIn, type Tree, zoneOf } from '../../lib/domain/tree.ts';
import type { AlertTextParts } from '../../lib/i18n/alert-text.ts';
import type { BriefParts } from '../../lib/i18n/brief-text.ts';
import { formatOf } from '../../lib/i18n/format.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import en from '../../lib/i18n/messages/alerts/en.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/alerts/vi.json' with { type: 'json' };

const MESSAGES = { vi, en };

/** The words of messages about an area at an instant: what pages say, said by the server. */
export function noticeWords(tree: Tree, area: string, at: number, locale: Locale): BriefParts {
  const messages = MESSAGES[locale];
  // One set of texts, two ways to it: the translator of pages and this one differ in name only.
  const t = createTranslator({ locale, messages, namespace: 'alerts' }) as AlertTextParts['t'];
  const brief = createTranslator({ locale, messages, namespace: 'brief' }) as BriefParts['brief'];
  return {
    t,
    brief,
    format: formatOf(locale),
    zone: zoneOf(tree, area),
    today: localDayIn(tree, area, at),
    nameOf(code) {
      const found = tree.areas.get(code);
      if (!found) return code;
      const { name, nameEn = null, label } = found;
      const said = localName(locale, { name, nameEn });
      const labelled = locale === 'vi' && label && !said.toLowerCase().startsWith(label.toLowerCase());
      return labelled ? `${label} ${said}` : said;
    },
  };
}
