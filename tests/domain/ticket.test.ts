import { describe, expect, test } from 'vitest';
import { servingSeconds, waitSeconds } from '../../lib/domain/contribution.ts';
import { isAtCounter, isOpen, isWaiting } from '../../lib/domain/ticket.ts';
import { clockOf, type Step, ticketOf } from '../support/ticket-story.ts';

const issued: Step = ['08:00', 'issued', { service: 'civil', number: 'A1' }];
const called: Step = ['08:10', 'called', { counter: '1' }];
const finished: Step = ['08:30', 'finished', { outcome: 'received' }];
const minutes = (n: number): number => n * 60;

/** What a reader of measures sees of a ticket. */
const told = (...story: Step[]) => {
  const ticket = ticketOf(...story);
  return {
    state: ticket.state,
    wait: waitSeconds(ticket),
    served: ticket.servings.map(servingSeconds),
    outcome: ticket.outcome,
    ignored: ticket.ignored.map(({ kind, reason }) => `${kind} ${reason}`),
  };
};

describe('T2: the wait starts at the latest of issue, check-in and appointment', () => {
  test.each<[string, number, Step[]]>([
    ['issue alone', 10, [issued]],
    ['a later check-in', 5, [issued, ['08:05', 'arrived']]],
    ['a check-in before the issue changes nothing', 10, [issued, ['07:50', 'arrived']]],
    [
      'an appointment after the issue',
      2,
      [['08:00', 'issued', { service: 'civil', appointmentAt: clockOf('08:08') }]],
    ],
    [
      'a call before the appointment is no wait',
      0,
      [['08:00', 'issued', { service: 'civil', appointmentAt: clockOf('08:30') }]],
    ],
  ])('%s', (_, wait, before) => {
    expect(told(...before, called).wait).toBe(minutes(wait));
  });

  test('lengths are floored to whole seconds, instants are compared as given', () => {
    const ticket = ticketOf(issued, called);
    expect(waitSeconds({ ...ticket, firstCallAt: ticket.waitStartAt + 59_999 })).toBe(59);
  });
});

describe('T1, T3: the meaning is a function of the set of facts', () => {
  test('facts told backwards mean the same', () => {
    expect(ticketOf(finished, called, issued).servings).toEqual(ticketOf(issued, called, finished).servings);
  });

  test('facts of one instant have their rank: a call before its start before the finish', () => {
    expect(
      told(['08:00', 'finished'], ['08:00', 'started'], ['08:00', 'called', { counter: '1' }], issued),
    ).toMatchObject({
      state: 'finished',
      wait: 0,
      served: [0],
      ignored: [],
    });
  });
});

describe('T4: the first call is the earliest call or start', () => {
  test('a start without a call', () => {
    expect(told(issued, ['08:07', 'started', { counter: '1' }], finished)).toMatchObject({
      wait: minutes(7),
      served: [minutes(23)],
    });
  });

  test('a no-show implies a call', () => {
    expect(told(issued, ['08:12', 'no_show'])).toMatchObject({
      state: 'no_show',
      wait: minutes(12),
      served: [],
    });
  });

  test('a recall does not make the wait longer', () => {
    expect(told(issued, called, ['08:14', 'called', { counter: '1' }]).wait).toBe(minutes(10));
  });

  test('finished without any call is finished and was never called', () => {
    expect(told(issued, finished)).toMatchObject({ state: 'finished', wait: null, served: [] });
  });
});

describe('T5: service runs from the start, without one from the last call', () => {
  test.each<[string, number[], Step[]]>([
    ['from the call', [20], [called]],
    ['from the last of two calls', [16], [called, ['08:14', 'called', { counter: '1' }]]],
    ['from the start', [18], [called, ['08:12', 'started']]],
    [
      'a second start at the same counter is ignored',
      [18],
      [called, ['08:12', 'started'], ['08:20', 'started']],
    ],
    ['without the time on hold', [15], [called, ['08:15', 'held'], ['08:20', 'resumed']]],
    ['a hold that only the finish ends', [5], [called, ['08:15', 'held']]],
    [
      'another counter calls during service: a stretch each',
      [8, 10],
      [called, ['08:12', 'started'], ['08:20', 'called', { counter: '2' }]],
    ],
  ])('%s', (_, served, between) => {
    expect(told(issued, ...between, finished).served).toEqual(served.map(minutes));
  });

  test('without a finish the time is not known, never zero', () => {
    expect(told(issued, called).served).toEqual([null]);
  });
});

describe('T6: a hold remembers the state that it returns to', () => {
  test('held before the first call it still waits, and so it does afterwards', () => {
    const held = ticketOf(issued, ['08:02', 'held']);
    expect([isWaiting(held), isOpen(held)]).toEqual([true, true]);
    const back = ticketOf(issued, ['08:02', 'held'], ['08:06', 'resumed'], called);
    expect([back.state, waitSeconds(back)]).toEqual(['called', minutes(10)]);
  });

  test('held at the counter it waits for nobody', () => {
    const held = ticketOf(issued, called, ['08:12', 'started'], ['08:15', 'held']);
    expect([isWaiting(held), isAtCounter(held)]).toEqual([false, false]);
    expect(
      ticketOf(issued, called, ['08:12', 'started'], ['08:15', 'held'], ['08:16', 'resumed']).state,
    ).toBe('serving');
  });

  test('a second hold and a resume of nothing are ignored', () => {
    expect(told(issued, ['08:01', 'resumed'], ['08:02', 'held'], ['08:03', 'held']).ignored).toEqual([
      'resumed not_held',
      'held already_held',
    ]);
  });
});

