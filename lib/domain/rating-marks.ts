import { compareFacts } from './fact-order.ts';
import { grouped } from './grouped.ts';
import { heldOrMade } from './held-or-made.ts';
import { marksOf, type Rating } from './rating.ts';
import { isSatisfied, LEVELS, type Level } from './rating-level.ts';
import type { Span } from './settings.ts';

/** S3: what a rating can be marked for; a marked rating stays in every total. */
export const MARKS = [
  'unlinked',
  'second',
  'tooSoon',
  'idleCounter',
  'burst',
  'unbroken',
  'oddRate',
  'closed',
] as const;
export type Mark = (typeof MARKS)[number];

export type CountedRating = { rating: Rating; second: boolean };

/** A called ticket of a service day, at the counter it was at last. `endedAt` null: nobody said so. */
export type Visit = {
  ticket: string;
  counter: string | null;
  calledAt: number;
  endedAt: number | null;
  finished: boolean;
};

/** What is usual at a unit: the month before that of the day. Levels by counter, ratings and finished tickets. */
export type Usual = {
  levels: ReadonlyMap<string, ReadonlyMap<Level, number>>;
  rated: number;
  finished: number;
};

/** Everything that decides the marks of a unit's ratings of one local day. */
export type DayOfRatings = {
  ratings: readonly CountedRating[];
  visits: readonly Visit[];
  /** Opening sessions; null: none are known. */
  spans: readonly Span[] | null;
  usual: Usual;
};

const SOON_MS = 3_000;
/** Whoever was served may rate for so long after; then the counter is taken to be empty. */
const LEAVING_MS = 10 * 60_000;
const BURST = 5;
const BURST_MS = 60_000;
/** A run counts from so many, and when so few of its kind are to be expected in such a day. */
const RUN = 10;
const RUN_EXPECTED = 0.001;
const FEW = 30;
/** S12: finished tickets of the counter's day and of the unit's month. */
const RATE_DAY = 20;
const RATE_MONTH = 100;
const RATE_FAR = 0.2;
/** Standard deviations that leave out one day in a thousand. */
const RATE_SIGMA = 3.29;

/**
 * The marks of each rating of a day, by its code, in the order of `MARKS`. A function of the facts alone: neither the
 * order of the lists nor that of arrival plays a part (L1).
 */
export function markDay(day: DayOfRatings): Map<string, Mark[]> {
  const found = new Map<string, Set<Mark>>(
    day.ratings.map(({ rating, second }) => [rating.rating, new Set<Mark>(marksOf(rating, second))]),
  );
  const mark = (rating: Rating, name: Mark): void => void found.get(rating.rating)?.add(name);
  const ordered = day.ratings.map(({ rating }) => rating).toSorted(compareFacts);
  const visits = visitsOf(day.visits);
  for (const rating of ordered) {
    if (isTooSoon(rating, visits)) mark(rating, 'tooSoon');
    if (!isGivenThere(rating)) continue;
    const served = isServed(rating, visits);
    if (rating.counter !== null && visits.any && !served) mark(rating, 'idleCounter');
    if (day.spans && !served && !day.spans.some((span) => rating.at >= span.fromAt && rating.at < span.toAt))
      mark(rating, 'closed');
  }
  // What somebody typed in from paper has the time of the typing.
  const told = ordered.filter(({ channel, counter }) => channel !== 'paper' && counter !== null);
  for (const [, own] of grouped(told, deviceOf)) for (const rating of burstsIn(own)) mark(rating, 'burst');
  for (const [counter, own] of grouped(told, (rating) => rating.counter)) {
    for (const rating of runsIn(own, day.usual.levels.get(counter ?? ''))) mark(rating, 'unbroken');
  }
  const seconds = new Set(day.ratings.flatMap(({ rating, second }) => (second ? rating.rating : [])));
  for (const [counter, own] of grouped(ordered, (rating) => rating.counter)) {
    const first = own.filter(({ rating }) => !seconds.has(rating)).length;
    if (counter !== null && isOddRate(first, visits.finished.get(counter) ?? 0, day.usual))
      for (const rating of own) mark(rating, 'oddRate');
  }
  return new Map([...found].map(([code, marks]) => [code, MARKS.filter((name) => marks.has(name))]));
}

type Visits = {
  any: boolean;
  byTicket: ReadonlyMap<string, Visit>;
  /** By counter in the order of their calls, each with an end: who was not finished is there until the next call. */
  byCounter: ReadonlyMap<string, readonly { fromAt: number; toAt: number; finished: boolean }[]>;
  finished: ReadonlyMap<string, number>;
};

