import { addDays, weekdayOf } from '../zoned-time.ts';

/** Years whose holidays can be given: from the two-tier government on, as far as the lunar calendar is checked. */
export const FIRST_HOLIDAY_YEAR = 2025;
export const LAST_HOLIDAY_YEAR = 2050;

type Name = { vi: string; en: string };

/** The days of Điều 112 that a calendar can compute: `tet` is Mùng 1, `hungKings` the tenth of the third lunar month. */
export type ComputedYear = Record<
  'newYear' | 'tet' | 'hungKings' | 'reunification' | 'labour' | 'national',
  { day: string; name: Name }
>;

/** A day that differs from its week. `makeUp` is worked with the hours of the day `inPlaceOf`, which is `swapped` for it. */
export type PublicHoliday = {
  day: string;
  kind: 'holiday' | 'substitute' | 'swapped' | 'makeUp';
  name: Name;
  source: string;
  inPlaceOf: string | null;
  /** The Prime Minister decides this day each year and no decision is known here: it follows the usual pattern. */
  expected: boolean;
};

type Decided = {
  /** Days of the five of Tết that lie before Mùng 1. */
  tetBefore: number;
  /** The second day of the National Day. */
  secondNational: string;
  swaps: readonly { off: string; worked: string }[];
  source: string;
};

/** What the Prime Minister decided of a year for offices that rest on Saturday and Sunday (khoản 3 Điều 112). */
const DECIDED: ReadonlyMap<number, Decided> = new Map([
  [
    2025,
    {
      tetBefore: 2,
      secondNational: '2025-09-01',
      swaps: [{ off: '2025-05-02', worked: '2025-04-26' }],
      source: 'Thông báo lịch nghỉ lễ, Tết năm 2025',
    },
  ],
  [
    2026,
    {
      tetBefore: 1,
      secondNational: '2026-09-01',
      swaps: [
        { off: '2026-01-02', worked: '2026-01-10' },
        { off: '2026-08-31', worked: '2026-08-22' },
      ],
      source: 'Thông báo lịch nghỉ lễ, Tết năm 2026',
    },
  ],
]);

const LAW = 'Bộ luật Lao động 2019, Điều 112';
const SUBSTITUTE_LAW = 'Bộ luật Lao động 2019, khoản 3 Điều 111';
const CULTURE = { name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' }, since: 2026 };
const CULTURE_SOURCE = 'Nghị quyết 80-NQ/TW ngày 07/01/2026';
const TET_DAYS = 5;

/** Where nothing is decided: one day before Mùng 1, and the neighbour of the National Day that joins the weekend. */
function usual(national: string): Omit<Decided, 'source'> {
  const isThursday = weekdayOf(national) === 4;
  return { tetBefore: 1, secondNational: addDays(national, isThursday ? 1 : -1), swaps: [] };
}

/**
 * C8: the public holidays of a year in Việt Nam in the order of their days, for offices that rest on Saturday and
 * Sunday. A holiday on a day of rest gives the next working day, in the order of the holidays.
 */
export function publicHolidays(year: number, computed: ComputedYear): PublicHoliday[] {
  const decided = DECIDED.get(year);
  const { tetBefore, secondNational, swaps } = decided ?? usual(computed.national.day);
  const expected = decided === undefined;
  const decision = decided?.source ?? 'dự kiến, chưa có thông báo của năm';
  const { tet, national } = computed;
  const holidays = [
    ...[computed.newYear, computed.hungKings, computed.reunification, computed.labour, national].map((one) =>
      holiday(one.day, one.name, LAW),
    ),
    ...Array.from({ length: TET_DAYS }, (_, i) =>
      holiday(addDays(tet.day, i - tetBefore), tet.name, `${LAW}; ${decision}`, expected),
    ),
    holiday(secondNational, national.name, `${LAW}; ${decision}`, expected),
    ...(year < CULTURE.since ? [] : [holiday(`${year}-11-24`, CULTURE.name, CULTURE_SOURCE)]),
  ];
  return [
    ...holidays,
    ...substitutes(holidays),
    ...swaps.flatMap(({ off, worked }) => exchanged(off, worked, decision)),
  ].sort(byDay);
}

const holiday = (day: string, name: Name, source: string, expected = false): PublicHoliday => ({
  day,
  kind: 'holiday',
  name,
  source,
  inPlaceOf: null,
  expected,
});

const byDay = (a: { day: string }, b: { day: string }): number => (a.day < b.day ? -1 : 1);

const isRest = (day: string): boolean => weekdayOf(day) > 5;

function substitutes(holidays: readonly PublicHoliday[]): PublicHoliday[] {
  const taken = new Set(holidays.map(({ day }) => day));
  const given: PublicHoliday[] = [];
  for (const { day, name, expected } of holidays.filter((one) => isRest(one.day)).sort(byDay)) {
    let next = addDays(day, 1);
    while (isRest(next) || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
    given.push({
      day: next,
      kind: 'substitute',
      name: { vi: `Nghỉ bù ${name.vi}`, en: `${name.en}, substitute day` },
      source: SUBSTITUTE_LAW,
      inPlaceOf: day,
      expected,
    });
  }
  return given;
}

const exchanged = (off: string, worked: string, source: string): PublicHoliday[] => [
  {
    day: off,
    kind: 'swapped',
    name: { vi: 'Nghỉ hoán đổi', en: 'Day off in exchange' },
    source,
    inPlaceOf: worked,
    expected: false,
  },
  {
    day: worked,
    kind: 'makeUp',
    name: { vi: 'Làm bù', en: 'Make-up day' },
    source,
    inPlaceOf: off,
    expected: false,
  },
];
