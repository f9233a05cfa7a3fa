/** A local day `YYYY-MM-DD`, and a wall clock `HH:MM` where the promise had one. */
export type PromisedMoment = { day: string; time: string | null };

/** What is written in by hand after printing. */
const BLANK = '\u00a0'.repeat(6);

/**
 * "ngày 05 tháng 02 năm 2026": in letters of state, days below 10 and the months 1 and 2 carry a zero, so that none can
 * be put in front (Nghị định 30/2020/NĐ-CP, Phụ lục I). A day not known yet leaves room for the pen.
 */
export function officialDate(day: string | null): string {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  return `ngày ${date || BLANK} tháng ${shortMonth || BLANK} năm ${year || BLANK}`;
}

/** "16 giờ 30, ngày 17 tháng 11 năm 2026"; the hour stays on one line. */
export function officialMoment({ day, time }: PromisedMoment): string {
  if (time === null) return officialDate(day);
  const [hours = '', minutes = ''] = time.split(':');
  const rest = minutes === '00' ? '' : `\u00a0${minutes}`;
  return `${Number(hours)}\u00a0giờ${rest}, ${officialDate(day)}`;
}

/** "05/UBND-VP" after "Số:"; a number not given yet leaves room for the pen. */
export function officialNumber(number: number | null, symbol: string | null): string {
  const written = number === null ? BLANK : String(number).padStart(2, '0');
  return `${written}/${symbol ?? BLANK}`;
}
