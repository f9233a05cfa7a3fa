import type { Content } from 'pdfmake/interfaces';
import { headLines } from '../../lib/domain/apology/letter-fields.ts';
import { officialDate } from '../../lib/domain/apology/official-date.ts';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Cut, ReportLayout } from '../../lib/i18n/report/report-blocks.ts';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { officeOf } from '../apology/office-of.ts';
import { letterhead, PAGE } from '../letters/letter-layout.ts';
import { blockOf } from '../letters/letter-pdf.ts';
import { makePdf, points } from '../letters/make-pdf.ts';
import { annexOf, lineOf, linesOf, type Sizes, tableOf } from './report-pdf-parts.ts';

/** Rows of who owes what that are tried, one after the other, until a brief fits its one page. */
const BRIEF_ROWS = [12, 8, 4, 0];

const PORTRAIT_MM = PAGE.width - PAGE.left - PAGE.right;
const LANDSCAPE_MM = PAGE.height - PAGE.left - PAGE.right;

const REPORT: Sizes = { text: 12, title: 13, cell: 10.5, before: 10 };
const BRIEF: Sizes = { text: 11, title: 11.5, cell: 9.5, before: 5 };

/** A report as an official paper (A4, the layout of Nghị định 30/2020/NĐ-CP); the brief of a day is one page exactly. */
export async function reportPdf(data: ReportData, cut: Cut | null, words: ReportWords): Promise<Buffer> {
  if (data.kind !== 'day') return (await drawn(data, reportLayout(data, cut, words), words)).file;
  for (const most of BRIEF_ROWS) {
    const { file, sheets } = await drawn(data, reportLayout(data, cut, words, most), words);
    if (sheets === 1 || most === BRIEF_ROWS.at(-1)) return file;
  }
  throw new Error('a brief without rows');
}

async function drawn(
  data: ReportData,
  layout: ReportLayout,
  words: ReportWords,
): Promise<{ file: Buffer; sheets: number }> {
  let sheets = 0;
  const sizes = layout.brief ? BRIEF : REPORT;
  const content: Content[] = [
    ...headOf(data, layout, words),
    ...layout.blocks.flatMap((block) =>
      block.kind === 'lines' ? [linesOf(block, sizes)] : tableOf(block, PORTRAIT_MM, sizes),
    ),
    ...(layout.brief ? [] : [footOf(words)]),
    ...layout.annex.flatMap((table, at) => annexOf(table, at, LANDSCAPE_MM, sizes)),
  ];
  const file = await makePdf(
    {
      content,
      fontSize: sizes.text,
      header: (sheet) => sheetHead(sheet, layout.mark),
      onSheets: (all) => {
        sheets = all;
      },
    },
    { title: `${layout.about} · ${layout.area}`, author: layout.area, at: new Date(data.readAt) },
  );
  return { file, sheets };
}

/** Pages are numbered from the second on; invented figures say so on each. */
const sheetHead = (sheet: number, mark: string | null): Content => ({
  margin: [points(PAGE.left), points(PAGE.edge), points(PAGE.right), 0],
  columns: [
    { width: '*', text: '' },
    { width: 'auto', text: sheet > 1 ? String(sheet) : '', fontSize: 13 },
    { width: '*', text: mark ?? '', alignment: 'right', fontSize: 10, bold: true },
  ],
});

function headOf(data: ReportData, layout: ReportLayout, { report: t, format }: ReportWords): Content[] {
  const { body, place } = bodyOf(data, format.locale);
  const day = localDay(data.area.zone, Date.parse(data.readAt));
  const sizes = layout.brief ? BRIEF : REPORT;
  const fields = {
    co_quan_ban_hanh: headLines(printedSigns(body)),
    so_ky_hieu: ['        /BC-UBND'],
    dia_danh_ngay_thang: [
      printedSigns(
        format.locale === 'vi' ? `${place}, ${officialDate(day)}` : `${place}, ${format.date(day)}`,
      ),
    ],
  };
  return [
    blockOf(letterhead(fields, [t('nation'), t('motto'), t('number')])),
    {
      text: layout.title,
      bold: true,
      fontSize: layout.brief ? 13 : 14,
      alignment: 'center',
      margin: [0, layout.brief ? 6 : 16, 0, 0],
    },
    { text: printedSigns(layout.about), bold: true, fontSize: layout.brief ? 12 : 14, alignment: 'center' },
    {
      text: printedSigns(layout.area),
      fontSize: layout.brief ? 12 : 14,
      alignment: 'center',
      margin: [0, 0, 0, layout.brief ? 4 : 10],
    },
    ...layout.head.map((line) => lineOf(line, sizes)),
  ];
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

const footOf = ({ report: t }: ReportWords): Content => ({
  unbreakable: true,
  margin: [0, 14, 0, 0],
  columns: [
    {
      width: '45%',
      stack: [
        { text: t('recipients'), bold: true, italics: true, fontSize: 12 },
        { text: t('archive'), fontSize: 11 },
      ],
    },
    {
      width: '55%',
      text: t('signatory'),
      bold: true,
      alignment: 'center',
      fontSize: 13,
      margin: [0, 0, 0, points(28)],
    },
  ],
});
