import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALERT_KINDS } from '../../lib/domain/alerts/kind.ts';
import type { AlertReading } from '../../lib/domain/alerts/reading.ts';
import {
  type StandingAlert,
  type WatchEvent,
  type WatchParts,
  watchGroups,
  watchUnits,
} from '../../lib/domain/alerts/watch.ts';
import { defineArea, emptyTree, setAlertRule, type Tree } from '../../lib/domain/tree.ts';
import { CALM, clock, SPANS } from '../support/alert-sample.ts';
import { lawArea } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

const UNITS = ['w1', 'w2', 'w3', 'w4', 'w5'];
const MINUTE = 60_000;

function cityTree(units: readonly string[] = UNITS): Tree {
  const tree = emptyTree();
  defineArea(tree, lawArea('city', null, 'city'));
  for (const code of units) defineArea(tree, lawArea(code, 'city', 'ward'));
  return tree;
}

/** What is read of a unit at an instant; ages in minutes before it. */
const seen = fc.record({
  waited: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  waiting: fc.integer({ min: 0, max: 60 }),
  openCounters: fc.integer({ min: 0, max: 3 }),
  heardAgo: fc.integer({ min: 0, max: 40 }),
  within: fc.constantFrom<[number, number]>([0, 0], [60, 100], [88, 100], [95, 100]),
  overdue: fc.constantFrom(0, 0, 1, 5),
  dueToday: fc.constantFrom(0, 2),
  unseen: fc.constantFrom(0, 0, 1, 4),
  owed: fc.constantFrom(0, 0, 1, 9),
});
type Seen = typeof seen extends fc.Arbitrary<infer S> ? S : never;

const readingAt = (one: Seen, at: number): AlertReading => {
  const heardAt = at - one.heardAgo * MINUTE;
  const from = SPANS.find(({ toAt }) => heardAt + 15 * MINUTE < toAt)?.fromAt ?? null;
  return {
    ...CALM,
    waiting: one.waiting,
    waitingSince: one.waited === null ? null : at - one.waited * MINUTE,
    openCounters: one.openCounters,
    heardAt,
    silentFrom: from === null ? null : Math.max(from, heardAt) + 15 * MINUTE,
    within: one.within,
    overdue: one.overdue,
    dueToday: one.dueToday,
    unseen: one.unseen === 0 ? null : { n: one.unseen, since: at - 90 * MINUTE },
    owed: one.owed === 0 ? null : { n: one.owed, since: at - 600 * MINUTE },
  };
};

/** A day of readings: at each instant, some minutes after the one before, one of every unit. */
const history = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 45 }),
    units: fc.tuple(seen, seen, seen, seen, seen),
  }),
  { minLength: 1, maxLength: 14 },
);
type History = { after: number; units: Seen[] }[];

type Run = { events: WatchEvent[]; standing: Map<string, StandingAlert[]> };

/** Applies what was seen as the log does. */
function apply(standing: Map<string, StandingAlert[]>, events: readonly WatchEvent[]): void {
  for (const { unit, type, data } of events) {
    const held = standing.get(unit) ?? [];
    if (type === 'alert.raised') {
      const { kind, alert, since, people } = data;
      standing.set(unit, [...held, { kind, alert, since, people }]);
    } else
      standing.set(
        unit,
        held.filter(({ alert }) => alert !== data.alert),
      );
  }
}

/** The watch over a history, the units of each instant in the batches that `split` cuts. */
function watchThrough(tree: Tree, told: History, split: (units: string[]) => string[][]): Run {
  const standing = new Map<string, StandingAlert[]>();
  const calm = new Map<string, number>();
  const events: WatchEvent[] = [];
  let at = clock('06:50');
  for (const { after, units } of told) {
    at += after * MINUTE;
    const parts: WatchParts = {
      tree,
      standing,
      calm,
      at,
      readingOf(unit) {
        const one = units[UNITS.indexOf(unit)];
        return one ? readingAt(one, at) : null;
      },
    };
    for (const batch of split(UNITS)) {
      const seenNow = watchUnits(parts, batch);
      apply(standing, seenNow);
      events.push(...seenNow);
    }
    const grouped = watchGroups(parts);
    apply(standing, grouped);
    events.push(...grouped);
  }
  return { events, standing };
}

const atOnce = (units: string[]): string[][] => [units];
const sorted = (events: readonly WatchEvent[]): string[] =>
  events.map((event) => JSON.stringify(event)).sort();

const rules = fc.constantFrom(
  (tree: Tree) => tree,
  (tree: Tree) => {
    setAlertRule(tree, {
      area: 'city',
      kind: 'longWait',
      on: true,
      raiseAt: 10,
      clearAt: 5,
      holdMinutes: 20,
      quiet: [{ from: '09:00', to: '10:00' }],
      effectiveFrom: '2026-01-01',
      source: 'thử',
    });
    return tree;
  },
);

