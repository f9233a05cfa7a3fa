'use client';
import { useLocale, useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { fullName } from '../board/place-name.ts';
import { useFormat } from '../ui/use-format.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

export type Areas = readonly AreaItem[];

const areaOf = (areas: Areas, code: string): AreaItem | undefined => areas.find((area) => area.code === code);

/** The name of an area as its reader knows it; its code until the tree is there. */
export function useUnitName(areas: Areas): (code: string) => string {
  const locale = useLocale();
  return (code) => {
    const area = areaOf(areas, code);
    return area ? fullName(locale, area) : code;
  };
}

/** Clock and day of an ISO instant in the zone of a unit; null reads "—". */
export function useMoment(areas: Areas, unit: string): (iso: string | null) => string {
  const format = useFormat();
  const zone = areaOf(areas, unit)?.timezone ?? ZONE;
  return (iso) => {
    if (iso === null) return MISSING;
    const at = Date.parse(iso);
    return `${format.clock(at, zone)} ${format.day(localDay(zone, at))}`;
  };
}

/** The local day on which something is due: a day as it is, or that of the last millisecond before an instant. */
export function useDueDay(areas: Areas, unit: string): (due: string) => string {
  const format = useFormat();
  const zone = areaOf(areas, unit)?.timezone ?? ZONE;
  return (due) => format.day(due.length === 10 ? due : localDay(zone, Date.parse(due) - 1));
}

/** Why a page shows no text; null: it shows one. */
export function useHidden(): (
  line: Pick<SuggestionLine, 'text' | 'erased' | 'state' | 'kind'>,
) => string | null {
  const t = useTranslations('book.hidden');
  return ({ text, erased, state, kind }) => {
    if (text !== null) return null;
    if (erased) return t('erased');
    if (state === 'away') return t('away');
    return kind === null ? t('unsorted') : t('other');
  };
}
