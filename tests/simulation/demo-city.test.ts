import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dueOf } from '../../lib/domain/calendar/due.ts';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import { signalOf } from '../../lib/domain/fold-events.ts';
import { sessionsOf } from '../../lib/domain/settings.ts';
import { proceduresAhead } from '../../lib/domain/settings-ahead.ts';
import { type AreaDefinition, setSessions, type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';
import { planDay } from '../../server/demo/day-plan.ts';
import { codeOf } from '../../server/demo/demo-city.ts';
import { sessionsToOpen } from '../../server/demo/open-day.ts';
import { demoTree } from '../support/demo-tree.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

function root(tree: Tree): AreaDefinition {
  const area = tree.areas.get('ab');
  if (!area) throw new Error('the demonstration has no root');
  return area;
}

test('the demonstration is a city of 5 districts, 44 wards and one centre, all marked', () => {
  const areas = [...demoTree().areas.values()];
  const kinds = areas.map(({ kind }) => kind);
  const count = (kind: string): number => kinds.filter((name) => name === kind).length;
  expect([count('city'), count('district'), count('ward'), count('centre')]).toEqual([1, 5, 44, 1]);
  expect(areas.every(({ demo, nameEn }) => demo && nameEn)).toBe(true);
  expect(areas.filter(({ kind }) => kind === 'district').every(({ label }) => label === 'Khu vực')).toBe(
    true,
  );
  expect(unitsBelow(demoTree(), 'ab')).toHaveLength(45);
});

test('every procedure of the demonstration has a limit and lies in the sector of a service; in a ward it gives a due date', () => {
  const tree = demoTree();
  const procedures = proceduresAhead(tree, codeOf('Lưu Hà'), '2026-11-23');
  expect(procedures.length).toBeGreaterThanOrEqual(12);
  expect(new Set(procedures.map(({ limit }) => limit.kind)).size).toBe(3);
  const services = new Set(tree.services.get('ab')?.map(({ service }) => service));
  const receivedAt = instantOf(ZONE, '2026-11-23', '09:00');
  for (const { procedure, sector, nameEn, limit } of procedures) {
    expect([services.has(sector), nameEn], procedure).toEqual([true, expect.stringMatching(/\S/)]);
    const due = dueOf(openingOf(tree, codeOf('Lưu Hà'), sector), receivedAt, limit);
    expect(due, procedure).toBeGreaterThan(receivedAt);
  }
});

describeWithSharedData('names of the demonstration', (folder) => {
  test('no ward of the demonstration has the name of a real one', () => {
    const places: { name: string }[] = parse(readFileSync(join(folder, 'area', 'vn_communes_3321.csv')), {
      columns: true,
      bom: true,
    });
    const real = new Set(places.map(({ name }) => name.normalize('NFC').toLowerCase()));
    const wards = [...demoTree().areas.values()].filter(({ kind }) => kind === 'ward');
    expect(wards.map(({ name }) => name).filter((name) => real.has(name.toLowerCase()))).toEqual([]);
  });
});

const clock = (day: string, text: string): number => instantOf(ZONE, day, text);
const opened = (day: string, text: string): string[] | null =>
  sessionsToOpen(demoTree(), root(demoTree()), clock(day, text))?.spans.map(
    ({ from, to }) => `${from}-${to}`,
  ) ?? null;

test('inside the ordinary sessions the day is as it is', () => {
  expect(opened('2026-11-23', '09:00')).toBeNull();
  expect(opened('2026-11-23', '16:20')).toBeNull();
});

test('at any other hour a session is added from three hours ago to five hours ahead, within the day', () => {
  expect(opened('2026-11-22', '10:10')).toEqual(['07:00-15:00']);
  expect(opened('2026-11-22', '00:20')).toEqual(['00:00-05:00']);
  expect(opened('2026-11-22', '22:40')).toEqual(['19:30-24:00']);
});

test('an added session never covers one that was there', () => {
  expect(opened('2026-11-23', '12:00')).toEqual(['07:30-11:30', '11:30-13:30', '13:30-17:00']);
  expect(opened('2026-11-23', '16:45')).toEqual(['07:30-11:30', '13:30-17:00', '17:00-21:30']);
  expect(opened('2026-11-23', '23:00')).toEqual(['07:30-11:30', '13:30-17:00', '20:00-24:00']);
});

test('once opened, the day stays open and is not opened again', () => {
  const tree = demoTree();
  const now = clock('2026-11-22', '10:10');
  const sessions = sessionsToOpen(tree, root(tree), now);
  if (sessions) setSessions(tree, sessions);
  expect(sessionsToOpen(tree, root(tree), now + 3_600_000)).toBeNull();
  expect(sessionsOf(tree, codeOf('Lưu Hà'), ZONE, '2026-11-22')).toHaveLength(1);
});

test('one ward is in trouble at mid-morning and one has told nothing for half an hour', () => {
  const plan = planDay(demoTree(), 'ab', '2026-11-23', 7);
  const now = clock('2026-11-23', '10:00');
  const heard = (unit: string): number =>
    Math.max(
      ...plan
        .filter(({ tellAt, event }) => event.unit === unit && signalOf(event) === 'queue' && tellAt <= now)
        .map(({ event }) => event.at),
    );
  expect(now - heard(codeOf('Yên Thụy'))).toBeGreaterThan(30 * 60_000);
  expect(now - heard(codeOf('Lưu Hà'))).toBeLessThan(15 * 60_000);
});
