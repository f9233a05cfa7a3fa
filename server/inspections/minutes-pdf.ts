import type { Content } from 'pdfmake/interfaces';
import { headLines } from '../../lib/domain/apology/letter-fields.ts';
import { officialDate, officialMoment } from '../../lib/domain/apology/official-date.ts';
import { printedSigns } from '../../lib/domain/apology/printed-text.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { formatOf } from '../../lib/i18n/format.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import type { FindingAnswer } from '../../lib/wire/inspection-reads.ts';
import { officeOf } from '../apology/office-of.ts';
import { letterhead, PAGE, type Paragraph } from '../letters/letter-layout.ts';
import { blockOf } from '../letters/letter-pdf.ts';
import { makePdf, points } from '../letters/make-pdf.ts';
import { minutesFoot } from './minutes-foot.ts';
import { MINUTES_WORDS, type MinutesWords, type PrintedMinutes } from './minutes-words.ts';

/** What is written in by hand after printing. */
const UNNUMBERED = '\u00a0'.repeat(6);
/** Pixels are fitted into this (points): two hands of a photo say what was seen. */
const PHOTO = [260, 190] as const;

/** The minutes of an inspection as an official paper (A4, Nghị định 30/2020/NĐ-CP); a draft until they are signed. */
export function minutesPdf(minutes: PrintedMinutes): Promise<Buffer> {
  const { inspection, unit, locale, at } = minutes;
  const t = MINUTES_WORDS[locale];
  const named = nameOf(unit, locale);
  const marks = [inspection.minutes === null ? t('draft') : '', unit.demo ? t('demo') : ''].filter(Boolean);
  const content: Content[] = [
    ...headOf(minutes, t),
    ...partiesOf(minutes, t),
    ...foundOf(minutes, t),
    ...saidOf(minutes, t),
    ...section(t('result'), [text(inspection.minutes?.text ?? t('resultNone'))]),
    minutesFoot(minutes, t),
  ];
  const header = (sheet: number): Content => ({
    margin: [points(PAGE.left), points(PAGE.edge), points(PAGE.right), 0],
    columns: [
      { width: '*', text: '' },
      { width: 'auto', text: sheet > 1 ? String(sheet) : '', fontSize: 13 },
      { width: '*', text: marks.join(' · '), alignment: 'right', fontSize: 10, bold: true },
    ],
  });
  return makePdf(
    { content, fontSize: 13, header },
    { title: t('about', { unit: named }), author: named, at: new Date(at), locale: minutes.locale },
  );
}

function nameOf(area: AreaDefinition, locale: Locale): string {
  const { name, nameEn = null } = area;
  const own = locale === 'vi' ? officeOf(area).name : localName(locale, { name, nameEn });
  return printedSigns(own);
}

function headOf({ inspection, unit, by, locale, at }: PrintedMinutes, t: MinutesWords): Content[] {
  const format = formatOf(locale);
  const day = inspection.minutes?.documentDate ?? localDay(unit.timezone, at);
  const place = printedSigns(locale === 'vi' ? officeOf(unit).place : nameOf(unit, locale));
  const fields = {
    co_quan_chu_quan: headLines(nameOf(by, locale)),
    co_quan_ban_hanh: headLines(printedSigns(inspection.team ?? t('teamUnknown'))),
    so_ky_hieu: [printedSigns(inspection.minutes?.documentNo ?? `${UNNUMBERED}/BB-KTCV`)],
    dia_danh_ngay_thang: [
      locale === 'vi' ? `${place}, ${officialDate(day)}` : `${place}, ${format.date(day)}`,
    ],
  };
  const title = (said: string, after: number): Content =>
    blockOf({ ...plain, lines: [said], size: 14, align: 'center', bold: true, after });
  return [
    blockOf(letterhead(fields, [t('nation'), t('motto'), t('number')])),
    { text: '', margin: [0, 8, 0, 0] },
    title(t('title'), 0),
    title(t('about', { unit: nameOf(unit, locale) }), 10),
  ];
}

const plain = { kind: 'paragraph', size: 13, align: 'left' } as const;

/** Running text, as in a letter. */
const text = (said: string, style: Partial<Paragraph> = {}): Content =>
  blockOf({
    ...plain,
    lines: printedSigns(said).split('\n'),
    align: 'justify',
    running: true,
    after: 4,
    ...style,
  });

