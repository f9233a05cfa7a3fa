import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { minutesPdf } from '../../server/inspections/minutes-pdf.ts';
import { hostileText } from '../support/hostile-text.ts';
import { somePhoto } from '../support/inspected-city.ts';
import { lawPatienceMs, lawRuns } from '../support/law-runs.ts';
import { pdfPages, unspaced } from '../support/letter-text.ts';

const area = (code: string, name: string, kind: 'city' | 'ward', label: string): AreaDefinition => ({
  code,
  parent: kind === 'city' ? null : 'city',
  kind,
  name,
  label,
  timezone: 'Asia/Ho_Chi_Minh',
  queue: 'machine',
  demo: false,
  succeeds: [],
});
const CITY = area('city', 'Thành phố An Bình', 'city', 'Thành phố');
const UNIT = area('a', 'Lưu Hà', 'ward', 'Phường');

const INSPECTION: InspectionAnswer = {
  unit: 'a',
  inspection: 'i1',
  day: '2026-11-18',
  state: 'signed',
  level: 'city',
  kind: 'surprise',
  plannedDay: null,
  openedAt: '2026-11-18T02:10:00.000Z',
  announcedAt: '2026-11-18T02:15:00.000Z',
  signedAt: '2026-11-18T09:30:00.000Z',
  closedAt: null,
  findings: 2,
  remedied: 1,
  remediedInTime: 1,
  overdue: 0,
  nextLateFrom: null,
  disciplined: 0,
  team: 'Đoàn kiểm tra công vụ Thành phố',
  found: [
    {
      finding: 'f1',
      at: '2026-11-18T02:40:00.000Z',
      severity: 'serious',
      checklist: 'hours',
      item: 'present',
      text: 'Một quầy không có người trực trong 25 phút đầu giờ chiều.',
      photo: true,
      due: '2026-11-25',
      remediedAt: '2026-11-20T03:00:00.000Z',
      remedy: 'Đã phân công người trực thay.',
      inTime: true,
      explanations: [],
    },
    {
      finding: 'f2',
      at: '2026-11-18T03:00:00.000Z',
      severity: 'minor',
      checklist: null,
      item: null,
      text: 'Ba thủ tục niêm yết còn là bản cũ, chưa thay theo quyết định mới.',
      photo: false,
      due: null,
      remediedAt: null,
      remedy: null,
      inTime: null,
      explanations: [],
    },
  ],
  steps: [
    {
      step: 'explained',
      at: '2026-11-18T08:00:00.000Z',
      finding: 'f1',
      text: 'Trong tuần có hai công chức nghỉ chế độ.',
      here: true,
    },
  ],
  minutes: {
    documentNo: '07/BB-KTCV',
    documentDate: '2026-11-18',
    signatories: [
      { title: 'Trưởng đoàn kiểm tra', name: 'Lê Minh' },
      { title: 'Chủ tịch Ủy ban nhân dân phường', name: null },
      { title: 'Thư ký đoàn', name: 'Trần Thu' },
    ],
    text: 'Yêu cầu đơn vị khắc phục đúng hạn và báo cáo kết quả.',
  },
  discipline: [],
  picture: null,
  acts: [],
};

async function printed(
  inspection: InspectionAnswer,
  locale: 'vi' | 'en',
  photos = new Map<string, Buffer>(),
) {
  const at = Date.parse('2026-11-25T03:00:00Z');
  return minutesPdf({ inspection, unit: UNIT, by: CITY, photos, at, locale });
}
const textOf = async (pdf: Buffer): Promise<string> =>
  unspaced((await pdfPages(pdf)).map(({ text, marks }) => marks + text).join(''));

test.each([
  [
    'vi',
    [
      'BIÊN BẢN',
      'Kiểm tra công vụ tại Ủy ban nhân dân phường Lưu Hà',
      'hết ngày 25/11/2026',
      'TRƯỞNG ĐOÀN KIỂM TRA',
    ],
  ],
  ['en', ['MINUTES', 'Inspection of Lưu Hà', 'To be remedied by the end of', 'EXPLANATION OF THE UNIT']],
] as const)(
  'I4: minutes in %s say parties, time, findings with days, explanation, conclusion and who signs',
  async (locale, words) => {
    const photos = new Map([['f1', Buffer.from(await somePhoto(), 'base64')]]);
    const pdf = await printed(INSPECTION, locale, photos);
    const said = await textOf(pdf);
    for (const word of [
      ...words,
      '07/BB-KTCV',
      'Đoàn kiểm tra công vụ Thành phố',
      'Một quầy không có người trực',
      'Ba thủ tục niêm yết còn là bản cũ',
      'Đã phân công người trực thay.',
      'Trong tuần có hai công chức nghỉ chế độ.',
      'Yêu cầu đơn vị khắc phục đúng hạn',
      'Lê Minh',
      'Trần Thu',
    ])
      expect(said).toContain(unspaced(word));
    expect(said).not.toContain('DỰTHẢO');
    expect(pdf.length).toBeGreaterThan((await printed(INSPECTION, locale)).length);
  },
);

test('I4: what is not signed is a draft with room for both to sign, and without findings it says so', async () => {
  const said = await textOf(await printed({ ...INSPECTION, minutes: null, found: [], steps: [] }, 'vi'));
  for (const word of ['DỰ THẢO', 'Không có phát hiện nào.', 'Đơn vị không có ý kiến.', 'THỦ TRƯỞNG ĐƠN VỊ'])
    expect(said).toContain(unspaced(word));
});

test(
  'AL7: whatever somebody wrote comes onto paper',
  async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const [first] = INSPECTION.found;
        if (!first) return;
        const hostile = { ...INSPECTION, team: text, found: [{ ...first, text, remedy: text }] };
        for (const { right } of await pdfPages(await printed(hostile, 'vi')))
          expect(right).toBeLessThan(595 - 40);
      }),
      { numRuns: lawRuns(8) },
    );
  },
  lawPatienceMs,
);
