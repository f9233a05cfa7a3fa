import type { Content } from 'pdfmake/interfaces';
import { createTranslator } from 'use-intl/core';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { formatOf } from '../../lib/i18n/format.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import en from '../../lib/i18n/messages/book/en.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/book/vi.json' with { type: 'json' };
import type { PageAnswer, PageStep } from '../../lib/wire/suggestion-reads.ts';
import { PAGE } from '../letters/letter-layout.ts';
import { makePdf, points, running } from '../letters/make-pdf.ts';

const WORDS = {
  vi: createTranslator({ locale: 'vi', messages: vi, namespace: 'book' }),
  en: createTranslator({ locale: 'en', messages: en, namespace: 'book' }),
};

export type PrintedBook = {
  area: Pick<AreaDefinition, 'name' | 'nameEn' | 'label' | 'timezone'>;
  at: number;
  locale: Locale;
  pages: readonly PageAnswer[];
};

/** A word that fits into the frame of a mark whatever its letters. */
const LONGEST_IN_STAMP = 15;

/** Pages of the book with their marks, as whoever prints them may read them. */
export function bookPdf(book: PrintedBook): Promise<Buffer> {
  const { area, at, locale, pages } = book;
  const { name: vietnamese, nameEn = null, label = null } = area;
  const own = localName(locale, { name: vietnamese, nameEn });
  // The kind of unit, unless its name says so already.
  const named = locale !== 'vi' || label === null || own.toLowerCase().startsWith(label.toLowerCase());
  const name = named ? own : `${label} ${own}`;
  const t = WORDS[locale];
  const moment = momentOf(book);
  const content: Content[] = [
    { text: t('title').toUpperCase(), fontSize: 18, bold: true, alignment: 'center' },
    {
      text: running(printedSigns(name)),
      fontSize: 14,
      bold: true,
      alignment: 'center',
      margin: [0, 2, 0, 2],
    },
    {
      text: t('printed', { time: moment(new Date(at).toISOString()), count: pages.length }),
      italics: true,
      alignment: 'center',
      margin: [0, 0, 0, 14],
    },
    ...pages.flatMap((page) => pageOf(page, book)),
  ];
  const header = (sheet: number): Content => ({
    text: String(sheet),
    alignment: 'center',
    margin: [0, points(PAGE.edge), 0, 0],
  });
  return makePdf(
    { content, fontSize: 12, header },
    { title: `${t('title')} · ${name}`, author: name, at: new Date(at), locale: book.locale },
  );
}

function pageOf(page: PageAnswer, book: PrintedBook): Content[] {
  const t = WORDS[book.locale];
  const format = formatOf(book.locale);
  const about = [
    format.day(page.day),
    page.kind !== null && t(`kinds.${page.kind}`),
    page.channel !== null && t(`channels.${page.channel}`),
  ];
  const notes = page.steps.filter(({ step }) => step === 'instructed' || step === 'answered');
  return [
    {
      stack: [
        {
          canvas: [
            {
              type: 'line',
              x1: 0,
              y1: 0,
              x2: points(PAGE.width - PAGE.left - PAGE.right),
              y2: 0,
              lineWidth: 0.5,
            },
          ],
          margin: [0, 4, 0, 6],
        },
        {
          text: [
            { text: t('page', { page: page.page }), bold: true, fontSize: 14 },
            `  ·  ${about.filter(Boolean).join('  ·  ')}`,
          ],
        },
      ],
      // The line and the number stand above something.
      headlineLevel: 1,
    },
    { text: running(said(page, book)), margin: [0, 4, 0, 4], ...(page.text === null && { italics: true }) },
    ...notes.map((note) => noteOf(note, book)),
    ...stampOf(page, book),
  ];
}

function said({ text, erased, state, kind }: PageAnswer, { locale }: PrintedBook): string {
  if (text !== null) return printedSigns(text);
  const t = WORDS[locale];
  if (erased) return t('hidden.erased');
  if (state === 'away') return t('hidden.away');
  return kind === null ? t('hidden.unsorted') : t('hidden.other');
}

function noteOf({ step, by, at, text, owner }: PageStep, book: PrintedBook): Content {
  const t = WORDS[book.locale];
  const who = [by?.title, by?.name].filter((one) => one != null).map(printedSigns);
  return {
    margin: [12, 2, 0, 2],
    text: [
      { text: `${t(`step.${step}`)} · ${[...who, momentOf(book)(at)].join(' · ')}: `, bold: true },
      { text: running(printedSigns(text ?? '')) },
      ...(owner === null ? [] : [{ text: ` (${t('owner', { owner: printedSigns(owner) })})` }]),
    ],
  };
}

/** The mark, in a frame of its own that is never parted. */
function stampOf(page: PageAnswer, book: PrintedBook): Content[] {
  const { seenAt, seenBy, seenTitle, seenOnBehalfOf } = page;
  if (seenAt === null) return [];
  const t = WORDS[book.locale];
  const lines = [seenTitle, seenBy, seenOnBehalfOf && t('onBehalfOf', { name: seenOnBehalfOf })];
  return [
    {
      unbreakable: true,
      margin: [points(80), 4, 0, 10],
      table: {
        widths: ['*'],
        body: [
          [
            {
              alignment: 'center',
              stack: [
                { text: t('stamp').toUpperCase(), bold: true, fontSize: 14 },
                // A long page may end on the sheet before.
                { text: t('page', { page: page.page }), fontSize: 10 },
                ...lines.flatMap((line) =>
                  line ? [{ text: running(printedSigns(line), LONGEST_IN_STAMP), bold: true }] : [],
                ),
                { text: momentOf(book)(seenAt) },
              ],
            },
          ],
        ],
      },
    },
  ];
}

function momentOf({ area: { timezone: zone }, locale }: PrintedBook): (iso: string) => string {
  const format = formatOf(locale);
  return (iso) => {
    const at = Date.parse(iso);
    return `${format.clock(at, zone)} ${format.day(localDay(zone, at))}`;
  };
}
