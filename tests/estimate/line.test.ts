import { expect, test } from 'vitest';
import { type CounterTold, lineAt } from '../../lib/domain/estimate/line.ts';
import { AT_ONCE, loadOf, NOBODY } from '../../lib/domain/estimate/load.ts';
import { situationOf } from '../../lib/domain/estimate/situation.ts';
import { newcomer } from '../../lib/domain/estimate/today.ts';
import { waitCases } from '../../lib/domain/estimate/wait-case.ts';
import type { Ticket } from '../../lib/domain/ticket.ts';
import { clockOf, type Step, ticketOf } from '../support/ticket-story.ts';

const came = (clock: string, service = 'chung-thuc', more: object = {}): Step => [
  clock,
  'issued',
  { service, number: clock, ...more },
];
const tickets = (...stories: Step[][]): [string, Ticket][] =>
  stories.map((story, index) => [`t${index}`, ticketOf(...story)]);
const open = (
  counter: string,
  clock: string,
  services: string[] = [],
  state: CounterTold['state'] = 'open',
) => ({
  counter,
  at: clockOf(clock),
  state,
  services,
});
const found = (
  held: [string, Ticket][],
  told: CounterTold[],
  clock: string,
  service = 'chung-thuc',
  more: object = {},
) => {
  const at = clockOf(clock);
  return situationOf(lineAt(held, told, at), { ...newcomer(service, at), ...more });
};

test('E1: a line holds who waits and who is served at its instant, and nothing of later', () => {
  const held = tickets(
    [came('08:00'), ['08:02', 'called', { counter: '1' }], ['08:10', 'finished']],
    [came('08:05'), ['08:12', 'called', { counter: '1' }], ['08:20', 'finished']],
    [came('08:06'), ['08:07', 'left']],
    [came('09:00')],
  );
  expect(found(held, [open('1', '07:30')], '08:06:30')).toEqual({ ahead: 2, working: 1, free: 0 });
  expect(found(held, [open('1', '07:30')], '08:11')).toEqual({ ahead: 1, working: 1, free: 1 });
  expect(found(held, [open('1', '07:30')], '07:50')).toEqual({ ahead: 0, working: 1, free: 1 });
});

test('E1: a counter works while told to be open; untold while its last ticket is 20 minutes ago at most', () => {
  const held = tickets([came('08:00'), ['08:02', 'called', { counter: '1' }], ['08:10', 'finished']]);
  const working = (clock: string, told: CounterTold[] = []) => found(held, told, clock).working;
  expect(working('08:01')).toBe(0);
  expect(working('08:30')).toBe(1);
  expect(working('08:30:01')).toBe(0);
  expect(working('10:00', [open('1', '08:11')])).toBe(1);
  expect(working('08:30', [open('1', '08:11'), open('1', '08:12', [], 'paused')])).toBe(0);
  expect(working('08:30', [open('1', '08:40', [], 'closed')])).toBe(1);
});

test('E2: ahead stands whoever the counters of the service call first: other services of theirs, and the prioritised', () => {
  const held = tickets(
    [came('08:00', 'ho-tich')],
    [came('08:01', 'dat-dai')],
    [came('08:02', 'chung-thuc', { priority: 'elderly' })],
    [came('08:03', 'chung-thuc')],
  );
  const told = [open('1', '07:30', ['chung-thuc', 'ho-tich']), open('2', '07:30', ['dat-dai'])];
  expect(found(held, told, '08:05')).toEqual({ ahead: 3, working: 1, free: 1 });
  expect(found(held, told, '08:05', 'dat-dai')).toEqual({ ahead: 1, working: 1, free: 1 });
  // Who is prioritised passes all but the prioritised; who has waited since 8:01 passes those who came later.
  expect(found(held, told, '08:05', 'chung-thuc', { priority: true }).ahead).toBe(1);
  expect(found(held, told, '08:05', 'chung-thuc', { since: clockOf('08:01') }).ahead).toBe(2);
});

test('E2: a ticket sent to one counter waits for that one, and only before whom it calls', () => {
  const held = tickets(
    [came('08:00'), ['08:01', 'called', { counter: '1' }], ['08:03', 'transferred', { toCounter: '2' }]],
    [came('08:02')],
  );
  const told = [open('1', '07:30', ['chung-thuc']), open('2', '07:30', ['thu-phi'])];
  expect(found(held, told, '08:05')).toEqual({ ahead: 1, working: 1, free: 1 });
  expect(found(held, told, '08:05', 'thu-phi').ahead).toBe(1);
});

test('E3: loads tell apart a free counter, nobody who works, and turns for each counter', () => {
  expect(loadOf({ ahead: 0, working: 2, free: 1 })).toBe(AT_ONCE);
  expect(loadOf({ ahead: 9, working: 0, free: 0 })).toBe(NOBODY);
  expect(loadOf({ ahead: 3, working: 2, free: 0 })).toBe(loadOf({ ahead: 1, working: 1, free: 0 }));
  expect(loadOf({ ahead: 7, working: 1, free: 0 })).toBeGreaterThan(
    loadOf({ ahead: 3, working: 1, free: 0 }),
  );
});

test('E4: a case is what a called ticket found and how long it waited; who was never called is none', () => {
  const held = tickets(
    [came('08:05'), ['08:12', 'called', { counter: '1' }], ['08:20', 'finished']],
    [came('08:00'), ['08:00', 'called', { counter: '1' }], ['08:12', 'finished']],
    [came('08:06'), ['08:07', 'left']],
  );
  expect(waitCases(held, [open('1', '07:30')])).toEqual([
    { service: 'chung-thuc', load: AT_ONCE, seconds: 0 },
    { service: 'chung-thuc', load: 0, seconds: 420 },
  ]);
});
