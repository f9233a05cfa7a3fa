import { expect, test } from 'vitest';
import type { Limit } from '../../../lib/domain/calendar/due.ts';
import type { Opening } from '../../../lib/domain/calendar/working-time.ts';
import { foldDossier } from '../../../lib/domain/dossier/dossier.ts';
import { dossierFact, withDossierFact } from '../../../lib/domain/dossier/dossier-fact.ts';
import { type PromiseEvent, promisesOf } from '../../../lib/domain/dossier/promises.ts';
import { readEnvelope } from '../../../lib/domain/events/envelope.ts';
import { addedEvents } from '../../../lib/domain/events/registry.ts';
import { instantOf, weekdayOf } from '../../../lib/domain/zoned-time.ts';
import { type DossierStep, dossierFacts, STORY_ZONE, storyZone } from '../../support/dossier-story.ts';
import { clockOf } from '../../support/ticket-story.ts';

const span = (day: string, from: string, to: string) => ({
  fromAt: instantOf(STORY_ZONE, day, from),
  toAt: instantOf(STORY_ZONE, day, to),
});
const week: Opening = {
  zone: STORY_ZONE,
  spansOf: (day) => (weekdayOf(day) < 6 ? [span(day, '07:30', '11:30'), span(day, '13:30', '17:00')] : []),
};
const unknown: Opening = { zone: STORY_ZONE, spansOf: () => [] };

function promised(limit: Limit | null, opening: Opening, ...story: DossierStep[]) {
  const facts = dossierFacts(...story);
  const made = promisesOf(facts, { dossier: 'H1', receipt: true, carried: null }, () => ({ limit, opening }));
  const known = made.map(dossierFact).reduce(withDossierFact, facts);
  return { made, known, dossier: foldDossier(known, storyZone, null) };
}

const days = (n: number): Limit => ({ kind: 'days', days: n });

test('F5: without a due date the limit of the procedure gives one, on its last day until it ends', () => {
  const { dossier, made } = promised(days(3), week, ['2026-11-19 09:00', 'received']);
  expect(made).toHaveLength(1);
  expect(dossier.due).toEqual({ at: clockOf('2026-11-24 17:00'), day: '2026-11-24', kind: 'day' });
});

test('F4, F5: hours and same-day procedures keep their clock time', () => {
  const hours = promised({ kind: 'hours', hours: 4 }, week, ['2026-11-23 10:30', 'received']);
  expect(hours.dossier.due).toMatchObject({ at: clockOf('2026-11-23 16:30'), kind: 'time' });
  const same = promised({ kind: 'sameDay', cutOff: '15:00' }, week, ['2026-11-23 10:30', 'received']);
  expect(same.dossier.due).toMatchObject({ at: clockOf('2026-11-23 17:00'), kind: 'clock' });
});

test('F5: a told due date is nobody else’s to make; no limit or no calendar makes none', () => {
  const told: DossierStep = ['2026-11-23 10:30', 'received', { dueAt: '2026-11-25' }];
  expect(promised(days(1), week, told).made).toEqual([]);
  expect(promised(null, week, ['2026-11-23 10:30', 'received']).dossier.due).toBeNull();
  expect(promised(days(1), unknown, ['2026-11-23 10:30', 'received']).dossier.due).toBeNull();
});

test('F6: a supply moves the date by working time, told or promised, one stretch after the other', () => {
  const { dossier, made } = promised(
    null,
    week,
    ['2026-11-19 09:00', 'received', { dueAt: clockOf('2026-11-24 10:30') }],
    ['2026-11-20 16:00', 'supplement_asked'],
    ['2026-11-23 08:30', 'supplement_supplied'],
    ['2026-11-23 09:00', 'supplement_asked'],
    ['2026-11-23 10:00', 'supplement_supplied'],
  );
  // One hour of Friday, one of Monday and one more: 10:30 moves to 11:30, then over the lunch break.
  expect(made.map(({ data }) => 'dueAt' in data && data.dueAt)).toEqual([
    clockOf('2026-11-24 14:30'),
    clockOf('2026-11-24 15:30'),
  ]);
  expect(dossier.due?.at).toBe(clockOf('2026-11-24 15:30'));
});

test('F6: without a calendar the clock tells; a weekend alone moves nothing', () => {
  const story = (asked: string, supplied: string): DossierStep[] => [
    ['2026-11-19 09:00', 'received', { dueAt: clockOf('2026-11-24 10:30') }],
    [asked, 'supplement_asked'],
    [supplied, 'supplement_supplied'],
  ];
  const clock = promised(null, unknown, ...story('2026-11-20 16:00', '2026-11-20 18:00'));
  expect(clock.made).toEqual([]);
  expect(clock.dossier.due?.at).toBe(clockOf('2026-11-24 12:30'));
  const weekend = promised(null, week, ...story('2026-11-21 09:00', '2026-11-22 09:00'));
  expect(weekend.dossier.due?.at).toBe(clockOf('2026-11-24 10:30'));
});

test('F6: what the source moved itself needs no counting', () => {
  const { made } = promised(
    null,
    week,
    ['2026-11-19 09:00', 'received', { dueAt: '2026-11-24' }],
    ['2026-11-20 16:00', 'supplement_asked'],
    ['2026-11-23 08:30', 'supplement_supplied', { dueAt: '2026-11-25' }],
  );
  expect(made).toEqual([]);
});

test('F13: the wait for acceptance is counted in working time', () => {
  const { dossier } = promised(
    null,
    week,
    ['2026-11-20 16:00', 'submitted'],
    ['2026-11-23 08:30', 'received'],
  );
  expect(dossier.acceptSeconds).toBe(2 * 3600);
});

test('F5: promises are worked out once and are facts that their schemas know, refused at the door', () => {
  const story: DossierStep[] = [
    ['2026-11-18 09:00', 'submitted'],
    ['2026-11-19 09:00', 'received'],
    ['2026-11-20 16:00', 'supplement_asked'],
    ['2026-11-23 08:30', 'supplement_supplied'],
  ];
  const { made, known } = promised(days(5), week, ...story);
  expect(made).toHaveLength(3);
  const again = promisesOf(known, { dossier: 'H1', receipt: true, carried: null }, () => ({
    limit: days(9),
    opening: week,
  }));
  expect(again).toEqual([]);
  for (const event of made) {
    expect(schemaOf(event).parse(event.data)).toEqual(event.data);
    const read = readEnvelope({
      ...event,
      specversion: '1.0',
      subject: event.unit,
      time: new Date(event.at).toISOString(),
    });
    expect(read).toMatchObject({ ok: false, refusal: { code: 'server_only_type' } });
  }
});

const schemaOf = ({ type }: PromiseEvent) => addedEvents[type];
