import { expect, test } from 'vitest';
import { alertRuleOf } from '../../../lib/domain/alerts/rule.ts';
import { alertRuleEvents } from '../../../lib/domain/events/alert.ts';
import { type AlertRuleDefinition, defineArea, emptyTree, setAlertRule } from '../../../lib/domain/tree.ts';
import { lawArea } from '../../support/law-city.ts';

function treeWith(...rules: Partial<AlertRuleDefinition>[]) {
  const tree = emptyTree();
  defineArea(tree, lawArea('city', null, 'city'));
  defineArea(tree, lawArea('d', 'city', 'district'));
  defineArea(tree, lawArea('w', 'd', 'ward'));
  for (const rule of rules)
    setAlertRule(tree, {
      area: 'city',
      kind: 'longWait',
      on: true,
      effectiveFrom: '2026-11-01',
      source: 'thử',
      ...rule,
    });
  return tree;
}

test('AA1: the nearest ancestor’s rule that is in force on the day holds, whole', () => {
  const tree = treeWith(
    { raiseAt: 45, holdMinutes: 9 },
    { area: 'd', raiseAt: 25, effectiveFrom: '2026-11-20' },
    { area: 'd', on: false, effectiveFrom: '2026-12-01' },
  );
  const on = (day: string) => alertRuleOf(tree, 'w', 'longWait', day);
  expect(on('2026-10-31')).toMatchObject({ on: true, raiseAt: 30, clearAt: 20, holdMs: 180_000 });
  expect(on('2026-11-19')).toMatchObject({ raiseAt: 45, holdMs: 540_000 });
  expect(on('2026-11-20')).toMatchObject({ raiseAt: 25, clearAt: 20, holdMs: 180_000 });
  expect(on('2026-12-01').on).toBe(false);
  expect(alertRuleOf(tree, 'city', 'longWait', '2026-12-01').raiseAt).toBe(45);
  expect(alertRuleOf(tree, 'w', 'crowd', '2026-12-01').raiseAt).toBe(15);
});

test('AA1: a threshold below the default one for calm takes that along', () => {
  const tree = treeWith({ raiseAt: 10 });
  expect(alertRuleOf(tree, 'w', 'longWait', '2026-11-25')).toMatchObject({ raiseAt: 10, clearAt: 10 });
});

test('AA1: a rule that cannot be is refused by its field and the name of what it breaks', () => {
  const faults = (rule: object) =>
    alertRuleEvents['alert_rule.set']
      .safeParse({
        area: 'w',
        kind: 'longWait',
        on: true,
        effectiveFrom: '2026-11-25',
        source: 'thử',
        ...rule,
      })
      .error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`) ?? [];
  expect(faults({ raiseAt: 20, clearAt: 20 })).toEqual([]);
  expect(faults({ raiseAt: 20, clearAt: 21 })).toEqual(['clearAt clear_above_raise']);
  expect(faults({ clearAt: 31 })).toEqual(['clearAt clear_above_raise']);
  expect(faults({ raiseAt: 0 })).toEqual(['raiseAt out_of_range']);
  // AA9
  expect(faults({ kind: 'ratingBurst', raiseAt: 2 })).toEqual(['raiseAt out_of_range']);
  expect(faults({ kind: 'silent', raiseAt: 20 })).toEqual(['raiseAt no_threshold']);
  expect(faults({ kind: 'onTime', clearAt: 20 })).toEqual(['clearAt no_threshold']);
  expect(faults({ quiet: [{ from: '13:00', to: '11:30' }] })).toEqual(['quiet/0/to from_after_to']);
});
