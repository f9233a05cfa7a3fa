import { expect, test } from 'vitest';
import { type Hearable, hears, type Listener, mayHear } from '../../../lib/domain/alerts/notice.ts';
import { defineArea, emptyTree } from '../../../lib/domain/tree.ts';
import { lawArea } from '../../support/law-city.ts';

const tree = emptyTree();
defineArea(tree, lawArea('city', null, 'city'));
defineArea(tree, lawArea('north', 'city', 'district'));
defineArea(tree, lawArea('a', 'north', 'ward'));

const alert: Hearable = { unit: 'a', taken: false, quiet: false, escalatedTo: 'a', group: null };
const who: Record<string, Listener> = {
  head: { kind: 'person', area: 'a' },
  leaderOfNorth: { kind: 'person', area: 'north' },
  leaderOfCity: { kind: 'person', area: 'city' },
  hook: { kind: 'webhook', area: 'city' },
  otherHead: { kind: 'person', area: 'b' },
};
const hearing = (more: Partial<Hearable>): string[] =>
  Object.entries(who)
    .filter(([, listener]) => hears(tree, listener, { ...alert, ...more }))
    .map(([name]) => name);

test('AA12: whoever leads the unit hears first, one level further up each time it escalates; webhooks hear at once', () => {
  expect(hearing({})).toEqual(['head', 'hook']);
  expect(hearing({ escalatedTo: 'north' })).toEqual(['head', 'leaderOfNorth', 'hook']);
  expect(hearing({ escalatedTo: 'city' })).toEqual(['head', 'leaderOfNorth', 'leaderOfCity', 'hook']);
});

test('AA12: of what was taken nobody hears, nor in quiet hours', () => {
  expect(hearing({ taken: true })).toEqual([]);
  expect(hearing({ quiet: true })).toEqual([]);
});

test('AA8, AA12: what an alert above speaks for is told in its unit alone; that alert goes to its own leader', () => {
  expect(hearing({ group: 'north', escalatedTo: 'city' })).toEqual(['head']);
  expect(hearing({ unit: 'north', escalatedTo: 'north' })).toEqual(['leaderOfNorth', 'hook']);
});

test('AA13: nobody gets a second message within ten minutes', () => {
  expect(mayHear(undefined, 0)).toBe(true);
  expect(mayHear(0, 599_999)).toBe(false);
  expect(mayHear(0, 600_000)).toBe(true);
});
