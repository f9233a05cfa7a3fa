import { expect, test } from 'vitest';
import { mostThanked } from '../../../components/unit/most-thanked.ts';
import { unitTask } from '../../../components/unit/unit-task.ts';
import type { CounterState, RatingLine, UnitBoard, WaitingTicket } from '../../../lib/wire/board.ts';

const AT = Date.UTC(2026, 10, 23, 3, 42);
const minutesAgo = (minutes: number): number => AT - minutes * 60_000;

const counter = (given: Partial<CounterState>): CounterState => ({
  state: 'open',
  since: minutesAgo(120),
  services: [],
  serving: null,
  ...given,
});
const busy = counter({
  serving: { number: 'A-1', service: 'ho-tich', state: 'serving', since: minutesAgo(6) },
});
const waiting = (number: string, service: string, minutes: number): WaitingTicket => ({
  number,
  service,
  since: minutesAgo(minutes),
  toCounter: null,
  held: false,
});

/** A unit in its hours with an aim of 15 minutes. */
function board(given: Partial<Pick<UnitBoard, 'counters' | 'tickets' | 'services'>>): UnitBoard {
  const tickets = given.tickets ?? {};
  const since = Object.values(tickets).map((ticket) => ticket.since);
  const target = { source: 'Kế hoạch', from: '2026-01-01' };
  return {
    header: {
      form: 'unit',
      queue: 'machine',
      code: 'tan-ngoc',
      name: 'Tân Ngọc',
      nameEn: null,
      kind: 'ward',
      label: 'Phường',
      path: [],
      demo: false,
      timezone: 'Asia/Ho_Chi_Minh',
      day: '2026-11-23',
      monthFrom: '2026-11-01',
      sessions: [{ fromAt: minutesAgo(180), toAt: minutesAgo(-48) }],
    },
    totals: {
      waiting: since.length,
      waitingSince: since.length === 0 ? null : Math.min(...since),
      openCounters: 1,
      counters: 1,
      issued: 20,
      called: 14,
      finished: 12,
      noShow: 0,
      left: 0,
      within: [14, 14],
      p50Sec: 300,
      satisfiedToday: [9, 9],
      satisfiedMonth: [388, 390],
      response: [9, 12],
      lastEventAt: AT,
      dossiers: null,
      queueHeardAt: AT,
      estimatesHeld: null,
      unserved: null,
      silentFrom: minutesAgo(-30),
    },
    targets: {
      satisfied: { ...target, value: 0.98 },
      onTime: { ...target, value: 0.99 },
      within: { ...target, value: 0.9, seconds: 900 },
    },
    services: {},
    counters: {},
    halfHours: {},
    ratings: {},
    notes: {},
    alerts: {},
    ...given,
    tickets,
  };
}

const late = { c: waiting('C-042', 'chung-thuc', 20), d: waiting('C-043', 'chung-thuc', 4) };
const adviceOf = (counters: UnitBoard['counters']): unknown => {
  const task = unitTask(board({ tickets: late, counters }), AT);
  return task?.kind === 'wait' ? task.advice : task;
};

test('A1: a unit in which nobody waits too long has nothing to do', () => {
  expect(unitTask(board({ tickets: { d: late.d } }), AT)).toBeNull();
});

test('A2: whoever waited beyond the aim is named by number, with how many stand behind for the same service', () => {
  const tickets = { ...late, e: waiting('A-050', 'ho-tich', 3) };
  expect(unitTask(board({ tickets }), AT)).toMatchObject({
    kind: 'wait',
    ticket: { number: 'C-042' },
    behind: 1,
    others: [],
  });
});

test('advice names a counter: a free one calls before a shut one opens', () => {
  expect(adviceOf({ 1: busy, 2: counter({ state: 'closed' }), 10: counter({}) })).toEqual({
    kind: 'call',
    counter: '10',
  });
});

test('a counter on a break is asked for only where no other is closed', () => {
  const paused = counter({ state: 'paused' });
  expect(adviceOf({ 1: busy, 2: paused, 3: counter({ state: 'closed' }) })).toEqual({
    kind: 'open',
    counter: '3',
  });
  expect(adviceOf({ 1: busy, 2: paused })).toEqual({ kind: 'open', counter: '2' });
});

test('a counter that does not take the service is no help, and where all are busy none is named', () => {
  expect(adviceOf({ 1: busy, 2: counter({ state: 'closed', services: ['dat-dai'] }) })).toBeNull();
});

test('A4: silence is told where the figures would stand, not as a task', () => {
  const heard = board({});
  const silent = { ...heard, totals: { ...heard.totals, silentFrom: minutesAgo(5) } };
  expect(unitTask(silent, AT)).toBeNull();
});

test('a clear miss of satisfaction is the task only where no queue needs somebody', () => {
  const missed = board({ tickets: late });
  const totals = { ...missed.totals, satisfiedMonth: [300, 388] as [number, number] };
  expect(unitTask({ ...missed, totals }, AT)).toMatchObject({
    kind: 'wait',
    others: [{ kind: 'satisfaction' }],
  });
});

const rating = (level: RatingLine['level'], at: string | null, ...reasons: string[]): RatingLine => ({
  at: AT,
  cut: false,
  level,
  unit: 'tan-ngoc',
  service: null,
  counter: at,
  reasons,
});

test('thanks are the praise said most often at one counter, of satisfied people alone', () => {
  const isPraise = (reason: string): boolean => reason !== 'fee';
  const ratings = {
    a: rating('satisfied', '2', 'help', 'fee'),
    b: rating('very_satisfied', '2', 'help', 'help'),
    c: rating('very_satisfied', '1', 'help'),
    d: rating('dissatisfied', '1', 'listen'),
  };
  expect(mostThanked(ratings, isPraise)).toEqual({ reason: 'help', counter: '2', count: 2 });
  expect(mostThanked({ d: ratings.d }, isPraise)).toBeNull();
});

test('A12: overdue dossiers are the task where no queue needs somebody', () => {
  const quiet = board({});
  const dossiers = {
    open: 9,
    overdue: 2,
    dueToday: 1,
    dueSoon: 1,
    awaitingSupplement: 0,
    unaccepted: 0,
    settledToday: 4,
    notCollected: null,
    onTimeMonth: [40, 42] as [number, number],
  };
  const overdue = { ...quiet, totals: { ...quiet.totals, dossiers } };
  expect(unitTask(overdue, AT)).toMatchObject({
    kind: 'cause',
    cause: { kind: 'overdue', dossiers: 2 },
    others: [{ kind: 'dueToday', dossiers: 1 }],
  });
});

test('E8: where the session may end before everybody is served a counter is proposed; a short break is left alone', () => {
  const quiet = board({
    tickets: { d: late.d },
    counters: { 1: busy, 2: counter({ state: 'paused', since: minutesAgo(29) }) },
  });
  const risk = { endAt: minutesAgo(-20), low: 1, high: 3, service: 'chung-thuc' };
  const atRisk = { ...quiet, totals: { ...quiet.totals, unserved: risk } };
  expect(unitTask(atRisk, AT)).toEqual({ kind: 'unserved', risk, advice: null, others: [] });
  expect(unitTask(atRisk, AT + 60_000)).toMatchObject({ advice: { kind: 'open', counter: '2' } });
  const longer = {
    ...board({ tickets: late }),
    totals: { ...board({ tickets: late }).totals, unserved: risk },
  };
  expect(unitTask(longer, AT)).toMatchObject({ kind: 'wait', risk });
});
