import { headLines } from '../../lib/domain/apology/letter-fields.ts';
import { officialDate } from '../../lib/domain/apology/official-date.ts';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { officeOf } from '../apology/office-of.ts';
import { type Columns, letterhead } from '../letters/letter-layout.ts';

/** The letterhead of a report, the same on every paper. */
export function reportHead(data: ReportData, words: ReportWords): Columns {
  const { report: t } = words;
  const office = bodyOf(data, words);
  const fields = {
    co_quan_ban_hanh: headLines(printedSigns(office.body)),
    so_ky_hieu: [`        ${office.symbol}`],
    dia_danh_ngay_thang: [`${printedSigns(office.place)}, ${office.day}`],
  };
  return letterhead(fields, [t('nation'), t('motto'), t('number')]);
}

/** What stands on each annex: of which paper it is part. */
export function attachedTo(data: ReportData, words: ReportWords): string {
  const { body, symbol, day } = bodyOf(data, words);
  return printedSigns(words.report('attached', { body, symbol, day }));
}

/** By whose right it is signed, and who signs: of a committee its chair on its behalf. */
export const signatory = (data: ReportData, words: ReportWords): string[] =>
  bodyOf(data, words).committee
    ? [words.report('forCommittee'), words.report('chair')]
    : [words.report('signatory')];

type Body = { body: string; place: string; symbol: string; day: string; committee: boolean };

/** Whose report it is: in Vietnamese the body that answers for the area, in English the area by its name. */
function bodyOf({ area, readAt }: ReportData, { format }: ReportWords): Body {
  const { name, nameEn, label, kind, zone } = area;
  const office = officeOf({
    name,
    kind: kind as Parameters<typeof officeOf>[0]['kind'],
    label: label ?? undefined,
  });
  const committee = office.name.startsWith('Ủy ban nhân dân');
  const day = localDay(zone, Date.parse(readAt));
  const said =
    format.locale === 'vi'
      ? { body: office.name, place: office.place, day: officialDate(day) }
      : { body: nameEn ?? name, place: nameEn ?? name, day: format.date(day) };
  // Other bodies have a symbol of their own, written by hand.
  return { ...said, symbol: committee ? '/BC-UBND' : '/BC-        ', committee };
}
