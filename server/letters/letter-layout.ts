import type { LetterKind } from '../../lib/domain/apology/letter.ts';
import { bodyParagraphs, filled } from '../../lib/domain/apology/letter-body.ts';
import type { FieldLines, LetterField } from '../../lib/domain/apology/letter-fields.ts';

/** A paragraph: lines broken by hand, all of one style. Sizes and distances in points. */
export type Paragraph = {
  kind: 'paragraph';
  lines: readonly string[];
  size: number;
  align: 'left' | 'center' | 'justify';
  bold?: boolean;
  italics?: boolean;
  /** The first line is indented and lines stand further apart, as in running text. */
  running?: boolean;
  before?: number;
  after?: number;
};
/** A line drawn under a centred text. */
export type Rule = { kind: 'rule'; mm: number };
/** Room for signature and seal. */
export type Space = { kind: 'space'; mm: number };
export type Part = Paragraph | Rule | Space;
/** Rows of two cells without lines; `mm` are the widths. `whole`: stands on one page with the paragraph before it. */
export type Columns = {
  kind: 'columns';
  mm: readonly [number, number];
  rows: readonly [Part[], Part[]][];
  whole?: true;
};

export type LetterLayout = { mark: string | null; blocks: readonly (Paragraph | Columns)[] };

/** A4, margins and sizes by Nghị định 30/2020/NĐ-CP, Phụ lục I; millimetres. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, edge: 10 } as const;
/** Indent of a first line (mm), distance between lines of running text, size of the form's mark and page numbers (pt). */
export const TEXT = { indent: 12.7, spacing: 1.15, markSize: 11, pageNumberSize: 13 } as const;

const HEAD = [66, 99] as const;
const FOOT = [75, 90] as const;

/**
 * Where everything stands on the page, from which both the DOCX and the PDF are drawn, so that they say the same in the
 * same places. `fields` may hold the placeholders of a template instead of a letter's words.
 */
export function letterLayout(kind: LetterKind, fields: FieldLines): LetterLayout {
  return {
    mark: fields.mau_so?.[0] ?? null,
    blocks: [
      letterhead(fields),
      ...part(fields, 'tieu_de', { size: 14, align: 'center', bold: true, before: 20, after: 8 }),
      ...part(fields, 'kinh_gui', { size: 14, align: 'center', after: 2 }, 'Kính gửi: {kinh_gui}'),
      ...part(fields, 'dia_chi', { size: 13, align: 'center' }, 'Địa chỉ: {dia_chi}'),
      ...bodyParagraphs(kind, fields).map(
        (text, at): Paragraph => ({
          kind: 'paragraph',
          lines: [text],
          size: 14,
          align: 'justify',
          running: true,
          before: at === 0 ? 10 : 0,
          after: 6,
        }),
      ),
      foot(fields),
    ],
  };
}

/** Whose state it is, its motto, and what stands before a number. */
const NATION = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số:'] as const;

/** The letterhead of Nghị định 30/2020/NĐ-CP: the body and its number, the state and the day. */
export const letterhead = (
  fields: FieldLines,
  [nation, motto, number]: readonly [string, string, string] = NATION,
): Columns => ({
  kind: 'columns',
  mm: HEAD,
  rows: [
    [
      [
        ...part(fields, 'co_quan_chu_quan', { size: 12, align: 'center' }),
        ...part(fields, 'co_quan_ban_hanh', { size: 12, align: 'center', bold: true }),
        { kind: 'rule', mm: 24 },
      ],
      [
        {
          kind: 'paragraph',
          lines: [nation],
          size: 12,
          align: 'center',
          bold: true,
        },
        { kind: 'paragraph', lines: [motto], size: 13, align: 'center', bold: true },
        // As long as the line above it.
        { kind: 'rule', mm: 55 },
      ],
    ],
    [
      part(fields, 'so_ky_hieu', { size: 13, align: 'center', before: 4 }, `${number} {so_ky_hieu}`),
      part(fields, 'dia_danh_ngay_thang', { size: 13, align: 'center', italics: true, before: 4 }),
    ],
  ],
});

const foot = (fields: FieldLines): Columns => ({
  kind: 'columns',
  mm: FOOT,
  whole: true,
  rows: [
    [
      [
        {
          kind: 'paragraph',
          lines: ['Nơi nhận:'],
          size: 12,
          align: 'left',
          bold: true,
          italics: true,
          before: 10,
        },
        ...part(fields, 'noi_nhan', { size: 11, align: 'left' }),
      ],
      [
        ...part(fields, 'quyen_han', { size: 14, align: 'center', bold: true, before: 10 }),
        ...part(fields, 'chuc_vu', {
          size: 14,
          align: 'center',
          bold: true,
          before: fields.quyen_han?.length ? 0 : 10,
        }),
        { kind: 'space', mm: 30 },
        ...part(fields, 'ho_ten', { size: 14, align: 'center', bold: true }),
      ],
    ],
  ],
});

/** A field in its place, in `text` where one is given; nothing where the letter has no such field. */
function part(
  fields: FieldLines,
  field: LetterField,
  style: Omit<Paragraph, 'kind' | 'lines'>,
  text = `{${field}}`,
): Paragraph[] {
  return fields[field]?.length ? [{ kind: 'paragraph', lines: filled(text, fields), ...style }] : [];
}