describe('T7: a transfer sends back to wait for the target', () => {
  const transferred: Step = ['08:20', 'transferred', { toService: 'land' }];

  test('it keeps its first wait, which belongs to the service it was issued for', () => {
    const ticket = ticketOf(
      issued,
      called,
      transferred,
      ['08:40', 'called', { counter: '2' }],
      ['08:50', 'finished'],
    );
    expect(waitSeconds(ticket)).toBe(minutes(10));
    expect(ticket.issuedService).toBe('civil');
    expect(
      ticket.servings.map(({ service, counter, ...serving }) => [
        service,
        counter,
        servingSeconds({ service, counter, ...serving }),
      ]),
    ).toEqual([
      ['civil', '1', minutes(10)],
      ['land', '2', minutes(10)],
    ]);
  });

  test('while it waits again it counts as waiting, since the transfer', () => {
    const ticket = ticketOf(issued, called, transferred);
    expect([isWaiting(ticket), ticket.service, ticket.waitingSinceAt]).toEqual([
      true,
      'land',
      clockOf('08:20'),
    ]);
  });

  test('to a counter it keeps its service', () => {
    expect(ticketOf(issued, called, ['08:20', 'transferred', { toCounter: '9' }])).toMatchObject({
      service: 'civil',
      toCounter: '9',
      counter: null,
    });
  });

  test('held after a transfer it is not at the counter and, once called, no longer waits', () => {
    expect(isWaiting(ticketOf(issued, called, transferred, ['08:25', 'held']))).toBe(false);
  });
});

describe('T8: a no-show ends a ticket unless a later call revives it', () => {
  const noShow: Step = ['08:12', 'no_show'];

  test('the call that nobody answered was no service', () => {
    expect(told(issued, called, noShow)).toMatchObject({ state: 'no_show', wait: minutes(10), served: [] });
  });

  test('a later call revives it with its first wait', () => {
    expect(told(issued, called, noShow, ['08:20', 'called', { counter: '1' }], finished)).toMatchObject({
      state: 'finished',
      wait: minutes(10),
      served: [minutes(10)],
      ignored: [],
    });
  });

  test('anything else after it is ignored', () => {
    expect(told(issued, called, noShow, finished)).toMatchObject({
      state: 'no_show',
      ignored: ['finished after_no_show'],
    });
  });

  test('who does not come back from a hold was served until then', () => {
    const story: Step[] = [issued, called, ['08:12', 'started'], ['08:15', 'held'], ['08:40', 'no_show']];
    expect(told(...story)).toMatchObject({ state: 'no_show', served: [minutes(3)], ignored: [] });
  });

  test('who is being served is not absent', () => {
    expect(told(issued, called, ['08:11', 'started'], noShow).ignored).toEqual(['no_show already_serving']);
  });
});

describe('T9: finished and left are final', () => {
  test('left before any call', () => {
    expect(told(issued, ['08:05', 'left'])).toMatchObject({ state: 'left', wait: null, outcome: null });
  });

  test('left after a call is finished with nothing', () => {
    expect(told(issued, called, ['08:15', 'left'])).toMatchObject({
      state: 'finished',
      outcome: 'nothing',
      served: [minutes(5)],
    });
  });

  test('what comes after the end is ignored, with its reason', () => {
    expect(
      told(issued, called, finished, ['08:40', 'called', { counter: '2' }], ['08:41', 'left']),
    ).toMatchObject({
      state: 'finished',
      outcome: 'received',
      ignored: ['called after_end', 'left after_end'],
    });
  });

  test('a late fact can change which ones are ignored', () => {
    const story: Step[] = [issued, called, ['08:40', 'finished', { outcome: 'advised' }]];
    expect(told(...story)).toMatchObject({ outcome: 'advised', ignored: [] });
    expect(told(...story, finished)).toMatchObject({ outcome: 'received', ignored: ['finished after_end'] });
  });
});

describe('T10–T12: what is missing or out of order', () => {
  test('T10: without its issue a ticket is pending', () => {
    expect(ticketOf(called, finished)).toMatchObject({ pending: true, counter: '1', state: 'finished' });
    expect(ticketOf(called, finished, issued).pending).toBe(false);
  });

  test('T10: of two issues the earlier one counts', () => {
    expect(told(issued, ['08:05', 'issued', { service: 'land' }], called)).toMatchObject({
      wait: minutes(10),
      ignored: ['issued second_issue'],
    });
  });

  test('T11: a call without a finish stays open after midnight, and a later finish still counts', () => {
    expect(isOpen(ticketOf(issued, called))).toBe(true);
    expect(told(issued, called, ['2026-11-24 07:30', 'finished'])).toMatchObject({
      state: 'finished',
      served: [minutes(23 * 60 + 20)],
    });
  });

  test('T12: called before issued by clock skew is no wait, and marked', () => {
    const ticket = ticketOf(
      ['08:00', 'called', { counter: '1' }],
      ['08:01', 'issued', { service: 'civil' }],
      finished,
    );
    expect([ticket.clock, ticket.pending, waitSeconds(ticket)]).toEqual([true, false, 0]);
    expect(ticketOf(issued, called).clock).toBe(false);
  });
});
