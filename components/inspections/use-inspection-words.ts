'use client';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import { useAreas } from '../admin/areas-provider.tsx';
import { useFormat } from '../ui/use-format.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Moments and days of a unit, and the names of forms of discipline, in the reader's words. */
export function useInspectionWords(unit: string) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const { byCode } = useAreas();
  const zone = byCode.get(unit)?.timezone ?? ZONE;
  return {
    /** The local day of now. */
    today: (): string => localDay(zone, Date.now()),
    moment: (iso: string | null): string =>
      iso === null
        ? MISSING
        : `${format.clock(Date.parse(iso), zone)} ${format.day(localDay(zone, Date.parse(iso)))}`,
    clock: (iso: string): string => format.clock(Date.parse(iso), zone),
    /** When something is due: a day as it is, or the day of an instant. */
    dueDay: (due: string): string => format.day(due.length === 10 ? due : localDay(zone, Date.parse(due))),
    /** A form that a source named in its own way reads as that. */
    formName: (form: string): string => {
      const key = `forms.${form}` as Parameters<typeof t.has>[0];
      return t.has(key) ? t(key as 'forms.warning') : form;
    },
  };
}
