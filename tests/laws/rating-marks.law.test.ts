import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rating } from '../../lib/domain/rating.ts';
import { LEVELS } from '../../lib/domain/rating-level.ts';
import {
  addMarks,
  countMarks,
  type DayOfRatings,
  emptyMarks,
  MARKS,
  markDay,
} from '../../lib/domain/rating-marks.ts';
import { lawRuns } from '../support/law-runs.ts';

const DAY = Date.UTC(2026, 11, 2);
const at = fc.integer({ min: 0, max: 40 }).map((n) => DAY + n * 1_700);
const counter = fc.constantFrom('1', '2', null);

/** Half of the days are of one pad whose readers all say the same: runs and bursts are rare otherwise. */
const ratings = fc
  .tuple(
    fc.boolean(),
    fc.uniqueArray(
      fc.record({
        at,
        id: fc.integer({ min: 0, max: 99 }).map(String),
        level: fc.constantFrom(...LEVELS),
        counter,
        ticket: fc.constantFrom('t1', 't2', null),
        dossier: fc.constantFrom('d', null),
        channel: fc.constantFrom('pad', 'qr', 'online', 'paper', null),
        second: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 30, size: 'max' },
    ),
  )
  .map(([alike, all]) =>
    all.map(({ second, ...one }) => ({
      second,
      rating: {
        ...one,
        ...(alike && { level: 'very_satisfied' as const, counter: '1', channel: 'pad' }),
        source: '/law',
        rating: one.id,
        raw: null,
        scale: null,
        service: null,
        officer: null,
        phase: null,
        reasons: [],
      } satisfies Rating,
    })),
  );

const visits = fc.uniqueArray(
  fc
    .record({
      ticket: fc.constantFrom('t1', 't2', 't3', 't4'),
      counter,
      calledAt: at,
      length: fc.option(fc.integer({ min: 0, max: 20_000 })),
      finished: fc.boolean(),
    })
    .map(({ length, ...visit }) => ({ ...visit, endedAt: length === null ? null : visit.calledAt + length })),
  { selector: ({ ticket }) => ticket },
);

const spans = fc.option(
  fc.array(
    at.map((fromAt) => ({ fromAt, toAt: fromAt + 10_000 })),
    { maxLength: 2 },
  ),
);

const days: fc.Arbitrary<DayOfRatings> = fc.record({
  ratings,
  visits,
  spans,
  usual: fc.record({
    levels: fc.constantFrom(new Map(), new Map([['1', new Map([['satisfied' as const, 100]])]])),
    rated: fc.integer({ min: 0, max: 300 }),
    finished: fc.integer({ min: 0, max: 200 }),
  }),
});

test('L1: the marks of a day do not depend on the order in which its facts are given', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      days.chain((day) =>
        fc.tuple(
          fc.constant(day),
          fc.shuffledSubarray([...day.ratings], { minLength: day.ratings.length }),
          fc.shuffledSubarray([...day.visits], { minLength: day.visits.length }),
        ),
      ),
      ([day, ratings_, visits_]) => {
        const found = markDay(day);
        for (const marks of found.values()) for (const mark of marks) seen.add(mark);
        const byCode = (marks: Map<string, string[]>) => [...marks].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(byCode(markDay({ ...day, ratings: ratings_, visits: visits_ }))).toEqual(byCode(found));
      },
    ),
    { numRuns: lawRuns(2_000) },
  );
  expect([...seen].toSorted()).toEqual(MARKS.filter((mark) => mark !== 'oddRate').toSorted());
});

test('S3: what is marked is part of the whole, and sums of parts are the sum of the whole', () => {
  fc.assert(
    fc.property(days, ({ ratings: all, ...day }) => {
      const marks = markDay({ ratings: all, ...day });
      expect([...marks.keys()]).toEqual(all.map(({ rating }) => rating.rating));
      const whole = emptyMarks();
      const parts = [emptyMarks(), emptyMarks()];
      all.forEach(({ rating }, index) => {
        const own = marks.get(rating.rating) ?? [];
        countMarks(whole, rating.level, own);
        countMarks(parts[index % 2] ?? whole, rating.level, own);
      });
      const sum = emptyMarks();
      for (const part of parts) addMarks(sum, part);
      expect(sum).toEqual(whole);
      expect(whole.satisfied).toBeLessThanOrEqual(whole.n);
      expect(whole.n).toBeLessThanOrEqual(all.length);
      for (const mark of MARKS) expect(whole.byReason[mark]).toBeLessThanOrEqual(whole.n);
    }),
    { numRuns: lawRuns(2_000) },
  );
});
