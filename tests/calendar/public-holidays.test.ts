import { describe, expect, test } from 'vitest';
import { publicHolidays } from '../../lib/domain/calendar/public-holidays.ts';
import { weekdayOf } from '../../lib/domain/zoned-time.ts';
import { computedYear } from '../../server/calendar/computed-year.ts';

const yearOf = async (year: number) => publicHolidays(year, await computedYear(year));

describe('the library, asked for the lunar calendar of Việt Nam', () => {
  // As published calendars print them. 2030: China begins its year a day later, on 3 February.
  test.each([
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'],
  ])('%i: Mùng 1 on %s, Giỗ Tổ (10/3 âm) on %s', async (year, tet, hungKings) => {
    const computed = await computedYear(year);
    expect([computed.tet.day, computed.hungKings.day]).toEqual([tet, hungKings]);
  });
});

describe('C8: worked out by hand for offices that rest on Saturday and Sunday', () => {
  const days = async (year: number) =>
    (await yearOf(year)).map(({ day, kind }) => `${day.slice(5)} ${kind}`).join(', ');

  test('2025: Tết takes two days before Mùng 1 (Wednesday 29 January); Friday 2 May is worked on Saturday 26 April', async () => {
    expect(await days(2025)).toBe(
      [
        '01-01 holiday',
        // Monday 27 January to Friday 31 January.
        ...['01-27', '01-28', '01-29', '01-30', '01-31'].map((day) => `${day} holiday`),
        '04-07 holiday',
        '04-26 makeUp',
        '04-30 holiday',
        '05-01 holiday',
        '05-02 swapped',
        '09-01 holiday',
        '09-02 holiday',
      ].join(', '),
    );
  });

  test('2026: Giỗ Tổ falls on Sunday 26 April and gives Monday; 24 November is a holiday for the first time', async () => {
    expect(await days(2026)).toBe(
      [
        '01-01 holiday',
        '01-02 swapped',
        '01-10 makeUp',
        // Monday 16 (29 tháng Chạp) to Friday 20 February (Mùng 4).
        ...['02-16', '02-17', '02-18', '02-19', '02-20'].map((day) => `${day} holiday`),
        '04-26 holiday',
        '04-27 substitute',
        '04-30 holiday',
        '05-01 holiday',
        '08-22 makeUp',
        '08-31 swapped',
        '09-01 holiday',
        '09-02 holiday',
        '11-24 holiday',
      ].join(', '),
    );
  });

  test('2027: Mùng 1 and Mùng 2 fall on a weekend and give Wednesday 10 and Thursday 11; 1 May on Saturday gives Monday 3', async () => {
    expect(await days(2027)).toBe(
      [
        '01-01 holiday',
        ...['02-05', '02-06', '02-07', '02-08', '02-09'].map((day) => `${day} holiday`),
        '02-10 substitute',
        '02-11 substitute',
        '04-16 holiday',
        '04-30 holiday',
        '05-01 holiday',
        '05-03 substitute',
        // A Thursday: with Friday it joins the weekend.
        '09-02 holiday',
        '09-03 holiday',
        '11-24 holiday',
      ].join(', '),
    );
  });

  test('a holiday on Saturday before one on Sunday before one on Monday gives Tuesday and Wednesday', async () => {
    // Made-up days: the rule itself, whatever a year brings.
    const name = { vi: 'Lễ', en: 'Holiday' };
    const at = (day: string) => ({ day, name });
    const made = publicHolidays(2033, {
      newYear: at('2033-01-01'),
      tet: at('2033-01-31'),
      hungKings: at('2033-04-30'),
      reunification: at('2033-05-01'),
      labour: at('2033-05-02'),
      national: at('2033-09-02'),
    });
    expect(
      made.filter(({ kind }) => kind === 'substitute').map(({ day, inPlaceOf }) => [day, inPlaceOf]),
    ).toEqual([
      ['2033-01-03', '2033-01-01'],
      // Tết: Sunday 30 January to Thursday 3 February.
      ['2033-02-04', '2033-01-30'],
      ['2033-05-03', '2033-04-30'],
      ['2033-05-04', '2033-05-01'],
    ]);
  });

  test('what is not decided yet is said to be expected; what the law fixes never is', async () => {
    const expected = (await yearOf(2027)).filter((one) => one.expected).map(({ day }) => day.slice(5));
    expect(expected).toEqual(['02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11', '09-03']);
    for (const year of [2025, 2026]) expect((await yearOf(year)).some((one) => one.expected)).toBe(false);
  });

  test('every year has its eleven days, twelve from 2026, no day twice, and a working day for each that was a rest day', async () => {
    for (let year = 2025; year <= 2050; year++) {
      const list = await yearOf(year);
      const of = (kind: string) => list.filter((one) => one.kind === kind);
      expect(of('holiday').length, String(year)).toBe(year < 2026 ? 11 : 12);
      expect(new Set(list.map(({ day }) => day)).size).toBe(list.length);
      expect(list.every(({ day }) => day.startsWith(`${year}-`))).toBe(true);
      expect(of('substitute').length).toBe(of('holiday').filter(({ day }) => weekdayOf(day) > 5).length);
      for (const { day } of of('substitute')) expect(weekdayOf(day)).toBeLessThan(6);
      for (const { day } of of('makeUp')) expect(weekdayOf(day)).toBeGreaterThan(5);
    }
  });
});
