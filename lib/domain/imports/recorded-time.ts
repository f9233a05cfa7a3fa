import { instantOf } from '../zoned-time.ts';
import { bad, good, type Read } from './line-fault.ts';

const PATTERN =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

const MINUTE = 60_000;

/**
 * Instant (epoch ms) of a time as files write it: RFC 3339, a space instead of T, finer than milliseconds (cut). A
 * time without offset is in `zone`: the first of two when the clocks go back, moved forward where they skip it.
 */
export function readRecordedTime(text: string, zone: string, column: string): Read<number> {
  const [whole, day, hours, minutes, seconds = '00', fraction = '', offset] = PATTERN.exec(text) ?? [];
  if (whole === undefined || day === undefined || !isDate(day)) {
    return bad(
      'bad_time',
      column,
      `cột ${column}: "${text}" không phải thời điểm dạng 2026-11-23T08:05:00 (có thể thêm múi giờ)`,
      `column ${column}: "${text}" is no time of the form 2026-11-23T08:05:00 (with or without offset)`,
    );
  }
  const clock = `${hours}:${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  if (offset === undefined) return good(instantOf(zone, day, clock));
  return good(Date.parse(`${day}T${clock}Z`) - offsetMinutes(offset) * MINUTE);
}

/** Whether `day` is a date of the calendar: 2026-02-30 is none. */
export function isDate(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day);
}

function offsetMinutes(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return offset.startsWith('-') ? -minutes : minutes;
}
