import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlertReading } from '../../lib/domain/alerts/reading.ts';
import { type StandingAlerts, watchUnit } from '../../lib/domain/alerts/watch-unit.ts';
import { addWorking, type Opening, workingBetween } from '../../lib/domain/calendar/working-time.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { Span } from '../../lib/domain/settings.ts';
import { quietSources, type SeldomKind } from '../../lib/domain/silence.ts';
import type { SignalKind } from '../../lib/domain/unit-state.ts';
import { instantOf, localDay } from '../../lib/domain/zoned-time.ts';
import { ALERT_ZONE, CALM, DEFAULT_RULES } from '../support/alert-sample.ts';
import { lawRuns } from '../support/law-runs.ts';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const MONDAY = '2026-11-23';
const START = instantOf(ALERT_ZONE, MONDAY, '07:30');
const LIMIT_LEAST = 15 * MINUTE;

/** Day by day what the sessions of every open day are; asked for thousands of times. */
const sessions = new Map<string, { since: number; spans: Span[] }>();
const sessionsOn = (day: string) =>
  heldOrMade(sessions, day, () => {
    const at = (time: string): number => instantOf(ALERT_ZONE, day, time);
    const spans = [
      { fromAt: at('07:30'), toAt: at('11:30') },
      { fromAt: at('13:30'), toAt: at('17:00') },
    ];
    return { since: Math.round((at('07:30') - START) / DAY_MS), spans };
  });

/** Working days of two sessions; `closed` days of the two weeks have none. */
const openingOf = (closed: readonly number[]): Opening => ({
  zone: ALERT_ZONE,
  spansOf(day) {
    const { since, spans } = sessionsOn(day);
    return since % 7 > 4 || closed.includes(since) ? [] : spans;
  },
});

const limitOf = (gap: number): number => Math.max(LIMIT_LEAST, 3 * gap);

type Look = { at: number; raised: boolean; cleared: boolean; heardAt: number; spans: readonly Span[] };

/** Looks at a source that is heard at `signs`, every so many minutes, as the watch does. */
function watched(
  kind: SeldomKind,
  signs: readonly number[],
  gap: number,
  opening: Opening | null,
  every: readonly number[],
): Look[] {
  const looks: Look[] = [];
  let standing: StandingAlerts = new Map();
  let at = signs[0] ?? START;
  const alertKind = kind === 'ratings' ? 'silentRatings' : 'silentDossiers';
  for (const minutes of every) {
    at += minutes * MINUTE;
    const heardAt = signs.findLast((sign) => sign <= at) ?? START;
    const spans = opening?.spansOf(localDay(ALERT_ZONE, at)) ?? null;
    const signals = new Map<SignalKind, number>([[kind, heardAt]]);
    const known = { spans, opening: opening ?? openingOf([]), usualGaps: { [kind]: gap } };
    const reading: AlertReading = {
      ...CALM,
      waiting: 0,
      waitingSince: null,
      spans,
      silentFrom: null,
      quiet: quietSources({ signals }, known),
    };
    const { raise, clear } = watchUnit(standing, reading, DEFAULT_RULES, ALERT_ZONE, at);
    const raised = raise.some(({ cause }) => cause.kind === alertKind);
    const cleared = clear.some((one) => one.kind === alertKind);
    if (raised) standing = new Map([[alertKind, { alert: 'x', calmSince: null }]]);
    if (cleared) standing = new Map();
    looks.push({ at, raised, cleared, heardAt, spans: spans ?? [] });
  }
  return looks;
}

const gaps = fc.integer({ min: 1, max: 400 }).map((minutes) => minutes * MINUTE);
const closedDays = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 4 });
const kinds = fc.constantFrom<SeldomKind>('ratings', 'dossiers');
const looking = fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 20, maxLength: 60 });

/** Signs by the opening time between them, in parts of the limit. */
const signsAfter = (opening: Opening, gap: number, parts: readonly number[]): number[] => {
  const signs = [START];
  for (const part of parts)
    signs.push(addWorking(opening, signs.at(-1) ?? START, part * limitOf(gap)) ?? START);
  return signs;
};

test('G13, AA16: silence of a seldom source is found within its bound, once, and never outside a session or at its beginning', () => {
  fc.assert(
    fc.property(
      kinds,
      gaps,
      closedDays,
      fc.array(fc.double({ min: 0.01, max: 4, noNaN: true }), { maxLength: 12 }),
      looking,
      (kind, gap, closed, parts, every) => {
        const opening = openingOf(closed);
        const signs = signsAfter(opening, gap, parts);
        const limit = limitOf(gap);
        let standing = false;
        for (const { at, raised, cleared, heardAt, spans } of watched(kind, signs, gap, opening, every)) {
          const session = spans.find(({ fromAt, toAt }) => at >= fromAt && at < toAt);
          const quiet = workingBetween(opening, heardAt, at);
          if (raised) {
            expect(session).toBeDefined();
            expect(quiet).toBeGreaterThanOrEqual(limit);
            const begunAt = session?.fromAt ?? at;
            // Nobody may have looked in the session before.
            if (workingBetween(opening, heardAt, begunAt) < limit)
              expect(at - begunAt).toBeGreaterThanOrEqual(LIMIT_LEAST);
            expect(standing).toBe(false);
            standing = true;
          }
          // A look that finds it silent for as long as a session's beginning can put it off has said so.
          if (session && quiet >= limit + LIMIT_LEAST) expect(standing).toBe(true);
          if (cleared) {
            expect(standing).toBe(true);
            expect(quiet).toBeLessThan(limit + LIMIT_LEAST);
            standing = false;
          }
        }
      },
    ),
    { numRuns: lawRuns(2000) },
  );
});

test('G13: a source that keeps to its own gaps never flaps, however seldom it is heard', () => {
  fc.assert(
    fc.property(
      kinds,
      gaps,
      closedDays,
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 30, maxLength: 60 }),
      looking,
      (kind, gap, closed, parts, every) => {
        const opening = openingOf(closed);
        const signs = signsAfter(opening, gap, parts);
        const end = signs.at(-1) ?? START;
        const looks = watched(kind, signs, gap, opening, every).filter(({ at }) => at <= end);
        expect(looks.filter(({ raised }) => raised)).toEqual([]);
      },
    ),
    { numRuns: lawRuns(2000) },
  );
});

test('G13: where no sessions are known the clock counts, and only against its own pattern', () => {
  fc.assert(
    fc.property(kinds, gaps, looking, (kind, gap, every) => {
      let standing = false;
      for (const { at, raised } of watched(kind, [START], gap, null, every)) {
        expect(raised).toBe(!standing && at - START >= limitOf(gap));
        standing ||= raised;
      }
    }),
    { numRuns: lawRuns(2000) },
  );
});

test('G13: what was never told, or has no pattern, is not silent', () => {
  const opening = openingOf([]);
  const spans = opening.spansOf(MONDAY);
  const heard = new Map<SignalKind, number>([['ratings', START - 30 * DAY_MS]]);
  expect(quietSources({ signals: new Map() }, { spans, opening, usualGaps: { ratings: MINUTE } })).toEqual(
    {},
  );
  expect(quietSources({ signals: heard }, { spans, opening, usualGaps: {} })).toEqual({});
  expect(quietSources({ signals: heard }, { spans, opening, usualGaps: { dossiers: MINUTE } })).toEqual({});
  const never: Opening = { zone: ALERT_ZONE, spansOf: () => [] };
  expect(
    quietSources({ signals: heard }, { spans: [], opening: never, usualGaps: { ratings: MINUTE } }),
  ).toEqual({});
});
