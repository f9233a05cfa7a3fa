import { describe, expect, test } from 'vitest';
import type { ReportTable } from '../../lib/i18n/report/report-blocks.ts';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import { reportTexts } from '../../server/reports/report-texts.ts';
import { sampleReport } from '../support/report-sample.ts';

const vi = reportTexts('vi');
const tables = (data = sampleReport(20)): ReportTable[] =>
  reportLayout(data, null, vi).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const rowsOf = (title: string, data = sampleReport(20)): string[][] =>
  tables(data)
    .filter((table) => table.title === title)
    .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text))));

describe('RP1: a report in words', () => {
  test('a target says its count, both statements, what is left, and the change against the two earlier periods', () => {
    const [satisfied] = rowsOf('Chỉ tiêu được giao', {
      ...sampleReport(20),
      targets: sampleReport(20).targets.map((target) => ({
        ...target,
        n: 990,
        of: 1000,
        share: 0.99,
        result: 'met',
        signal: 'clear',
        spare: 10,
        short: null,
        few: false,
        previous: {
          from: '2026-10-01',
          to: '2026-10-31',
          n: 950,
          of: 1000,
          share: 0.95,
          low: null,
          high: null,
          changedOn: null,
          change: { by: 0.04, low: 0.02, high: 0.06, signal: 'up' },
        },
        lastYear: {
          from: '2025-11-01',
          to: '2025-11-30',
          n: 9,
          of: 10,
          share: 0.9,
          low: null,
          high: null,
          changedOn: '2026-01-01',
          change: null,
        },
      })),
    });
    expect(satisfied).toEqual([
      'Hài lòng',
      '98%',
      '99,0%',
      '990',
      '1.000',
      'đạt, rõ rệt; còn được phép 10 trường hợp không đạt',
      '95,0% trên 1.000 (+4,0 điểm, tăng rõ rệt)',
      'không so sánh được: đổi địa giới ngày 01/01/2026',
    ]);
  });

  test('every share says of how many it is, and what is not known is "—"', () => {
    const report = sampleReport(20);
    const nothing = { n: 0, of: 0, share: null, low: null, high: null };
    const none = {
      ...report,
      kpis: {
        ...report.kpis,
        dossiers: { ...report.kpis.dossiers, online: nothing, acceptWait: { n: 0, meanHours: null } },
      },
    };
    const rows = rowsOf('Hồ sơ', none);
    expect(rows).toContainEqual(['Nộp trực tuyến', '—', '0']);
    expect(rows).toContainEqual(['Chờ tiếp nhận trực tuyến, trung bình (giờ làm việc)', '—', '0']);
    expect(rowsOf('Hồ sơ')).toContainEqual(['Nộp trực tuyến', '60,5%', '18.204']);
  });

  test('the head says period, cut-off, what was known and when, rule, and for how many units it speaks (RP7)', () => {
    const { head } = reportLayout(
      sampleReport(20),
      { cut: 2, at: '2026-12-01T00:12:45.000Z', hash: 'ab'.repeat(32) },
      vi,
    );
    expect(head).toEqual([
      'Kỳ số liệu: 01/11/2026 – 30/11/2026, theo lịch.',
      'Số liệu đã chốt lần 2 lúc 7:12 ngày 01/12/2026; mã kiểm abababababababab.',
      'Gồm mọi dữ kiện máy chủ đã nhận đến 7:12 ngày 01/12/2026 (số 1.234.567 trong nhật ký). Hồ sơ đang giải quyết và trang sổ chưa xem tính đến 23:59 ngày 30/11/2026.',
      'Hồ sơ đúng hạn xét theo cách hẹn của từng hồ sơ; gia hạn không làm hồ sơ trễ thành đúng hạn.',
      'Có số liệu: đánh giá 17/20 đơn vị, hồ sơ đã giải quyết 19/20 đơn vị, hàng chờ 13/18 đơn vị.',
    ]);
  });

  test('figures of an invented city say so', () => {
    expect(reportLayout(sampleReport(3), null, vi).mark).toBe('SỐ LIỆU MÔ PHỎNG');
    expect(reportLayout({ ...sampleReport(3), demo: false }, null, vi).mark).toBeNull();
  });
});

test('RP4: of each target every unit stands once, in a group and without a number of its place', () => {
  const { annex } = reportLayout(sampleReport(126), null, vi);
  expect(annex).toHaveLength(3);
  for (const table of annex) {
    const rows = table.groups.flatMap(({ rows: own }) => own);
    expect(rows).toHaveLength(126);
    expect(new Set(rows.map(([name]) => name?.text)).size).toBe(126);
    expect(rows.every(([name]) => name?.value === null)).toBe(true);
    expect(table.groups[0]?.title).toMatch(/^Chưa đạt, rõ rệt \(\d+ đơn vị\)$/);
  }
});

describe('RP8: the brief of a day', () => {
  const { blocks, annex } = reportLayout(sampleReport(126, 'day'), null, vi, 4);

  test('says what was met and not, what nobody has answered, and who owes what', () => {
    expect(blocks.map(({ title }) => title.replace(/, tính đến.*/, ''))).toEqual([
      'Chỉ tiêu được giao',
      'Chưa đạt',
      'Đạt',
      'Chưa có trả lời',
      'Việc còn tồn',
    ]);
    expect(annex).toEqual([]);
  });

  test('counts what it has no room for', () => {
    const owing = blocks.at(-1);
    if (owing?.kind !== 'table') throw new Error('no table');
    expect(owing.groups[0]?.rows).toHaveLength(4);
    // 40 places owe 40, 39, … 1 dossiers: without the first four 36 · 37 ÷ 2.
    expect(owing.about).toMatch(/^Còn 36 nơi khác: 666 hồ sơ đang quá hạn, /);
  });

  test('a unit says its own targets instead of those below it', () => {
    const own = { ...sampleReport(1, 'day'), units: [], owing: [] };
    const said = reportLayout(own, null, vi).blocks.flatMap((block) =>
      block.kind === 'lines' ? block.lines : [],
    );
    expect(said.some((line) => line.startsWith('Hài lòng: '))).toBe(true);
    expect(said.at(-1)).toBe('Không nơi nào còn việc tồn.');
  });
});

test('both languages say the same numbers in the same places', () => {
  const numbers = (locale: 'vi' | 'en') =>
    reportLayout(sampleReport(30), null, reportTexts(locale)).annex.map(({ groups }) =>
      groups.map(({ rows }) => rows.map((row) => row.map(({ value }) => value))),
    );
  expect(numbers('en')).toEqual(numbers('vi'));
});
