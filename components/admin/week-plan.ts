import type { Settings } from '../../lib/wire/access/administration.ts';

export type SessionSet = Settings['sessions'][number];
export type Span = SessionSet['spans'][number];

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The spans of a weekday (1 is Monday) as "7:30–11:30", in order; empty: closed. */
export const spansOf = (set: Pick<SessionSet, 'spans'>, weekday: number): string[] =>
  spanTexts(set.spans.filter((span) => span.weekday === weekday));

export const spanTexts = (spans: readonly Span[]): string[] =>
  [...spans]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to, place }) => {
      const hours = `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`;
      return place === undefined ? hours : `${hours} (${place})`;
    });

/** A clock time as it is kept: "7:30" and "7h30" become "07:30"; what is no time stays for the server to name. */
export function clockTime(typed: string): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:hHgG.](\d{2})?)?$/.exec(typed.trim()) ?? [];
  return hour === '' ? typed.trim() : `${hour.padStart(2, '0')}:${minute}`;
}

/** Every local day from the first to the last, at most a year of them; the first alone where the last is not later. */
export function daysBetween(first: string, last: string): string[] {
  const days = [first];
  for (let at = Date.parse(first); days.length < 366; ) {
    at += 86_400_000;
    const next = Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
    if (next === '' || next > last) break;
    days.push(next);
  }
  return days;
}
