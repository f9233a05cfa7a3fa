import { expect, test } from 'vitest';
import type { Opening } from '../../../lib/domain/calendar/working-time.ts';
import { mergeDossierCells } from '../../../lib/domain/dossier/dossier-cell.ts';
import { dossierContributions } from '../../../lib/domain/dossier/dossier-contribution.ts';
import { readDossiers } from '../../../lib/domain/dossier/dossier-reading.ts';
import {
  addToUnit,
  emptyUnitDossiers,
  isLiveDossier,
  liveDossier,
} from '../../../lib/domain/dossier/unit-dossiers.ts';
import { instantOf } from '../../../lib/domain/zoned-time.ts';
import { type DossierStep, dossierOf, STORY_ZONE, storyZone } from '../../support/dossier-story.ts';
import { clockOf } from '../../support/ticket-story.ts';

const opening: Opening = {
  zone: STORY_ZONE,
  spansOf: (day) => [
    { fromAt: instantOf(STORY_ZONE, day, '08:00'), toAt: instantOf(STORY_ZONE, day, '12:00') },
    { fromAt: instantOf(STORY_ZONE, day, '13:00'), toAt: instantOf(STORY_ZONE, day, '17:00') },
  ],
};

const received = (dueAt: string | number, ...more: DossierStep[]): DossierStep[] => [
  ['2026-11-20 08:00', 'received', { dueAt }],
  ...more,
];

function reading(at: string, ...stories: DossierStep[][]) {
  const dossiers = emptyUnitDossiers();
  for (const [index, story] of stories.entries())
    dossiers.live.set(String(index), liveDossier(dossierOf(...story)));
  return readDossiers(dossiers, opening, clockOf(at));
}

test('F18: overdue and due today exclude one another, and what lies with the applicant in time is neither', () => {
  expect(
    reading(
      '2026-11-23 10:00',
      received('2026-11-22'),
      received(clockOf('2026-11-23 09:00')),
      received('2026-11-23'),
      received('2026-11-23', ['2026-11-21 09:00', 'supplement_asked']),
      received('2026-11-30'),
    ),
  ).toMatchObject({ open: 5, overdue: 2, dueToday: 1, awaitingSupplement: 1, unaccepted: 0 });
});

test('F18: due soon is due within the next eight working hours', () => {
  const at = (dueAt: string) => reading('2026-11-23 10:00', received(clockOf(dueAt))).dueSoon;
  expect([at('2026-11-23 16:00'), at('2026-11-24 10:00'), at('2026-11-24 10:01')]).toEqual([1, 1, 0]);
});

test('B4: the next change is when a date passes, one comes near, or the day ends', () => {
  const next = (...stories: DossierStep[][]) => reading('2026-11-23 10:00', ...stories).nextChangeAt;
  expect(next()).toBe(clockOf('2026-11-24 00:00'));
  expect(next(received(clockOf('2026-11-23 15:00')))).toBe(clockOf('2026-11-23 15:00') + 1);
  expect(next(received(clockOf('2026-11-24 12:00')))).toBe(clockOf('2026-11-23 12:00'));
  const before = reading('2026-11-23 11:59:59', received(clockOf('2026-11-24 12:00')));
  const after = reading('2026-11-23 12:00', received(clockOf('2026-11-24 12:00')));
  expect([before.dueSoon, after.dueSoon]).toEqual([0, 1]);
});

test('F17: settled today, and not collected only where the unit tells of handing out', () => {
  const dossiers = emptyUnitDossiers();
  dossiers.live.set(
    '1',
    liveDossier(dossierOf(...received('2026-11-25', ['09:00', 'settled', { result: 'done' }]))),
  );
  dossiers.live.set(
    '2',
    liveDossier(dossierOf(...received('2026-11-25', ['09:00', 'settled', { result: 'withdrawn' }]))),
  );
  dossiers.settled = 7;
  const read = () => readDossiers(dossiers, opening, clockOf('10:00'));
  expect(read()).toMatchObject({ settledToday: 1, notCollected: null, open: 0 });
  dossiers.collected = 4;
  expect(read().notCollected).toBe(3);
});

test('B1: on time of the month is what the cells of its settlements say', () => {
  const dossiers = emptyUnitDossiers();
  const settled = (dueAt: string) =>
    dossierOf(...received(dueAt, ['09:00', 'settled', { result: 'done' }], ['09:30', 'delivered']));
  for (const dossier of [settled('2026-11-22'), settled('2026-11-25')])
    for (const part of dossierContributions(dossier, storyZone))
      addToUnit(dossiers, { ...part, add: mergeDossierCells([part.add]) });
  expect(readDossiers(dossiers, opening, clockOf('10:00'))).toMatchObject({
    onTimeMonth: [1, 2],
    notCollected: 0,
  });
  expect(readDossiers(dossiers, opening, clockOf('2026-12-01 10:00')).onTimeMonth).toEqual([0, 0]);
});

test('B2: an open dossier stays live, an ended one until the day after', () => {
  const live = (...story: DossierStep[]) =>
    isLiveDossier(liveDossier(dossierOf(...received('2026-11-25', ...story))), STORY_ZONE, '2026-11-24');
  expect([
    live(),
    live(['2026-11-24 09:00', 'settled', { result: 'done' }]),
    live(['2026-11-23 09:00', 'settled', { result: 'done' }]),
  ]).toEqual([true, true, false]);
});
