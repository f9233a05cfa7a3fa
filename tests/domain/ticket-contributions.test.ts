import { describe, expect, test } from 'vitest';
import { ticketContributions } from '../../lib/domain/contribution.ts';
import { mergeCells } from '../../lib/domain/rollup.ts';
import { type Step, ticketOf } from '../support/ticket-story.ts';

const zone = 'Asia/Ho_Chi_Minh';
const issued: Step = ['08:00', 'issued', { service: 'civil' }];
const partsOf = (...story: Step[]) =>
  ticketContributions(ticketOf(...story), zone, (service) => (service === 'land' ? 10 : 60));
const cellOf = (...story: Step[]) => mergeCells(partsOf(...story).map((part) => part.add));

describe('Q1: a ticket counts in the service day and half hour in which its wait starts', () => {
  test('also when it is called and finished after midnight', () => {
    const parts = partsOf(
      ['2026-11-22 23:50', 'issued', { service: 'civil' }],
      ['2026-11-23 00:10', 'called', { counter: '1' }],
      ['2026-11-23 00:20', 'finished'],
    );
    const days = (column: 'called' | 'finished' | 'calledThen' | 'finishedThen') =>
      parts.filter((part) => part.add[column]).map((part) => `${part.day}/${part.halfHour}`);
    expect([days('called'), days('finished')]).toEqual([['2026-11-22/47'], ['2026-11-22/47']]);
    expect([days('calledThen'), days('finishedThen')]).toEqual([['2026-11-23/0'], ['2026-11-23/0']]);
  });

  test('pending ones count as pending and as nothing else', () => {
    expect(partsOf(['08:10', 'called', { counter: '1' }], ['08:20', 'finished'])).toMatchObject([
      { add: { pending: 1 } },
    ]);
  });
});

test.each<[string, object, Step[]]>([
  ['waiting', { issued: 1, openUncalled: 1, openCalled: 0, called: 0 }, []],
  ['called', { called: 1, openCalled: 1, openUncalled: 0 }, [['08:10', 'called', { counter: '1' }]]],
  [
    'absent: was called',
    { called: 1, noShow: 1, openCalled: 0, waitSum: 600, serviceN: 0 },
    [['08:10', 'no_show']],
  ],
  [
    'gone: was not called',
    { called: 0, left: 1, openUncalled: 0, leftThen: 1, endedUncalledThen: 1 },
    [['08:10', 'left']],
  ],
  [
    'gone after the call: finished with nothing',
    { finished: 1, left: 0, leftWithNothing: 1 },
    [
      ['08:10', 'called', { counter: '1' }],
      ['08:20', 'left'],
    ],
  ],
  ['clock skew', { clock: 1, waitSum: 0, called: 1 }, [['07:59', 'called', { counter: '1' }]]],
])('Q1–Q4: %s', (_, cell, story) => {
  expect(cellOf(issued, ...story)).toMatchObject(cell);
});

describe('Q7: serving times that cannot be believed are counted apart', () => {
  const served = (finish: string) =>
    cellOf(issued, ['08:10:00', 'called', { counter: '1' }], [finish, 'finished']);

  test.each([
    ['08:10:09', 1, 0],
    ['08:10:10', 0, 1],
    ['09:10:00', 0, 1],
    ['09:10:01', 1, 0],
  ])('finished at %s', (finish, suspect, serviceN) => {
    expect(served(finish)).toMatchObject({ suspect, serviceN, called: 1, waitSum: 600 });
  });

  test('each stretch counts in its own service, by the limit of that service', () => {
    const parts = partsOf(
      issued,
      ['08:10', 'called', { counter: '1' }],
      ['08:20', 'transferred', { toService: 'land' }],
      ['08:30', 'called', { counter: '2' }],
      ['08:45', 'finished'],
    );
    expect(parts.filter((part) => part.add.serviceN).map((part) => part.service)).toEqual(['civil']);
    expect(parts.filter((part) => part.add.suspect).map((part) => part.service)).toEqual(['land']);
    expect(mergeCells(parts.map((part) => part.add))).toMatchObject({
      called: 1,
      calledThen: 1,
      finished: 1,
    });
  });
});
