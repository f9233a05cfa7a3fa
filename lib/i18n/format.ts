import { weekdayOf } from '../domain/zoned-time.ts';
import { FORMAT_WORDS, type FormatWords } from './format-words.ts';
import type { Locale } from './locale.ts';

/** What stands for a number that is not known; never 0. */
export const MISSING = '—';

type Maybe<T> = T | null | undefined;

/** Numbers, lengths and times as a reader of one language writes them. Every missing value reads "—". */
export type Format = {
  locale: Locale;
  /** 2286 → "2.286" · "2,286". */
  number: (value: Maybe<number>) => string;
  /** 2.25 → "2,3" · "2.3": one place at most. */
  decimal: (value: Maybe<number>) => string;
  /** Share 0–1 → "98,4%". Only a whole reads 100%, only nothing reads 0%. */
  percent: (share: Maybe<number>) => string;
  /** A target share in as few digits as it has: "98%", "98,5%". */
  target: (share: Maybe<number>) => string;
  /** Seconds → "45 giây", "47 phút", "1 giờ 12 phút", "2 ngày 3 giờ"; floored to its last unit. */
  duration: (seconds: Maybe<number>) => string;
  /** A range of seconds, widened to whole minutes → "5–10 phút", "50 phút – 1 giờ 12 phút". */
  range: (lowSec: number, highSec: number) => string;
  /** Milliseconds gone by → "vừa xong" below 10 s, else the length with "trước". */
  age: (ms: Maybe<number>) => string;
  /** A wait that ticks, in milliseconds → "47:12", "1:12:05". */
  ticking: (ms: Maybe<number>) => string;
  /** Wall clock of an instant (epoch ms) → "7:30". */
  clock: (at: Maybe<number>, zone: string) => string;
  /** "Thứ Hai, 23/11/2026" of a date. */
  day: (day: Maybe<string>) => string;
  /** "23/11/2026" of a date. */
  date: (day: Maybe<string>) => string;
  /** "T2 23/11" of a date. */
  dayShort: (day: Maybe<string>) => string;
  /** "tháng 11" of a date. */
  month: (day: Maybe<string>) => string;
};

const number = (tag: string): ((value: number) => string) => {
  const format = new Intl.NumberFormat(tag, { useGrouping: true, maximumFractionDigits: 0 });
  return (value) => format.format(value);
};

const decimal = (tag: string, least: number): ((value: number) => string) => {
  const format = new Intl.NumberFormat(tag, { minimumFractionDigits: least, maximumFractionDigits: 1 });
  return (value) => format.format(value);
};

const isoDay = (day: string): [number, number, number] => {
  const [year = '', month = '', date = ''] = day.split('-');
  return [Number(year), Number(month), Number(date)];
};

function shareText(share: number, digits: (value: number) => string): string {
  if (share === 0 || share === 1) return `${share * 100}%`;
  // Rounding must not turn "one missed" into "all", nor "one" into "none".
  const inside = share < 1 ? Math.min(99.9, Math.max(0.1, share * 100)) : share * 100;
  return `${digits(inside)}%`;
}

function durationText(seconds: number, words: FormatWords, digits: (value: number) => string): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return words.seconds(String(whole));
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return words.minutes(String(minutes));
  const hours = Math.floor(minutes / 60);
  const restMinutes = minutes % 60;
  if (hours < 24) return join(words.hours(String(hours)), restMinutes, words.minutes);
  return join(words.days(digits(Math.floor(hours / 24))), hours % 24, words.hours);
}

function rangeText(
  lowSec: number,
  highSec: number,
  words: FormatWords,
  digits: (n: number) => string,
): string {
  const low = Math.floor(lowSec / 60);
  const high = Math.max(1, Math.ceil(highSec / 60));
  if (high < 60) return words.minutes(low === high ? `${high}` : `${low}–${high}`);
  return [low, high].map((minutes) => durationText(minutes * 60, words, digits)).join(' – ');
}

const join = (head: string, rest: number, word: (n: string) => string): string =>
  rest > 0 ? `${head} ${word(String(rest))}` : head;

function tickingText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockText(at: number, zone: string): string {
  let format = clocks.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(zone, format);
  }
  return format.format(at).replace(/^0/, '');
}

function build(locale: Locale): Format {
  const words = FORMAT_WORDS[locale];
  const plain = number(words.tag);
  const one = decimal(words.tag, 1);
  const short = decimal(words.tag, 0);
  const known =
    <T>(text: (value: T) => string) =>
    (value: Maybe<T>): string =>
      value === null || value === undefined ? MISSING : text(value);
  return {
    locale,
    number: known(plain),
    decimal: known(short),
    percent: known((share: number) => shareText(share, one)),
    target: known((share: number) => `${short(share * 100)}%`),
    duration: known((seconds: number) => durationText(seconds, words, plain)),
    range: (lowSec, highSec) => rangeText(lowSec, highSec, words, plain),
    age: known((ms: number) =>
      ms < 10_000 ? words.justNow : words.ago(durationText(ms / 1000, words, plain)),
    ),
    ticking: known(tickingText),
    clock: (at, zone) => (at === null || at === undefined ? MISSING : clockText(at, zone)),
    day: known((day: string) => `${words.weekdays[weekdayOf(day) - 1]}, ${words.date(...isoDay(day))}`),
    date: known((day: string) => words.date(...isoDay(day))),
    dayShort: known((day: string) => {
      const [, month, date] = isoDay(day);
      return `${words.weekdaysShort[weekdayOf(day) - 1]} ${words.dateShort(month, date)}`;
    }),
    month: known((day: string) => words.month(isoDay(day)[1])),
  };
}

const built = new Map<Locale, Format>();

/** The formats of a language; built once. */
export function formatOf(locale: Locale): Format {
  let format = built.get(locale);
  if (!format) {
    format = build(locale);
    built.set(locale, format);
  }
  return format;
}