/** A heading with what it stands above, never parted from the first of it. */
const section = (said: string, [first, ...rest]: readonly Content[]): Content[] => [
  {
    unbreakable: true,
    stack: [{ text: said, bold: true, margin: [0, 8, 0, 4] }, ...(first === undefined ? [] : [first])],
  },
  ...rest,
];

/** An instant of the unit, in Vietnamese as official papers write it. */
const momentOf =
  ({ unit: { timezone: zone }, locale }: PrintedMinutes) =>
  (iso: string): string => {
    const format = formatOf(locale);
    const at = Date.parse(iso);
    const day = localDay(zone, at);
    const time = format.clock(at, zone);
    return locale === 'vi' ? officialMoment({ day, time }) : `${time}, ${format.date(day)}`;
  };

function partiesOf(minutes: PrintedMinutes, t: MinutesWords): Content[] {
  const { inspection, unit, locale } = minutes;
  const { level, kind, openedAt, announcedAt, minutes: signed } = inspection;
  const moment = momentOf(minutes);
  const team = inspection.team ?? t('teamUnknown');
  const named = nameOf(unit, locale);
  return [
    text(
      t('opening', {
        time: openedAt === null ? '…' : moment(openedAt),
        unit: named,
        team,
        level: t(`levels.${level ?? 'unknown'}`),
        kind: t(`kinds.${kind}`),
      }),
    ),
    ...(announcedAt === null ? [] : [text(t('announced', { time: moment(announcedAt) }))]),
    ...section(t('parties'), [
      text(t('partyTeam', { team })),
      text(t('partyUnit', { unit: named })),
      ...(signed?.signatories ?? []).flatMap(({ title, name }) =>
        name === null ? [] : [text(t('party', { title, name }))],
      ),
    ]),
  ];
}

function foundOf(minutes: PrintedMinutes, t: MinutesWords): Content[] {
  const { found } = minutes.inspection;
  return section(t('found'), [
    text(found.length === 0 ? t('none') : t('findings', { count: found.length })),
    ...found.flatMap((finding, at) => findingOf(finding, at + 1, minutes, t)),
  ]);
}

function findingOf(finding: FindingAnswer, n: number, minutes: PrintedMinutes, t: MinutesWords): Content[] {
  const { unit, locale, photos } = minutes;
  const { severity, due, remediedAt, remedy } = finding;
  const moment = momentOf(minutes);
  const dueDay = due === null || due.length === 10 ? due : localDay(unit.timezone, Date.parse(due));
  const photo = photos.get(finding.finding);
  const more = [
    severity !== null && t('severity', { severity: t(`severities.${severity}`) }),
    dueDay !== null && t('due', { day: formatOf(locale).date(dueDay) }),
    remediedAt !== null &&
      (remedy === null
        ? t('remedied', { time: moment(remediedAt) })
        : t('remedyWords', { time: moment(remediedAt), text: remedy })),
  ].flatMap((line) => line || []);
  return [
    text(t('finding', { n, text: finding.text ?? t('noWords') }), { after: 2 }),
    ...more.map((line) => text(`- ${line}`, { after: 2 })),
    ...(photo
      ? [
          {
            unbreakable: true,
            margin: [points(12.7), 4, 0, 8] as [number, number, number, number],
            stack: [
              {
                image: `data:image/jpeg;base64,${photo.toString('base64')}`,
                fit: [...PHOTO] as [number, number],
              },
              {
                text: t('photo', { n }),
                fontSize: 11,
                italics: true,
                margin: [0, 2, 0, 0] as [number, number, number, number],
              },
            ],
          },
        ]
      : []),
  ];
}

function saidOf({ inspection: { steps, found } }: PrintedMinutes, t: MinutesWords): Content[] {
  const explained = steps.flatMap(({ step, text: said, finding }) =>
    step === 'explained' && said !== null ? [{ said, finding }] : [],
  );
  return section(t('said'), [
    ...(explained.length === 0 ? [text(t('saidNone'))] : []),
    ...explained.map(({ said, finding }) => {
      const n = found.findIndex((one) => one.finding === finding) + 1;
      return text(n === 0 ? said : t('saidOf', { n, text: said }));
    }),
  ]);
}
