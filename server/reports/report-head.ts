import { headLines } from '../../lib/domain/apology/letter-fields.ts';
import { officialDate } from '../../lib/domain/apology/official-date.ts';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { officeOf } from '../apology/office-of.ts';
import { type Columns, letterhead } from '../letters/letter-layout.ts';

/** The letterhead of a report, the same on every paper. */
export function reportHead(data: ReportData, { report: t, format }: ReportWords): Columns {
  const { body, place } = bodyOf(data, format.locale);
  const day = localDay(data.area.zone, Date.parse(data.readAt));
  const fields = {
    co_quan_ban_hanh: headLines(printedSigns(body)),
    so_ky_hieu: ['        /BC-UBND'],
    dia_danh_ngay_thang: [
      printedSigns(
        format.locale === 'vi' ? `${place}, ${officialDate(day)}` : `${place}, ${format.date(day)}`,
      ),
    ],
  };
  return letterhead(fields, [t('nation'), t('motto'), t('number')]);
}

/** Whose report it is: in Vietnamese the body that answers for the area, in English the area by its name. */
function bodyOf({ area }: ReportData, locale: 'vi' | 'en'): { body: string; place: string } {
  const { name, nameEn, label, kind } = area;
  const office = officeOf({
    name,
    kind: kind as Parameters<typeof officeOf>[0]['kind'],
    label: label ?? undefined,
  });
  return locale === 'vi'
    ? { body: office.name, place: office.place }
    : { body: nameEn ?? name, place: nameEn ?? name };
}
