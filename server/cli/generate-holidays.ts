import type { Command } from 'commander';
import { type PlannedHoliday, plannedHolidays } from '../../lib/domain/calendar/holiday-plan.ts';
import {
  FIRST_HOLIDAY_YEAR,
  LAST_HOLIDAY_YEAR,
  publicHolidays,
} from '../../lib/domain/calendar/public-holidays.ts';
import { computedYear } from '../calendar/computed-year.ts';
import { AppError } from '../errors.ts';
import { type JsonOption, leaf } from './command.ts';
import { withDoor } from './door.ts';
import { count, emptySummary, saySummary } from './summary.ts';

type GenerateOptions = JsonOption & { area: string; year: string };

/** `holidays generate`: the public holidays of a year, never over a day that somebody has set. */
export const generateHolidays = (): Command =>
  leaf<GenerateOptions>(
    'generate',
    'thêm ngày lễ, Tết của một năm; ngày đã đặt được giữ nguyên · adds the public holidays of a year; days already set are kept',
    (command) =>
      command
        .requiredOption('--area <code>', 'khu vực, thường là thành phố · the area, usually a city')
        .requiredOption('--year <year>', `${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR}`),
    async (_, { area, year, json = false }) => {
      const holidays = publicHolidays(yearOf(year), await computedYear(yearOf(year)));
      return withDoor(async (door) => {
        const tree = await door.tree();
        if (!tree.areas.has(area))
          throw new AppError(
            'unknown_area',
            `không có khu vực mã "${area}" · no area has the code "${area}"`,
          );
        const planned = plannedHolidays(tree, area, holidays);
        const toSet = planned.flatMap(({ sessions }) => (sessions ? [sessions] : []));
        const outcomes = await door.define(toSet.map((data) => ({ type: 'sessions.set', data })));
        const summary = emptySummary();
        // A day stands where a file has its line.
        for (const [at, outcome] of outcomes.entries()) count(summary, at + 1, outcome);
        summary.duplicate += planned.length - toSet.length;
        if (!json) for (const day of planned) process.stdout.write(`${lineOf(day)}\n`);
        return saySummary(summary, json);
      });
    },
  );

function yearOf(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year >= FIRST_HOLIDAY_YEAR && year <= LAST_HOLIDAY_YEAR) return year;
  throw new AppError(
    'bad_year',
    `--year: từ ${FIRST_HOLIDAY_YEAR} đến ${LAST_HOLIDAY_YEAR} · from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}`,
  );
}

function lineOf({ day, name, expected, heldBy, sessions }: PlannedHoliday): string {
  const kept =
    heldBy !== null ? `đã đặt · kept (${heldBy})` : sessions ? '' : 'chưa biết giờ làm · hours not known';
  return [day, name.vi, name.en, expected ? 'dự kiến · expected' : '', kept].filter(Boolean).join(' · ');
}