function visitsOf(visits: readonly Visit[]): Visits {
  const byCounter = new Map<string, { fromAt: number; toAt: number; finished: boolean }[]>();
  const finished = new Map<string, number>();
  const ordered = visits.toSorted((a, b) => a.calledAt - b.calledAt || (a.ticket < b.ticket ? -1 : 1));
  for (const { counter, calledAt, endedAt, finished: isFinished } of ordered) {
    if (counter === null) continue;
    const own = heldOrMade(byCounter, counter, () => []);
    const last = own.at(-1);
    if (last?.toAt === Number.POSITIVE_INFINITY) last.toAt = calledAt;
    own.push({ fromAt: calledAt, toAt: endedAt ?? Number.POSITIVE_INFINITY, finished: isFinished });
    if (isFinished) finished.set(counter, (finished.get(counter) ?? 0) + 1);
  }
  const byTicket = new Map(visits.map((visit) => [visit.ticket, visit]));
  return { any: byCounter.size > 0, byTicket, byCounter, finished };
}

/** S8: the finish of its own ticket; of a rating without one, the last at its counter. */
function isTooSoon({ at, ticket, counter }: Rating, { byTicket, byCounter }: Visits): boolean {
  const soon = (endedAt: number): boolean => at >= endedAt && at - endedAt < SOON_MS;
  if (ticket !== null) {
    const own = byTicket.get(ticket);
    return own?.finished === true && own.endedAt !== null && soon(own.endedAt);
  }
  return (byCounter.get(counter ?? '') ?? []).some((visit) => visit.finished && soon(visit.toAt));
}

/** Whether a rating was given where the visit was: a link or a form may be used at home, and paper is typed in later. */
function isGivenThere({ channel, ticket, dossier }: Rating): boolean {
  if (channel === 'qr') return ticket === null && dossier === null;
  return channel !== 'online' && channel !== 'paper';
}

/** Whether somebody was at the counter of a rating, or had just left it; without a counter, its own ticket. */
function isServed({ at, ticket, counter }: Rating, { byTicket, byCounter }: Visits): boolean {
  const around = (fromAt: number, toAt: number): boolean => at >= fromAt && at <= toAt + LEAVING_MS;
  if (counter !== null)
    return (byCounter.get(counter) ?? []).some((visit) => around(visit.fromAt, visit.toAt));
  const own = ticket === null ? undefined : byTicket.get(ticket);
  return own !== undefined && around(own.calledAt, own.endedAt ?? Number.POSITIVE_INFINITY);
}

const deviceOf = ({ counter, channel }: Rating): string => JSON.stringify([counter, channel]);

/** S10: ratings that stand in a minute with four others of the same device. */
function burstsIn(ordered: readonly Rating[]): Rating[] {
  const found = new Set<Rating>();
  let first = 0;
  let taken = 0;
  ordered.forEach((rating, index) => {
    while (rating.at - (ordered[first]?.at ?? rating.at) >= BURST_MS) first += 1;
    if (index - first + 1 < BURST) return;
    for (const one of ordered.slice(Math.max(first, taken), index + 1)) found.add(one);
    taken = index + 1;
  });
  return [...found];
}

/** S11: runs of one level that what is usual at the counter does not explain. */
function runsIn(ordered: readonly Rating[], usual: ReadonlyMap<Level, number> | undefined): Rating[] {
  const all = [...(usual?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  if (all < FEW) return [];
  const found: Rating[] = [];
  for (let from = 0; from < ordered.length; ) {
    const level = ordered[from]?.level ?? 'neutral';
    let to = from + 1;
    while (ordered[to]?.level === level) to += 1;
    // One more of each level than there were, so that what never happened is rare and not impossible.
    const share = ((usual?.get(level) ?? 0) + 1) / (all + LEVELS.length);
    if (to - from >= RUN && ordered.length * share ** (to - from) < RUN_EXPECTED)
      found.push(...ordered.slice(from, to));
    from = to;
  }
  return found;
}

/** S12: a counter's day whose response rate is far from the unit's own. */
function isOddRate(rated: number, finished: number, usual: Usual): boolean {
  if (finished < RATE_DAY || usual.finished < RATE_MONTH) return false;
  const own = Math.min(1, usual.rated / usual.finished);
  const away = Math.abs(rated / finished - own);
  return away >= RATE_FAR && away > RATE_SIGMA * Math.sqrt((own * (1 - own)) / finished);
}

/** What is marked among ratings; `satisfied` of them with one of the two best levels. A rating counts once in `n`. */
export type MarkSum = { n: number; satisfied: number; byReason: Record<Mark, number> };

// Every mark is named by the list.
const noMarks = (): Record<Mark, number> =>
  Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;

export const emptyMarks = (): MarkSum => ({ n: 0, satisfied: 0, byReason: noMarks() });

/** Counts a rating with its marks; one without any counts nothing. */
export function countMarks(sum: MarkSum, level: Level, marks: readonly Mark[]): void {
  if (marks.length === 0) return;
  sum.n += 1;
  if (isSatisfied(level)) sum.satisfied += 1;
  for (const mark of marks) sum.byReason[mark] += 1;
}

/** R2: sums pool by adding up. */
export function addMarks(sum: MarkSum, more: MarkSum): void {
  sum.n += more.n;
  sum.satisfied += more.satisfied;
  for (const mark of MARKS) sum.byReason[mark] += more.byReason[mark] ?? 0;
}
