import type { DataOf } from '../events/registry.ts';
import { judge } from '../judgement.ts';
import type { SeldomKind } from '../silence.ts';
import { type AlertKind, isOfQueue } from './kind.ts';
import type { AlertReading, Unkept } from './reading.ts';
import type { AlertRule } from './rule.ts';

/** What is wrong, as it is logged when an alert is raised about it. */
export type Cause = Pick<
  DataOf<'alert.raised'>,
  'kind' | 'since' | 'value' | 'of' | 'limit' | 'people' | 'counter'
>;

/**
 * What a reading says of one kind of cause: over its threshold, between the two, calm, or that it cannot say. Only
 * `over` raises and only `calm` clears (AA3, AA4).
 */
export type Verdict = { state: 'over'; cause: Cause } | { state: 'between' | 'calm' | 'unknown' };

const BETWEEN: Verdict = { state: 'between' };
const CALM: Verdict = { state: 'calm' };
const UNKNOWN: Verdict = { state: 'unknown' };

const MINUTE_MS = 60_000;
/** Low ratings count together within this. */
const BURST_MS = 60 * MINUTE_MS;

type Asked = { reading: AlertReading; rule: AlertRule; at: number };

/** What the reading says of a kind at the instant `at`; total. */
export function verdictOf(kind: AlertKind, asked: Asked): Verdict {
  const { reading, at } = asked;
  if ((isOfQueue(kind) || kind === 'silent') && reading.queue === 'none') return CALM;
  if (kind === 'silent') return silent(asked);
  // A5: what a silent unit last said of its queue is not known any more.
  if (isOfQueue(kind) && reading.silentFrom !== null && at >= reading.silentFrom) return UNKNOWN;
  const verdict = VERDICTS[kind](asked);
  // AA5: outside the opening sessions nothing of the queue begins.
  return verdict.state === 'over' && isOfQueue(kind) && !isOpen(reading, at) ? BETWEEN : verdict;
}

/** AA5: inside a session; where none are known, always. */
const isOpen = ({ spans }: AlertReading, at: number): boolean =>
  spans === null || spans.some(({ fromAt, toAt }) => at >= fromAt && at < toAt);

const VERDICTS: Record<Exclude<AlertKind, 'silent'>, (asked: Asked) => Verdict> = {
  longWait: ({ reading, rule, at }) =>
    aged('longWait', reading.waitingSince, { rule, at }, { people: reading.waiting ?? 1 }),
  idleCounter: ({ reading, rule, at }) =>
    aged(
      'idleCounter',
      reading.idle?.since ?? null,
      { rule, at },
      { people: reading.waiting ?? 1, ...(reading.idle && { counter: reading.idle.counter }) },
    ),
  crowd({ reading: { waiting, openCounters }, rule, at }) {
    if (waiting === null || openCounters === null) return UNKNOWN;
    // Nobody open: whoever waits waits for no counter at all, which is no better than for one.
    const each = waiting / Math.max(1, openCounters);
    const cause = { since: at, value: waiting, of: openCounters, limit: rule.raiseAt ?? 0, people: waiting };
    return counted('crowd', each, rule, cause);
  },
  serviceLevel: ({ reading: { within, targets }, at }) => missed('serviceLevel', within, targets.within, at),
  satisfaction: ({ reading: { satisfied, targets }, at }) =>
    missed('satisfaction', satisfied, targets.satisfied, at),
  onTime: ({ reading: { onTime, targets }, at }) => missed('onTime', onTime, targets.onTime, at),
  silentRatings: (asked) => quiet('silentRatings', 'ratings', asked),
  silentDossiers: (asked) => quiet('silentDossiers', 'dossiers', asked),
  ratingBurst({ reading: { lows }, rule, at }) {
    const recent = lows.filter((low) => low.at > at - BURST_MS && low.at <= at);
    const cause = {
      since: recent[0]?.shownAt ?? at,
      value: recent.length,
      limit: rule.raiseAt ?? 0,
      people: recent.length,
    };
    return counted('ratingBurst', recent.length, rule, cause);
  },
  overdue: ({ reading: { overdue }, rule, at }) =>
    counted('overdue', overdue, rule, {
      since: at,
      value: overdue,
      limit: rule.raiseAt ?? 0,
      people: overdue,
    }),
  dueToday({ reading: { dueToday, spans }, rule, at }) {
    const closesAt = spans?.at(-1)?.toAt;
    if (dueToday === 0 || closesAt === undefined || at >= closesAt) return CALM;
    const limit = rule.raiseAt ?? 0;
    if (at < closesAt - limit * MINUTE_MS) return CALM;
    return {
      state: 'over',
      cause: { kind: 'dueToday', since: at, value: dueToday, limit, people: dueToday },
    };
  },
  apologyOwed: ({ reading: { owed }, rule, at }) => unkept('apologyOwed', owed, rule, at),
  suggestionUnseen: ({ reading: { unseen }, rule, at }) => unkept('suggestionUnseen', unseen, rule, at),
};

