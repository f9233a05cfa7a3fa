import type { ComputedYear } from '../../lib/domain/calendar/public-holidays.ts';
import { AppError } from '../errors.ts';

/**
 * What the calendar library says of a year in Việt Nam, the lunar days by its own computation. It is large and asked
 * once a year, so it is loaded when it is asked. Throws `holidays_unknown` where the library no longer names a day.
 */
export async function computedYear(year: number): Promise<ComputedYear> {
  const { default: Holidays } = await import('date-holidays');
  const library = new Holidays('VN');
  const vietnamese = library.getHolidays(year, 'vi');
  const english = library.getHolidays(year, 'en');
  const dayOf = (rule: string): ComputedYear['tet'] => {
    const vi = vietnamese.find((one) => one.rule === rule);
    const en = english.find((one) => one.rule === rule);
    if (!vi || !en) throw new AppError('holidays_unknown', `date-holidays: ${rule} ${year}`);
    return { day: vi.date.slice(0, 10), name: { vi: vi.name, en: en.name } };
  };
  return {
    newYear: dayOf('01-01'),
    tet: dayOf('vietnamese 1-0-1'),
    hungKings: dayOf('vietnamese 3-0-10'),
    reunification: dayOf('04-30'),
    labour: dayOf('05-01'),
    national: dayOf('09-02'),
  };
}
