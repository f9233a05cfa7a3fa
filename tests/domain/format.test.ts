import { expect, test } from 'vitest';
import { formatOf } from '../../lib/i18n/format.ts';
import { localeOf } from '../../lib/i18n/locale.ts';

const vi = formatOf('vi');
const en = formatOf('en');
const HCM = 'Asia/Ho_Chi_Minh';

test('5-look: numbers and shares read as each language writes them', () => {
  expect([vi.number(2286), en.number(2286)]).toEqual(['2.286', '2,286']);
  expect([vi.percent(0.984), en.percent(0.984)]).toEqual(['98,4%', '98.4%']);
  expect([vi.percent(0.95), vi.target(0.98), vi.target(0.985)]).toEqual(['95,0%', '98%', '98,5%']);
});

test('a rounded share never claims all or none that is not so', () => {
  expect([vi.percent(1), vi.percent(2999 / 3000)]).toEqual(['100%', '99,9%']);
  expect([vi.percent(0), vi.percent(1 / 3000)]).toEqual(['0%', '0,1%']);
  expect(vi.percent(1.25)).toBe('125,0%');
});

test('1-product rule 1: what is not known is "—", never 0', () => {
  const texts = [
    vi.number(null),
    vi.percent(null),
    vi.duration(undefined),
    vi.ticking(null),
    vi.clock(null, HCM),
  ];
  expect(new Set([...texts, vi.age(null), vi.day(null), en.dayShort(null), en.month(undefined)])).toEqual(
    new Set(['—']),
  );
  expect(vi.number(0)).toBe('0');
});

test('5-look: no length is ever thousands of minutes', () => {
  expect([0, 45, 60, 47 * 60 + 59].map(vi.duration)).toEqual(['0 giây', '45 giây', '1 phút', '47 phút']);
  expect([72 * 60, 3600, 44_715 * 60].map(vi.duration)).toEqual(['1 giờ 12 phút', '1 giờ', '31 ngày 1 giờ']);
  expect([72 * 60, 86_400, 172_800].map(en.duration)).toEqual(['1 h 12 min', '1 day', '2 days']);
});

test('ticking waits count seconds and never go below zero when clocks differ', () => {
  expect([47 * 60_000 + 12_999, 4_325_000, 9_000, -5].map(vi.ticking)).toEqual([
    '47:12',
    '1:12:05',
    '0:09',
    '0:00',
  ]);
});

test('ages say how long ago', () => {
  expect([3_000, 33 * 60_000].map(vi.age)).toEqual(['vừa xong', '33 phút trước']);
  expect(en.age(33 * 60_000)).toBe('33 min ago');
});

test("clock times are the unit's wall clock without a leading zero", () => {
  const at = Date.parse('2026-11-23T00:30:59Z');
  expect([vi.clock(at, HCM), en.clock(at, 'UTC'), vi.clock(at + 36e6, HCM)]).toEqual([
    '7:30',
    '0:30',
    '17:30',
  ]);
});

test('dates read in both languages', () => {
  expect([vi.day('2026-11-23'), en.day('2026-11-23')]).toEqual([
    'Thứ Hai, 23/11/2026',
    'Monday, 23 November 2026',
  ]);
  expect([vi.dayShort('2026-11-29'), en.dayShort('2026-11-29')]).toEqual(['CN 29/11', 'Sun 29 Nov']);
  expect([vi.month('2026-11-01'), en.month('2026-11-01')]).toEqual(['tháng 11', 'November']);
});

test('an unknown language reads as Vietnamese', () => {
  expect(['en', 'vi', 'fr', '', undefined].map(localeOf)).toEqual(['en', 'vi', 'vi', 'vi', 'vi']);
});
