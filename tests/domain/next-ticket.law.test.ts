import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, nextTicket } from '../../lib/domain/next-ticket.ts';
import { lawRuns } from '../support/law-runs.ts';

const SERVICES = ['a', 'b', 'c'];
const candidates = fc
  .array(
    fc.record({
      service: fc.constantFrom(...SERVICES),
      toCounter: fc.option(fc.constantFrom('1', '2'), { freq: 5 }),
      waitStartAt: fc.integer({ min: 0, max: 30 }),
      favoured: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((drawn) => drawn.map((one, n): Candidate => ({ ...one, ticket: `t${n}`, number: null })));
const caller = fc.record({
  counter: fc.constantFrom('1', '2'),
  services: fc.subarray(SERVICES),
});
const every = fc.integer({ min: 0, max: 4 });

/** Everybody a counter calls until nobody is left, in that order. */
function callAll(
  waiting: readonly Candidate[],
  by: { counter: string; services: string[] },
  k: number,
): Candidate[] {
  const called: Candidate[] = [];
  for (;;) {
    const left = waiting.filter((one) => !called.includes(one));
    const next = nextTicket(left, by, k, called.map(({ favoured }) => favoured).reverse());
    if (!next) return called;
    called.push(next);
  }
}

describe('NT3: whom a counter calls next', () => {
  test('is a function of who waits, not of the order in which they are known', () => {
    fc.assert(
      fc.property(candidates, caller, every, fc.array(fc.boolean()), (waiting, by, k, calls) => {
        const shuffled = [...waiting].reverse();
        expect(nextTicket(shuffled, by, k, calls)).toEqual(nextTicket(waiting, by, k, calls));
      }),
      { numRuns: lawRuns(2000) },
    );
  });

  test('nobody is left over, and nobody is called whom the counter does not serve (NT1)', () => {
    fc.assert(
      fc.property(candidates, caller, every, (waiting, by, k) => {
        const mine = ({ toCounter, service }: Candidate): boolean =>
          toCounter === by.counter ||
          (toCounter === null && (by.services.length === 0 || by.services.includes(service)));
        const called = callAll(waiting, by, k);
        expect(new Set(called)).toEqual(new Set(waiting.filter(mine)));
      }),
      { numRuns: lawRuns(2000) },
    );
  });

  test('in each line the one who came first goes first', () => {
    fc.assert(
      fc.property(candidates, caller, every, (waiting, by, k) => {
        const called = callAll(waiting, by, k);
        for (const line of [true, false]) {
          const starts = called
            .filter(({ favoured }) => favoured === line)
            .map(({ waitStartAt }) => waitStartAt);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
      }),
      { numRuns: lawRuns(2000) },
    );
  });

  test('while both wait, `every` ordinary ones go between two favoured ones, no more and no fewer', () => {
    fc.assert(
      fc.property(candidates, caller, every, (waiting, by, k) => {
        const called = callAll(waiting, by, k);
        const lastOf = (line: boolean): number => called.findLastIndex(({ favoured }) => favoured === line);
        const both = called.slice(0, Math.min(lastOf(true), lastOf(false)) + 1);
        // The favoured line begins, then one of it follows each `every` ordinary ones.
        for (const [n, { favoured }] of both.entries()) expect(favoured).toBe(n % (k + 1) === 0);
      }),
      { numRuns: lawRuns(2000) },
    );
  });
});
