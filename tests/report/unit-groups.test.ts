import { expect, test } from 'vitest';
import { owingAreas } from '../../lib/domain/report/owing.ts';
import { reportUnit, unitGroups } from '../../lib/domain/report/unit-groups.ts';

const unit = (code: string, n: number, of: number | null, target: number | null = 0.98) =>
  reportUnit({ code, name: code, nameEn: null, target, changedOn: null, n, of });

test('RP4: units stand in groups by result and signal, in the order of need they come in, and carry no rank (G4)', () => {
  const units = [
    unit('clear-miss', 900, 1000),
    unit('miss', 97, 100),
    unit('hit', 99, 100),
    unit('clear-hit', 9990, 10_000),
    unit('none', 0, 0),
    unit('other-miss', 48, 50),
  ];
  const groups = unitGroups(units);
  expect(groups.map(({ group, units: own }) => [group, ...own.map(({ code }) => code)])).toEqual([
    ['notMet clear', 'clear-miss'],
    ['notMet withinNoise', 'miss', 'other-miss'],
    ['met withinNoise', 'hit'],
    ['met clear', 'clear-hit'],
    ['notJudged', 'none'],
  ]);
  expect(Object.keys(groups[0]?.units[0] ?? {})).not.toContain('rank');
});

test('RP4: a unit without a target or without cases is not judged', () => {
  expect(unit('a', 5, 10, null)).toMatchObject({ n: 5, of: 10, share: 0.5, result: null, signal: null });
  expect(unit('a', 0, null)).toMatchObject({ share: null, result: null });
});

test('RP4: units without any case make no group of their own kind', () => {
  expect(unitGroups([])).toEqual([]);
});

test('RP8: who owes most comes first; whoever owes nothing is not named', () => {
  const counts = {
    overdue: new Map([['b', 2]]),
    apologies: new Map([['a', 1]]),
    pages: new Map([
      ['b', 1],
      ['c', 0],
    ]),
    alerts: new Map([['a', 1]]),
  };
  expect(owingAreas(counts, (code) => ({ name: `Xã ${code}`, nameEn: null }))).toEqual([
    { code: 'b', name: 'Xã b', nameEn: null, overdue: 2, apologies: 0, pages: 1, alerts: 0 },
    { code: 'a', name: 'Xã a', nameEn: null, overdue: 0, apologies: 1, pages: 0, alerts: 1 },
  ]);
});
