import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import type { ReportAnnex, ReportLayout } from '../../lib/i18n/report/report-blocks.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { type Columns, PAGE, type Paragraph, type Part } from '../letters/letter-layout.ts';
import { signatory } from './report-head.ts';

/** Widths of the text of a sheet, upright and on its side. */
export const PORTRAIT_MM = PAGE.width - PAGE.left - PAGE.right;
export const LANDSCAPE_MM = PAGE.height - PAGE.left - PAGE.right;

const centred = (text: string, size: number, look: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  lines: [printedSigns(text)],
  size,
  align: 'center',
  bold: true,
  ...look,
});

/** Kind and subject of the paper, with the line under them that Nghị định 30/2020/NĐ-CP asks for: a third of their own. */
export const titleParts = ({ title, about, area, brief }: ReportLayout): Part[] => [
  centred(title, brief ? 13 : 14, { before: brief ? 4 : 16 }),
  centred(about, brief ? 12 : 14),
  centred(area, brief ? 12 : 14),
  { kind: 'rule', mm: 40 },
];

/** Number and name of an annex, and on the first of a sheet the paper that it belongs to. */
export const annexParts = (
  { number, name }: ReportAnnex,
  attached: string | null,
  locale: string,
): Paragraph[] => [
  centred(number, 13),
  centred(name.toLocaleUpperCase(locale), 13),
  ...(attached === null ? [] : [centred(attached, 12, { bold: false, italics: true })]),
];

/** Whom it goes to, and who signs, with room for signature and seal. */
export const footOf = (data: ReportData, words: ReportWords): Columns => ({
  kind: 'columns',
  mm: [PORTRAIT_MM * 0.45, PORTRAIT_MM * 0.55],
  whole: true,
  rows: [
    [
      [
        {
          kind: 'paragraph',
          lines: [words.report('recipients')],
          size: 12,
          align: 'left',
          bold: true,
          italics: true,
          before: 14,
        },
        { kind: 'paragraph', lines: [words.report('archive')], size: 11, align: 'left' },
      ],
      [
        { ...centred('', 13, { before: 14 }), lines: signatory(data, words) },
        { kind: 'space', mm: 28 },
      ],
    ],
  ],
});
