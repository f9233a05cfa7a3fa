import { tzOffset } from '@date-fns/tz/tzOffset';
import { heldOrMade } from './held-or-made.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 86_400_000;
const HALF_HOUR = 30 * MINUTE;

/** Half hours of a local day are numbered 0–47 by wall clock. */
export type LocalMoment = { day: string; halfHour: number };

// Offsets change on quarter hours only; asking Intl once a quarter hour and zone keeps the fold fast.
const offsets = new Map<string, Map<number, number>>();

function offsetMs(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER);
  const known = heldOrMade(offsets, zone, () => new Map());
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = tzOffset(zone, new Date(quarter * QUARTER)) * MINUTE;
    if (known.size > 50_000) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** Whether the zone is one that this machine's calendar data knows. */
export const isZone = (zone: string): boolean => Number.isFinite(tzOffset(zone, new Date(0)));

const dayText = new Map<number, string>();
function dayOf(dayNumber: number): string {
  let text = dayText.get(dayNumber);
  if (text === undefined) {
    text = new Date(dayNumber * DAY).toISOString().slice(0, 10);
    if (dayText.size > 50_000) dayText.clear();
    dayText.set(dayNumber, text);
  }
  return text;
}

/** Local date and half hour of an instant (epoch ms) in an IANA zone. */
export function localMoment(zone: string, at: number): LocalMoment {
  const local = at + offsetMs(zone, at);
  const dayNumber = Math.floor(local / DAY);
  return { day: dayOf(dayNumber), halfHour: Math.floor((local - dayNumber * DAY) / HALF_HOUR) };
}

export const localDay = (zone: string, at: number): string => localMoment(zone, at).day;

/** Wall clock 'HH:MM' of an instant. */
export function localClock(zone: string, at: number): string {
  const local = at + offsetMs(zone, at);
  const minutes = Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** ISO weekday of a date: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The date `days` later (earlier when negative). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Dates from one to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** First date of the day's month: the key of month rollups. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/**
 * Instant of a wall-clock time 'HH:MM[:SS[.mmm]]' on a date. An ambiguous time is its first occurrence; one that the
 * clocks skip is moved forward by the gap (contract of `import`).
 */
export function instantOf(zone: string, day: string, clock: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + clockMs(clock);
  const before = offsetMs(zone, wall - DAY);
  const after = offsetMs(zone, wall + DAY);
  const candidates = [wall - before, wall - after].filter((at) => at + offsetMs(zone, at) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - Math.min(before, after);
}

function clockMs(clock: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = clock.split(':');
  return Number(hours) * 3_600_000 + Number(minutes) * MINUTE + Math.round(Number(seconds) * 1000);
}

/** Instant at which a local date begins; its end is the start of the next. */
export const startOfDay = (zone: string, day: string): number => instantOf(zone, day, '00:00');
export const endOfDay = (zone: string, day: string): number => startOfDay(zone, addDays(day, 1));