/** AA14, AA15: things that have waited longer than they may, each since its own instant. */
function unkept(kind: AlertKind, waiting: Unkept, rule: AlertRule, at: number): Verdict {
  const { n, since } = waiting ?? { n: 0, since: at };
  return counted(kind, n, rule, { since, value: n, limit: rule.raiseAt ?? 0, people: n });
}

/** Something that grows with time since an instant; null: there is none. The value is in whole seconds. */
function aged(
  kind: AlertKind,
  since: number | null,
  { rule, at }: Pick<Asked, 'rule' | 'at'>,
  more: Pick<Cause, 'people' | 'counter'>,
): Verdict {
  if (since === null) return CALM;
  const age = at - since;
  const limit = (rule.raiseAt ?? 0) * MINUTE_MS;
  if (age > limit)
    return {
      state: 'over',
      cause: { kind, since, value: Math.floor(age / 1000), limit: limit / 1000, ...more },
    };
  return age < (rule.clearAt ?? 0) * MINUTE_MS ? CALM : BETWEEN;
}

function counted(kind: AlertKind, n: number, rule: AlertRule, cause: Omit<Cause, 'kind'>): Verdict {
  if (n > 0 && n >= (rule.raiseAt ?? 0)) return { state: 'over', cause: { kind, ...cause } };
  return n < (rule.clearAt ?? 0) || n === 0 ? CALM : BETWEEN;
}

/** G7–G9: a clear miss of more than a few cases raises, a result that is met clears. */
function missed(kind: AlertKind, [n, of]: readonly [number, number], target: number, at: number): Verdict {
  const { result, signal, few } = judge(n, of, target);
  if (result !== 'notMet') return CALM;
  if (signal !== 'clear' || few) return BETWEEN;
  return { state: 'over', cause: { kind, since: at, value: n, of, limit: target, people: of - n } };
}

/** AA6: raised inside a session only, over with the last one of the day or when it is heard again. */
function silent({ reading, at }: Asked): Verdict {
  const { silentFrom, heardAt, spans } = reading;
  const closesAt = spans === null ? Number.POSITIVE_INFINITY : (spans.at(-1)?.toAt ?? 0);
  if (silentFrom === null || at < silentFrom || at >= closesAt) return CALM;
  if (!isOpen(reading, at)) return BETWEEN;
  return {
    state: 'over',
    cause: { kind: 'silent', since: heardAt ?? silentFrom, value: 0, people: reading.waiting ?? 0 },
  };
}

/** AA16: raised inside a session only; it holds over the night until something is heard. */
function quiet(kind: AlertKind, source: SeldomKind, { reading, at }: Asked): Verdict {
  const silence = reading.quiet[source];
  if (!silence || at < silence.from) return CALM;
  if (!isOpen(reading, at)) return BETWEEN;
  return { state: 'over', cause: { kind, since: silence.heardAt, value: 0, people: 0 } };
}
