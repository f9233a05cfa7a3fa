import { describe, expect, test } from 'vitest';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { attachedTo, reportHead, signatory } from '../../server/reports/report-head.ts';
import { reportPdf } from '../../server/reports/report-pdf.ts';
import { reportTexts } from '../../server/reports/report-texts.ts';
import { sampleReport } from '../support/report-sample.ts';

const vi = reportTexts('vi');
const en = reportTexts('en');
const KINDS = ['day', 'month', 'quarter', 'half', 'nineMonths', 'year'] as const;

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Every text of a value, wherever it stands. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** A report of places that all have English names, and of notes that somebody wrote in English. */
function englishReport(kind: ReportData['kind']): ReportData {
  const { units, owing, notes, handlers, ...data } = sampleReport(30, kind);
  const named = { name: 'Xã Tên Việt', nameEn: 'English name' };
  return {
    ...data,
    units: units.map((table) => ({ ...table, units: table.units.map((unit) => ({ ...unit, ...named })) })),
    owing: owing.map((line) => ({ ...line, ...named })),
    notes: notes.map((note) => ({ ...note, ...named, text: 'No power' })),
    handlers: handlers.map((line) => (line.name === null ? line : { ...line, ...named })),
  };
}

test.each(KINDS)('an English report of a %s has no Vietnamese word', (kind) => {
  const data = englishReport(kind);
  const cut = { cut: 1, at: data.readAt, hash: 'ab'.repeat(32) };
  const said = [
    ...[null, cut].flatMap((one) => textsOf(reportLayout(data, one, en))),
    ...textsOf(reportHead(data, en)),
    attachedTo(data, en),
    ...signatory(data, en),
  ];
  expect(said.length).toBeGreaterThan(50);
  for (const text of said) expect(text).not.toMatch(VIETNAMESE);
});

describe('RP9: Nghị định 30/2020/NĐ-CP', () => {
  const of = (name: string, kind: string): ReportData => {
    const data = sampleReport(2);
    return { ...data, area: { ...data.area, name, kind } };
  };

  test('the chair signs on behalf of a committee, whose symbol is known; other bodies write their own', () => {
    for (const [name, kind] of [
      ['Thành phố An Bình', 'city'],
      ['Phường Lạc Viên', 'ward'],
      ['Lạc Viên', 'ward'],
    ] as const)
      expect(signatory(of(name, kind), vi)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    const centre = of('Trung tâm Phục vụ hành chính công', 'centre');
    expect(signatory(centre, vi)).toEqual(['THỦ TRƯỞNG CƠ QUAN']);
    expect(textsOf(reportHead(centre, vi)).join(' ')).not.toContain('UBND');
    expect(textsOf(reportHead(of('Phường Lạc Viên', 'ward'), vi)).join(' ')).toContain('/BC-UBND');
  });

  test('annexes are counted in Roman numerals and say which paper they belong to', () => {
    const data = sampleReport(2);
    expect(reportLayout(data, null, vi).annex.map(({ number }) => number)).toEqual([
      'Phụ lục I',
      'Phụ lục II',
      'Phụ lục III',
    ]);
    expect(attachedTo(data, vi)).toBe(
      '(Kèm theo Báo cáo số ……/BC-UBND ngày 01 tháng 12 năm 2026 của Ủy ban nhân dân thành phố An Bình)',
    );
  });
});

test('a paper says in which language it is read out', async () => {
  for (const [words, language] of [
    [vi, 'vi-VN'],
    [en, 'en-GB'],
  ] as const) {
    const file = await reportPdf(sampleReport(2, 'day'), null, words);
    expect(file.toString('latin1')).toContain(`/Lang (${language})`);
  }
}, 30_000);

test('a note of one day says the day once, one over midnight says both', () => {
  const data = sampleReport(2);
  const whenOf = (fromAt: string, toAt: string | null): string | undefined => {
    const [note] = data.notes;
    if (!note) throw new Error('no note');
    const { blocks } = reportLayout({ ...data, notes: [{ ...note, fromAt, toAt }] }, null, vi);
    const table = blocks.find(({ title }) => title === 'Ghi chú trong kỳ');
    return table?.kind === 'table' ? table.groups[0]?.rows[0]?.[1]?.text : undefined;
  };
  expect(whenOf('2026-11-12T01:00:00Z', '2026-11-12T04:30:00Z')).toBe('8:00 – 11:30 ngày 12/11/2026');
  expect(whenOf('2026-11-12T01:00:00Z', '2026-11-12T18:00:00Z')).toBe(
    '8:00 ngày 12/11/2026 – 1:00 ngày 13/11/2026',
  );
  expect(whenOf('2026-11-12T01:00:00Z', null)).toBe('8:00 ngày 12/11/2026');
});

test('where no more misses are allowed a remark says so, and never "0 more"', () => {
  const remarks = (words: typeof vi): string[] =>
    reportLayout(sampleReport(126), null, words).annex.flatMap(({ groups }) =>
      groups.flatMap(({ rows }) => rows.map((cells) => cells.at(-1)?.text ?? '')),
    );
  expect(remarks(vi)).toContain('hết mức không đạt cho phép');
  expect(remarks(en)).toContain('no more misses allowed');
  for (const remark of [...remarks(vi), ...remarks(en)]) expect(remark).not.toMatch(/(^|\D)0 /);
});

test('RP3: of a period that is over paper says that apologies and alerts stand as they do today', () => {
  const saying = (data: ReportData): string[] =>
    reportLayout(data, null, vi).blocks.flatMap((block) =>
      block.kind === 'table' && block.about?.startsWith('Tình trạng tính đến lúc lấy số liệu')
        ? [block.title]
        : [],
    );
  expect(saying(sampleReport(2))).toEqual(['Xin lỗi bằng văn bản', 'Cảnh báo']);
  expect(saying({ ...sampleReport(2), running: true })).toEqual([]);
});
