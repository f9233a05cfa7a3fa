import { describe, expect, test } from 'vitest';
import type { AlertKind } from '../../../lib/domain/alerts/kind.ts';
import { type AlertReading, lowRatings } from '../../../lib/domain/alerts/reading.ts';
import { isQuiet } from '../../../lib/domain/alerts/rule.ts';
import { verdictOf } from '../../../lib/domain/alerts/verdict.ts';
import type { RatingEntry } from '../../../lib/domain/unit-state.ts';
import { ALERT_ZONE, CALM, clock, DEFAULT_RULES, SPANS } from '../../support/alert-sample.ts';

const AT = clock('09:30');
const verdict = (kind: AlertKind, more: Partial<AlertReading>, at = AT) =>
  verdictOf(kind, { reading: { ...CALM, ...more }, rule: DEFAULT_RULES[kind], at });
const stateOf = (kind: AlertKind, more: Partial<AlertReading>, at = AT) => verdict(kind, more, at).state;

test('AA4: above the threshold raises, under the clear threshold clears, between the two nothing changes', () => {
  expect(stateOf('longWait', { waitingSince: clock('09:00') - 1 })).toBe('over');
  expect(stateOf('longWait', { waitingSince: clock('09:00') })).toBe('between');
  expect(stateOf('longWait', { waitingSince: clock('09:10') })).toBe('between');
  expect(stateOf('longWait', { waitingSince: clock('09:10') + 1 })).toBe('calm');
  expect(stateOf('longWait', { waitingSince: null })).toBe('calm');
  expect(verdict('longWait', { waitingSince: clock('08:43'), waiting: 14 })).toEqual({
    state: 'over',
    cause: { kind: 'longWait', since: clock('08:43'), value: 2820, limit: 1800, people: 14 },
  });
});

test('AA4: people are counted for each open counter, and where none is open for one', () => {
  expect(stateOf('crowd', { waiting: 45, openCounters: 3 })).toBe('over');
  expect(stateOf('crowd', { waiting: 44, openCounters: 3 })).toBe('between');
  expect(stateOf('crowd', { waiting: 29, openCounters: 3 })).toBe('calm');
  expect(stateOf('crowd', { waiting: 15, openCounters: 0 })).toBe('over');
  expect(stateOf('crowd', { waiting: 15, openCounters: null })).toBe('unknown');
});

test('AA4: a counter that stands idle is named', () => {
  const idle = { counter: '4', since: clock('09:15') };
  expect(verdict('idleCounter', { idle })).toMatchObject({
    state: 'over',
    cause: { counter: '4', people: 2 },
  });
  expect(stateOf('idleCounter', { idle: { ...idle, since: clock('09:22') } })).toBe('between');
  expect(stateOf('idleCounter', {})).toBe('calm');
});

describe('AA4, G8: a target is missed when the signal is clear, and no miss when the result is met', () => {
  test.each([
    ['serviceLevel', 'within', [60, 100], [88, 100], [90, 100]],
    ['satisfaction', 'satisfied', [900, 1000], [97, 100], [98, 100]],
    ['onTime', 'onTime', [900, 1000], [98, 100], [99, 100]],
  ] as const)('%s', (kind, part, miss, unclear, hit) => {
    expect(stateOf(kind, { [part]: miss })).toBe('over');
    expect(stateOf(kind, { [part]: unclear })).toBe('between');
    expect(stateOf(kind, { [part]: hit })).toBe('calm');
    expect(stateOf(kind, { [part]: [0, 0] })).toBe('calm');
    expect(stateOf(kind, { [part]: [0, 29] })).toBe('between');
    expect(stateOf(kind, { [part]: [0, 30] })).toBe('over');
  });
});

test('AA5: outside the sessions nothing of the queue begins, inside and where none are known it does', () => {
  const waitingSince = clock('07:00');
  expect(stateOf('longWait', { waitingSince, silentFrom: null }, clock('12:00'))).toBe('between');
  expect(stateOf('longWait', { waitingSince, silentFrom: null }, clock('11:29'))).toBe('over');
  expect(stateOf('longWait', { waitingSince, silentFrom: null, spans: null }, clock('12:00'))).toBe('over');
});

test('A5: the queue of a silent unit is not judged', () => {
  const silentFrom = clock('09:10');
  expect(stateOf('longWait', { waitingSince: clock('08:00'), silentFrom })).toBe('unknown');
  expect(stateOf('silent', { silentFrom })).toBe('over');
});

test('AA6: silence begins inside a session only and is over with the last one', () => {
  const silentFrom = clock('09:10');
  expect(verdict('silent', { silentFrom, heardAt: clock('08:41') })).toMatchObject({
    state: 'over',
    cause: { since: clock('08:41') },
  });
  expect(stateOf('silent', { silentFrom }, clock('09:09'))).toBe('calm');
  expect(stateOf('silent', { silentFrom }, clock('12:00'))).toBe('between');
  expect(stateOf('silent', { silentFrom }, clock('13:30'))).toBe('over');
  expect(stateOf('silent', { silentFrom }, clock('17:00'))).toBe('calm');
  expect(stateOf('silent', { silentFrom, spans: [] })).toBe('calm');
});

