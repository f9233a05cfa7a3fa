import { expect, test } from 'vitest';
import {
  type Alert,
  type AlertEvent,
  alertFact,
  escalatedTo,
  foldAlert,
  levelsUp,
  withAlertFact,
} from '../../../lib/domain/alerts/alert.ts';
import { defineArea, emptyTree } from '../../../lib/domain/tree.ts';
import { clock } from '../../support/alert-sample.ts';
import { lawArea } from '../../support/law-city.ts';

const raised = (time: string): AlertEvent => ({
  type: 'alert.raised',
  source: '/server/alerts',
  id: `w/l1/${time}`,
  unit: 'w',
  at: clock(time),
  data: {
    alert: 'l1',
    kind: 'longWait',
    since: clock('09:00'),
    value: 1860,
    limit: 1800,
    people: 4,
    escalateMinutes: 20,
  },
});
const act = (
  type: 'alert.acknowledged' | 'alert.noted' | 'alert.closed',
  time: string,
  person: string,
): AlertEvent => ({
  type,
  source: `/person/${person}`,
  id: `${type}-${time}`,
  unit: 'w',
  at: clock(time),
  data: { alert: 'l1' },
});
const cleared = (time: string): AlertEvent => ({
  type: 'alert.cleared',
  source: '/server/alerts',
  id: `cleared-${time}`,
  unit: 'w',
  at: clock(time),
  data: { alert: 'l1', cause: 'over' },
});
const told = (...events: AlertEvent[]): Alert =>
  foldAlert(events.map((event, seq) => alertFact(event, seq)).reduce(withAlertFact, []));

test('AA7: open, taken, noted, closed; whoever did the first of these has it', () => {
  const all = [
    raised('09:31'),
    act('alert.acknowledged', '09:40', 'p_1'),
    act('alert.noted', '09:50', 'p_2'),
    act('alert.closed', '10:10', 'p_2'),
  ];
  const states = all.map((_, index) => told(...all.slice(0, index + 1)).state);
  expect(states).toEqual(['open', 'taken', 'noted', 'closed']);
  expect(told(...all)).toMatchObject({
    raisedAt: clock('09:31'),
    takenAt: clock('09:40'),
    takenBy: '/person/p_1',
    closedAt: clock('10:10'),
    closedBy: '/person/p_2',
  });
});

test('AA7: the first taking by (time, rank, source, id) holds, whichever arrives first', () => {
  const two = [act('alert.acknowledged', '09:41', 'p_2'), act('alert.acknowledged', '09:40', 'p_1')];
  expect(told(raised('09:31'), ...two)).toEqual(told(...two.toReversed(), raised('09:31')));
  expect(told(raised('09:31'), ...two).takenBy).toBe('/person/p_1');
});

test('AA7: an alert whose cause is gone is cleared until somebody closes it', () => {
  expect(told(raised('09:31'), cleared('09:50')).state).toBe('cleared');
  expect(told(raised('09:31'), cleared('09:50'), act('alert.closed', '10:00', 'p_1')).state).toBe('closed');
});

test('AA7: an act about an alert that nobody raised is kept and means nothing yet', () => {
  expect(told(act('alert.noted', '09:50', 'p_1'))).toMatchObject({ raised: null, raisedAt: null });
});

test('AA10: untaken it goes up one level each time that its escalation passes; taking it or its end stops that', () => {
  const open = told(raised('09:00'));
  expect([
    levelsUp(open, clock('09:19')),
    levelsUp(open, clock('09:20')),
    levelsUp(open, clock('09:45')),
  ]).toEqual([0, 1, 2]);
  expect(levelsUp(told(raised('09:00'), act('alert.acknowledged', '09:25', 'p_1')), clock('12:00'))).toBe(1);
  expect(levelsUp(told(raised('09:00'), cleared('09:10')), clock('12:00'))).toBe(0);
  const tree = emptyTree();
  defineArea(tree, lawArea('city', null, 'city'));
  defineArea(tree, lawArea('w', 'city', 'ward'));
  expect(['09:19', '09:20', '11:00'].map((time) => escalatedTo(tree, 'w', open, clock(time)))).toEqual([
    'w',
    'city',
    'city',
  ]);
});
