import { expect, test } from 'vitest';
import { type DayOfHalfHours, halfHourRows } from '../../../components/charts/half-hour-rows.ts';

const instant = (clock: string): number => Date.parse(`2026-11-23T${clock}:00+07:00`);
const day: DayOfHalfHours = {
  day: '2026-11-23',
  zone: 'Asia/Ho_Chi_Minh',
  sessions: [
    { fromAt: instant('07:30'), toAt: instant('11:30') },
    { fromAt: instant('13:30'), toAt: instant('17:00') },
  ],
  halfHours: { 15: { arrived: 38, finished: 22 }, 16: { arrived: 61, finished: 52 } },
  usual: { 16: { arrived: 55, finished: 50 }, 24: { arrived: 3, finished: 1 } },
  at: instant('09:10'),
};

test('the day runs from the first opening to the last closing without holes', () => {
  const slots = halfHourRows(day).map((row) => row.slot);
  expect(slots).toEqual(Array.from({ length: 19 }, (_, i) => 15 + i));
});

test('half hours that no session covers are closed and have no usual figure', () => {
  const rows = halfHourRows(day);
  expect(rows.filter((row) => row.closed).map((row) => row.slot)).toEqual([23, 24, 25, 26]);
  expect(rows.find((row) => row.slot === 24)?.usual).toBeNull();
});

test('a half hour in which nobody came is 0, one that has not begun is not known', () => {
  const rows = halfHourRows(day);
  expect(rows.find((row) => row.slot === 17)).toMatchObject({ arrived: 0, finished: 0, phase: 'over' });
  expect(rows.find((row) => row.slot === 18)).toMatchObject({ arrived: 0, phase: 'running' });
  expect(rows.find((row) => row.slot === 19)).toMatchObject({
    arrived: null,
    finished: null,
    phase: 'ahead',
  });
});

test('where nothing was heard all day no half hour is 0', () => {
  const rows = halfHourRows({ ...day, halfHours: {} });
  expect(rows.every((row) => row.arrived === null && row.finished === null)).toBe(true);
});

test('visits outside the sessions widen the day', () => {
  const rows = halfHourRows({ ...day, halfHours: { 13: { arrived: 2, finished: 0 } } });
  expect(rows[0]).toMatchObject({ slot: 13, arrived: 2, closed: true });
});

test('without sessions nothing is closed, and a day of which nothing is known has no rows', () => {
  expect(halfHourRows({ ...day, sessions: null }).some((row) => row.closed)).toBe(false);
  expect(halfHourRows({ ...day, sessions: null, halfHours: {}, usual: null })).toEqual([]);
});

test('a past day is over, a coming day has not begun', () => {
  const later = halfHourRows({ ...day, at: instant('09:10') + 86_400_000 });
  expect(new Set(later.map((row) => row.phase))).toEqual(new Set(['over']));
  const earlier = halfHourRows({ ...day, at: instant('09:10') - 86_400_000 });
  expect(new Set(earlier.map((row) => row.phase))).toEqual(new Set(['ahead']));
});
