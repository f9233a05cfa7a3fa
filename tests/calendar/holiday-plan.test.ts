import { expect, test } from 'vitest';
import { plannedHolidays } from '../../lib/domain/calendar/holiday-plan.ts';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import { publicHolidays } from '../../lib/domain/calendar/public-holidays.ts';
import { addWorkingDays } from '../../lib/domain/calendar/working-time.ts';
import { setSessions, type Tree } from '../../lib/domain/tree.ts';
import { computedYear } from '../../server/calendar/computed-year.ts';
import { smallTree } from '../support/imported-lines.ts';

const hours = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

/** The city's week, Monday to Friday; Friday ends early, so that its hours can be told from the others. */
function cityTree(): Tree {
  const tree = smallTree();
  const friday = hours.map((span) => ({ ...span, weekday: 5, to: span.to === '17:00' ? '16:00' : span.to }));
  const spans = [1, 2, 3, 4].flatMap((weekday) => hours.map((span) => ({ weekday, ...span })));
  setSessions(tree, { area: 'city', scope: 'week', fromDay: '2025-01-01', spans: [...spans, ...friday] });
  return tree;
}
const plan = async (tree: Tree, code: string, year: number) =>
  plannedHolidays(tree, code, publicHolidays(year, await computedYear(year)));
const on = (list: Awaited<ReturnType<typeof plan>>, day: string) => list.find((one) => one.day === day);

test('C9: a holiday closes the area, and a make-up Saturday has the hours of the Friday it replaces', async () => {
  const list = await plan(cityTree(), 'city', 2026);
  expect(on(list, '2026-11-24')?.sessions).toEqual({
    area: 'city',
    scope: 'day',
    fromDay: '2026-11-24',
    spans: [],
    source: 'Ngày Văn hóa Việt Nam · Nghị quyết 80-NQ/TW ngày 07/01/2026',
  });
  expect(on(list, '2026-01-10')?.sessions?.spans).toEqual([
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '16:00' },
  ]);
  expect(on(list, '2026-01-02')?.sessions?.spans).toEqual([]);
});

test('C9: a day that the area or one above it has set is left, whatever was set; one set below does not matter', async () => {
  const tree = cityTree();
  setSessions(tree, { area: 'city', scope: 'day', fromDay: '2026-11-24', spans: hours, source: 'Trực lễ' });
  setSessions(tree, { area: 'w1', scope: 'day', fromDay: '2026-09-02', spans: [] });
  const [city, ward] = [await plan(tree, 'city', 2026), await plan(tree, 'w1', 2026)];
  expect(on(city, '2026-11-24')).toMatchObject({ heldBy: 'city', sessions: null });
  expect(on(ward, '2026-11-24')).toMatchObject({ heldBy: 'city', sessions: null });
  expect(on(city, '2026-09-02')).toMatchObject({ heldBy: null, sessions: { area: 'city' } });
  expect(on(ward, '2026-09-02')).toMatchObject({ heldBy: 'w1', sessions: null });
});

test('C9: a make-up day where no hours are known is not set', async () => {
  const list = await plan(smallTree(), 'city', 2026);
  expect(on(list, '2026-01-10')).toMatchObject({ kind: 'makeUp', heldBy: null, sessions: null });
});

test('C9: set once, a year sets nothing the second time; wards count their working days by it', async () => {
  const tree = cityTree();
  for (const { sessions } of await plan(tree, 'city', 2026)) if (sessions) setSessions(tree, sessions);
  expect((await plan(tree, 'city', 2026)).filter(({ sessions }) => sessions !== null)).toEqual([]);
  const ward = openingOf(tree, 'w2');
  // Friday 20 February 2026 is the last day of Tết; Thursday 12 and Friday 13 come before it.
  expect(addWorkingDays(ward, '2026-02-12', 2)).toBe('2026-02-23');
  // Saturday 22 August is worked for Monday 31 August.
  expect(addWorkingDays(ward, '2026-08-21', 1)).toBe('2026-08-22');
  expect(addWorkingDays(ward, '2026-08-28', 1)).toBe('2026-09-03');
});
