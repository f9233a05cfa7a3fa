import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { textFault } from '../../lib/domain/events/text.ts';
import { arbitraryEvents, arbitraryInstant } from '../support/arbitrary-events.ts';
import { boardsOf, cellsOf, foldInto, LAW_UNITS, lawMemory } from '../support/law-city.ts';
import { lawRuns } from '../support/law-runs.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', '\u0000', '\ud800', 'é', '__proto__', 'NaN', '2026-12-01', '7'),
);
const garbage = fc.oneof(
  { weight: 3, arbitrary: fc.object({ key: text, withBigInt: false, withNullPrototype: true, maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.anything({ key: text, maxDepth: 2 }) },
  { weight: 2, arbitrary: text },
  { weight: 1, arbitrary: fc.json().map((json): unknown => JSON.parse(json)) },
);
/** An event as programs send it, in which up to two fields, of the envelope or of the data, are something else. */
const spoiled = fc
  .tuple(
    arbitraryEvents(['w1'], 1),
    fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.oneof(text, garbage, fc.constant(undefined))), {
      maxLength: 2,
    }),
  )
  .map(([[event], changes]) => {
    const sent: Record<string, unknown> = event ? { ...toCloudEvent(event) } : {};
    const data: Record<string, unknown> = { ...event?.data, ...(sent.data as object) };
    for (const [place, inside, value] of changes) {
      const target = inside ? data : sent;
      const names = [...Object.keys(target), 'surplus'];
      target[names[place % names.length] ?? ''] = value;
    }
    return 'data' in sent && typeof sent.data === 'object' ? { ...sent, data } : sent;
  });

test('L4: any garbage is read as an event or refused with a code and a place; nothing throws', () => {
  const seen = { ok: 0, refused: 0 };
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: spoiled }, { weight: 1, arbitrary: garbage }), (item) => {
      const read = readEnvelope(item);
      if (read.ok) {
        seen.ok += 1;
        // What passes the door can be stored and folded.
        expect(textFault(JSON.stringify(read.event.data).replaceAll('\\u0000', '\u0000'))).toBeNull();
        expect(Number.isFinite(read.event.at)).toBe(true);
        foldInto(lawMemory(), [read.event]);
      } else {
        seen.refused += 1;
        expect(read.refusal.code).toMatch(/^[a-z_]+$/);
        expect(typeof read.refusal.pointer).toBe('string');
      }
    }),
    { numRuns: lawRuns(4_000) },
  );
  // Both ways were tried, or the law would say nothing.
  expect(seen.ok).toBeGreaterThan(400);
  expect(seen.refused).toBeGreaterThan(400);
});

/** Names of parts whose numbers are counts or lengths; instants and offsets are numbers too, but late enough. */
function negativeIn(value: unknown, path = ''): string | null {
  if (typeof value === 'number') return value < 0 || Number.isNaN(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, held] of Object.entries(value)) {
    const found = negativeIn(held, `${path}/${key}`);
    if (found) return found;
  }
  return null;
}

/** A pair of whole numbers n of `of`, as every share stands on a board. */
const isCount = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((n) => Number.isInteger(n) && n >= 0) &&
  value[0] <= value[1];

/** L4: no key on a board speaks of a share or a percentage: it would have lost its n. */
const bareShares = (board: unknown): string[] =>
  [...JSON.stringify(board).matchAll(/"([^"]*(?:[Ss]hare|[Pp]ercent|[Rr]ate))":/g)].map(
    ([, key]) => key ?? '',
  );

test('L4: any list of events leaves the fold total: no count negative, no share without its n, rows of 250 bytes', () => {
  fc.assert(
    fc.property(arbitraryEvents(LAW_UNITS), arbitraryInstant, (events, at) => {
      const memory = lawMemory();
      foldInto(memory, events, 7);
      for (const unit of memory.units.values())
        expect(negativeIn([cellsOf(unit.halfHours), cellsOf(unit.days), cellsOf(unit.months)])).toBeNull();
      const boards = boardsOf(memory, at);
      expect(negativeIn(boards)).toBeNull();
      for (const board of Object.values(boards)) {
        if (!board) throw new Error('an area without a board');
        const { within, satisfiedToday, satisfiedMonth, response } = board.totals;
        for (const count of [within, satisfiedToday, satisfiedMonth]) expect(isCount(count)).toBe(true);
        expect(response.every((n) => n >= 0)).toBe(true);
        expect(bareShares({ ...board, targets: null })).toEqual([]);
        if (!('units' in board)) continue;
        for (const row of Object.values(board.units)) {
          expect(isCount(row.x) && isCount(row.m) && isCount(row.o ?? [0, 0])).toBe(true);
          expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThanOrEqual(250);
        }
      }
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('L4: a row of a day from 7:00 to 17:00 with hundreds of people fits into 250 bytes', () => {
  const instant = 1_796_096_519_123;
  const number = fc.nat({ max: 999 });
  const count = fc.tuple(fc.nat({ max: 99_999 }), fc.nat({ max: 99_999 }));
  const row = fc.record({
    w: number,
    s: fc.constant(instant),
    c: fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 })),
    x: count,
    m: count,
    l: fc.constant(instant),
    q: fc.constant(instant),
    f: fc.constant(14),
    h: fc.array(number, { minLength: 20, maxLength: 20 }),
    z: fc.nat({ max: 99 }),
    d: fc.tuple(fc.nat({ max: 99_999 }), fc.nat({ max: 9999 }), fc.nat({ max: 999 })),
    o: count,
  });
  fc.assert(
    fc.property(row, (one) => {
      expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThanOrEqual(250);
    }),
    { numRuns: lawRuns(2_000) },
  );
});
