import type { Content } from 'pdfmake/interfaces';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import { formatOf } from '../../lib/i18n/format.ts';
import type { Part } from '../letters/letter-layout.ts';
import { blockOf } from '../letters/letter-pdf.ts';
import type { MinutesWords, PrintedMinutes } from './minutes-words.ts';

/** Millimetres of a pair of signatures, and the room for one. */
const PAIR = [82, 83] as const;
const ROOM_MM = 26;

/** That both have read it, and who signs: two beside one another, never parted from what stands above them. */
export function minutesFoot({ inspection: { minutes }, locale }: PrintedMinutes, t: MinutesWords): Content {
  const signing = minutes?.signatories ?? [
    { title: t('teamHead'), name: null },
    { title: t('unitHead'), name: null },
  ];
  const day = minutes?.documentDate ?? null;
  const rows: [Part[], Part[]][] = [];
  for (let at = 0; at < signing.length; at += 2)
    rows.push([signatureOf(signing[at], t), signatureOf(signing[at + 1], t)]);
  return {
    unbreakable: true,
    stack: [
      blockOf({
        kind: 'paragraph',
        lines: [day === null ? t('closingDraft') : t('closing', { day: formatOf(locale).date(day) })],
        size: 13,
        align: 'justify',
        running: true,
        before: 8,
      }),
      blockOf({ kind: 'columns', mm: PAIR, rows, whole: true }),
    ],
  };
}

function signatureOf(one: { title: string; name: string | null } | undefined, t: MinutesWords): Part[] {
  if (!one) return [];
  const centred = { kind: 'paragraph', align: 'center' } as const;
  return [
    {
      ...centred,
      lines: [printedSigns(one.title).toLocaleUpperCase('vi')],
      size: 13,
      bold: true,
      before: 12,
    },
    { ...centred, lines: [t('sign')], size: 12, italics: true },
    { kind: 'space', mm: ROOM_MM },
    { ...centred, lines: [printedSigns(one.name ?? '')], size: 13, bold: true },
  ];
}
