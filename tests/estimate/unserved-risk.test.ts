import { expect, test } from 'vitest';
import type { InLine } from '../../lib/domain/estimate/line.ts';
import { loadOf } from '../../lib/domain/estimate/load.ts';
import { minuteAfter, unservedRisk } from '../../lib/domain/estimate/unserved-risk.ts';
import { addCases, noFigures } from '../../lib/domain/estimate/wait-range.ts';
import { clockOf } from '../support/ticket-story.ts';

const AT = clockOf('11:00');
const spans = [
  { fromAt: clockOf('07:30'), toAt: clockOf('11:30') },
  { fromAt: clockOf('13:30'), toAt: clockOf('17:00') },
];
const inLine = (id: string, minute: number): InLine => ({
  id,
  service: 's',
  since: AT - minute * 60_000,
  priority: false,
  toCounter: null,
});
const line = {
  waiting: [inLine('a', 30), inLine('b', 20), inLine('c', 10)],
  working: [{ counter: '1', services: null, busy: true }],
};
/** With so many ahead of one busy counter people waited from so many minutes to so many. */
const figures = noFigures();
for (const [ahead, from, to] of [
  [0, 5, 10],
  [1, 25, 35],
  [2, 40, 50],
] as const)
  addCases(
    figures,
    Array.from({ length: 60 }, (_, index) => ({
      service: 's',
      load: loadOf({ ahead, working: 1, free: 0 }),
      seconds: Math.round((from + ((to - from) * index) / 59) * 60),
    })),
  );
const waits = { figures, checked: null };

test('E8: who surely and who possibly stays unserved at the end of the session that runs', () => {
  expect(unservedRisk(waits, line, spans, AT)).toEqual({
    endAt: clockOf('11:30'),
    low: 1,
    high: 2,
    service: 's',
  });
  expect(unservedRisk(waits, line, spans, clockOf('10:00'))).toBeNull();
  expect(unservedRisk(waits, line, spans, clockOf('12:00'))).toBeNull();
  expect(unservedRisk(waits, line, null, AT)).toBeNull();
  expect(unservedRisk(waits, { ...line, waiting: [] }, spans, AT)).toBeNull();
});

test('E8: the risk changes with time at whole minutes alone', () => {
  const late = clockOf('11:20:00');
  expect(unservedRisk(waits, line, spans, late + 59_999)).toEqual(unservedRisk(waits, line, spans, late));
  expect(minuteAfter(late)).toBe(late + 60_000);
});
