import type { Locale } from './locale.ts';

/** The few words that numbers, lengths and dates need; sentences live in messages/. */
export type FormatWords = {
  tag: string;
  seconds: (n: string) => string;
  minutes: (n: string) => string;
  hours: (n: string) => string;
  days: (n: string) => string;
  justNow: string;
  ago: (length: string) => string;
  /** Monday first. */
  weekdays: readonly string[];
  weekdaysShort: readonly string[];
  date: (year: number, month: number, day: number) => string;
  dateShort: (month: number, day: number) => string;
  month: (month: number) => string;
};

const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const enMonth = (month: number): string => EN_MONTHS[month - 1] ?? '';
const two = (n: number): string => String(n).padStart(2, '0');

export const FORMAT_WORDS: Record<Locale, FormatWords> = {
  vi: {
    tag: 'vi-VN',
    seconds: (n) => `${n} giây`,
    minutes: (n) => `${n} phút`,
    hours: (n) => `${n} giờ`,
    days: (n) => `${n} ngày`,
    justNow: 'vừa xong',
    ago: (length) => `${length} trước`,
    weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
    weekdaysShort: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    date: (year, month, day) => `${two(day)}/${two(month)}/${year}`,
    dateShort: (month, day) => `${two(day)}/${two(month)}`,
    month: (month) => `tháng ${month}`,
  },
  en: {
    tag: 'en-GB',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    days: (n) => (n === '1' ? '1 day' : `${n} days`),
    justNow: 'just now',
    ago: (length) => `${length} ago`,
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    date: (year, month, day) => `${day} ${enMonth(month)} ${year}`,
    dateShort: (month, day) => `${day} ${enMonth(month).slice(0, 3)}`,
    month: (month) => enMonth(month),
  },
};