test('AA11: the same readings raise and clear the same alerts in any batching', () => {
  fc.assert(
    fc.property(
      history,
      rules,
      fc.shuffledSubarray(UNITS, { minLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (told, rule, order, size) => {
        const tree = rule(cityTree());
        const batches: string[][] = [];
        for (let from = 0; from < order.length; from += size) batches.push(order.slice(from, from + size));
        const apart = watchThrough(tree, told, () => batches);
        expect(sorted(apart.events)).toEqual(sorted(watchThrough(tree, told, atOnce).events));
      },
    ),
    { numRuns: lawRuns(2000) },
  );
});

test('AA2: there are never two standing alerts of one cause, and every raise has one clear or stays', () => {
  fc.assert(
    fc.property(history, rules, (told, rule) => {
      const { events, standing } = watchThrough(rule(cityTree()), told, atOnce);
      const open = new Map<string, string>();
      const raised = new Set<string>();
      for (const { type, unit, data } of events) {
        const name = `${unit}/${data.alert}`;
        if (type === 'alert.raised') {
          const cause = `${unit}/${data.kind}`;
          expect(open.has(cause)).toBe(false);
          expect(raised.has(name)).toBe(false);
          raised.add(name);
          open.set(cause, name);
        } else {
          const cause = [...open].find(([, alert]) => alert === name)?.[0];
          expect(cause).toBeDefined();
          open.delete(cause ?? '');
        }
      }
      const left = [...standing].flatMap(([unit, alerts]) => alerts.map(({ alert }) => `${unit}/${alert}`));
      expect(left.sort()).toEqual([...open.values()].sort());
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('AA4: no flapping: values that stay between the thresholds, or are calm for less than the hold, never clear', () => {
  const waits = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(waits, fc.integer({ min: 1, max: 2 }), (minutes, dip) => {
      const calm = {
        waiting: 3,
        openCounters: 3,
        heardAgo: 0,
        within: [95, 100],
        overdue: 0,
        dueToday: 0,
        unseen: 0,
        owed: 0,
      } as const;
      const one = (waited: number, after: number) => ({
        after,
        units: UNITS.map(() => ({ ...calm, within: [95, 100] as [number, number], waited })),
      });
      // Opening at 07:30; a short dip below the clear threshold comes before every reading.
      const told = [one(5, 45), one(60, 30), ...minutes.flatMap((waited) => [one(1, 3), one(waited, dip)])];
      const { events } = watchThrough(cityTree(), told, atOnce);
      const own = events.filter(({ unit }) => unit === 'w1');
      expect(own.map(({ type }) => type)).toEqual(['alert.raised']);
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('AA6: silence is found at the first look after its bound inside a session, and at no look outside of one', () => {
  fc.assert(
    fc.property(history, (told) => {
      const { events } = watchThrough(cityTree(), told, atOnce);
      let at = clock('06:50');
      const standing = new Set<string | undefined>();
      for (const { after, units } of told) {
        at += after * MINUTE;
        const inside = SPANS.some(({ fromAt, toAt }) => at >= fromAt && at < toAt);
        for (const [index, one] of units.entries()) {
          const unit = UNITS[index];
          const { silentFrom } = readingAt(one, at);
          const now = events.filter((event) => event.at === at && event.unit === unit);
          const raised = now.some(
            ({ type, data }) => type === 'alert.raised' && 'kind' in data && data.kind === 'silent',
          );
          if (raised) expect(inside).toBe(true);
          const due = inside && silentFrom !== null && at >= silentFrom;
          expect(raised).toBe(due && !standing.has(unit));
          if (raised) standing.add(unit);
          if (now.some(({ type, data }) => type === 'alert.cleared' && data.alert.startsWith('silent-')))
            standing.delete(unit);
        }
      }
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('AA8: a thousand causes are one sentence for each kind of them', () => {
  const units = Array.from({ length: 200 }, (_, index) => `u${index}`);
  const tree = cityTree(units);
  const standing = new Map<string, StandingAlert[]>();
  const at = clock('16:00');
  const parts: WatchParts = {
    tree,
    standing,
    calm: new Map(),
    at,
    readingOf: () => ({
      ...CALM,
      waiting: 60,
      waitingSince: at - 50 * MINUTE,
      openCounters: 1,
      silentFrom: at + MINUTE,
      within: [50, 100],
      satisfied: [500, 1000],
      overdue: 4,
      dueToday: 2,
      unseen: { n: 3, since: at - 600 * MINUTE },
      owed: { n: 2, since: at - 600 * MINUTE },
    }),
  };
  const seenNow = watchUnits(parts, units);
  expect(seenNow.length).toBeGreaterThanOrEqual(1000);
  apply(standing, seenNow);
  const groups = watchGroups(parts);
  expect(groups.length).toBeLessThanOrEqual(ALERT_KINDS.length);
  const kinds = new Set(seenNow.flatMap(({ data }) => ('kind' in data ? [data.kind] : [])));
  expect(groups.map(({ data }) => 'kind' in data && data.kind)).toEqual(
    ALERT_KINDS.filter((kind) => kinds.has(kind)),
  );
});