test('AA16: silence of ratings or dossiers begins inside a session, and holds until something is heard', () => {
  const quiet = { ratings: { heardAt: clock('08:10'), from: clock('09:00') } };
  expect(verdict('silentRatings', { quiet })).toEqual({
    state: 'over',
    cause: { kind: 'silentRatings', since: clock('08:10'), value: 0, people: 0 },
  });
  expect(stateOf('silentDossiers', { quiet })).toBe('calm');
  expect(stateOf('silentRatings', { quiet }, clock('08:59'))).toBe('calm');
  expect(stateOf('silentRatings', { quiet }, clock('12:00'))).toBe('between');
  expect(stateOf('silentRatings', { quiet }, clock('19:00'))).toBe('between');
  expect(stateOf('silentRatings', { quiet, queue: 'none' })).toBe('over');
  expect(stateOf('silent', { quiet })).toBe('calm');
});

test('A7: a unit without a queue has no alert of one', () => {
  const more = { queue: 'none', waitingSince: clock('07:00'), silentFrom: clock('08:00') } as const;
  expect(stateOf('longWait', more)).toBe('calm');
  expect(stateOf('silent', more)).toBe('calm');
});

const low = (time: string, id = time): RatingEntry => ({
  rating: {
    at: clock(time),
    source: '/pad',
    id,
    rating: id,
    level: 'dissatisfied',
    raw: null,
    scale: null,
    counter: null,
    ticket: null,
    dossier: null,
    service: null,
    officer: null,
    phase: null,
    channel: null,
    reasons: [],
  },
  second: false,
  repeats: 0,
  seq: 0,
});

test('AA9: three low ratings within the hour are a burst, told since their half hour', () => {
  const lows = lowRatings([low('08:31'), low('09:05'), low('09:29')], SPANS, AT);
  expect(verdict('ratingBurst', { lows })).toMatchObject({
    state: 'over',
    cause: { since: clock('08:30'), value: 3, people: 3 },
  });
  expect(stateOf('ratingBurst', { lows }, clock('09:31'))).toBe('between');
  expect(stateOf('ratingBurst', { lows }, clock('10:29'))).toBe('calm');
});

test('AA9: a low rating that is hidden inside the unit (B5) does not count before it is shown there', () => {
  const four = [low('09:05'), low('09:10'), low('09:15'), low('09:29')];
  expect(lowRatings(four, SPANS, AT)).toHaveLength(3);
  expect(lowRatings(four.slice(0, 2), SPANS, AT)).toHaveLength(0);
  expect(lowRatings(four.slice(0, 2), SPANS, clock('11:30'))).toHaveLength(2);
});

test('AA4: overdue dossiers, and those due today before the doors close', () => {
  expect(stateOf('overdue', { overdue: 1 })).toBe('over');
  expect(stateOf('overdue', { overdue: 0 })).toBe('calm');
  expect(stateOf('dueToday', { dueToday: 2 }, clock('14:59'))).toBe('calm');
  expect(stateOf('dueToday', { dueToday: 2 }, clock('15:00'))).toBe('over');
  expect(stateOf('dueToday', { dueToday: 0 }, clock('15:00'))).toBe('calm');
  expect(stateOf('dueToday', { dueToday: 2 }, clock('17:00'))).toBe('calm');
});

test.each([
  ['AA14', 'suggestionUnseen', 'unseen'],
  ['AA15', 'apologyOwed', 'owed'],
] as const)(
  '%s: what has waited for too long is counted and told since the longest of it',
  (_, kind, part) => {
    const since = clock('07:45');
    expect(verdict(kind, { [part]: { n: 3, since } })).toEqual({
      state: 'over',
      cause: { kind, since, value: 3, limit: 1, people: 3 },
    });
    expect(stateOf(kind, { [part]: null })).toBe('calm');
    // Closed doors change nothing: paper has no queue.
    expect(stateOf(kind, { [part]: { n: 1, since }, queue: 'none' }, clock('12:00'))).toBe('over');
    const rule = { ...DEFAULT_RULES[kind], raiseAt: 5, clearAt: 2 };
    const ruled = (n: number) =>
      verdictOf(kind, { reading: { ...CALM, [part]: { n, since } }, rule, at: AT }).state;
    expect([5, 4, 2, 1].map(ruled)).toEqual(['over', 'between', 'between', 'calm']);
  },
);

test('AA3: quiet hours are half-open spans of the wall clock', () => {
  const rule = {
    quiet: [
      { from: '11:30', to: '13:00' },
      { from: '22:00', to: '24:00' },
    ],
  };
  expect(isQuiet(rule, ALERT_ZONE, clock('11:29'))).toBe(false);
  expect(isQuiet(rule, ALERT_ZONE, clock('11:30'))).toBe(true);
  expect(isQuiet(rule, ALERT_ZONE, clock('13:00'))).toBe(false);
  expect(isQuiet(rule, ALERT_ZONE, clock('23:59'))).toBe(true);
});
