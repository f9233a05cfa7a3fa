import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitSeconds } from '../../lib/domain/contribution.ts';
import { type CounterTold, lineAt } from '../../lib/domain/estimate/line.ts';
import { AT_ONCE, NOBODY } from '../../lib/domain/estimate/load.ts';
import { situationOf } from '../../lib/domain/estimate/situation.ts';
import { situationsOf } from '../../lib/domain/estimate/wait-case.ts';
import { addCases, holds, noFigures, PROMISED, waitRange } from '../../lib/domain/estimate/wait-range.ts';
import { foldTicket } from '../../lib/domain/ticket.ts';
import { type TicketFact, withFact } from '../../lib/domain/ticket-fact.ts';
import { lawRuns } from '../support/law-runs.ts';

const NUM_RUNS = { numRuns: lawRuns(2_000) };
const arbitraryCase = fc.record({
  service: fc.constantFrom('a', 'b'),
  load: fc.oneof(fc.constantFrom(AT_ONCE, NOBODY), fc.integer({ min: -6, max: 12 })),
  seconds: fc.nat(9_000),
});

test('E5: a range holds four in five of the past cases it is made of, and there are 30 of them at least', () => {
  fc.assert(
    fc.property(fc.array(arbitraryCase, { maxLength: 200 }), arbitraryCase, (cases, { service, load }) => {
      const figures = noFigures();
      addCases(figures, cases);
      const range = waitRange(figures, service, load);
      const near = (reach: number) => cases.filter((one) => Math.abs(one.load - load) <= reach);
      if (!range) {
        expect(near(0).length).toBeLessThan(30);
        return;
      }
      expect(range.n).toBeGreaterThanOrEqual(30);
      const pools = [0, 1, 2, 3, 4].flatMap((reach) => [
        near(reach),
        near(reach).filter((one) => one.service === service),
      ]);
      const covered = pools
        .filter(({ length }) => length === range.n)
        .map((pool) => pool.filter(({ seconds }) => holds(range, seconds)).length);
      expect(Math.max(...covered)).toBeGreaterThanOrEqual(Math.ceil(range.n * PROMISED));
    }),
    NUM_RUNS,
  );
});

test('E5: days that are taken away again leave the figures of the others', () => {
  const days = fc.tuple(fc.array(arbitraryCase), fc.array(arbitraryCase));
  fc.assert(
    fc.property(days, arbitraryCase, ([kept, gone], { service, load }) => {
      const one = noFigures();
      addCases(one, kept);
      const other = noFigures();
      addCases(other, gone);
      addCases(other, kept);
      addCases(other, gone, -1);
      expect(waitRange(other, service, load)).toEqual(waitRange(one, service, load));
    }),
    NUM_RUNS,
  );
});

/** A ticket of a day of 20 minutes: calls, holds, transfers and ends at any minute, in any order. */
const arbitraryTicket = fc
  .array(
    fc.record({
      minute: fc.nat(20),
      kind: fc.constantFrom(
        'called',
        'started',
        'held',
        'resumed',
        'transferred',
        'no_show',
        'left',
        'finished',
      ),
      counter: fc.constantFrom('1', '2'),
      service: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 5 },
  )
  .chain((steps) => fc.record({ steps: fc.constant(steps), came: fc.nat(20), priority: fc.boolean() }));

test('E4: a day gone through once finds what reading every instant anew finds', () => {
  fc.assert(
    fc.property(fc.array(arbitraryTicket, { maxLength: 12 }), (stories) => {
      const tickets = stories.map(({ steps, came, priority }, name) => {
        const issued: TicketFact = {
          kind: 'issued',
          at: came * 60_000,
          source: '/m',
          id: 'i',
          service: 'a',
          ...(priority && { priority: 'elderly' }),
        };
        const facts = steps.map(({ minute, kind, counter, service }, index): TicketFact => {
          const step = { at: minute * 60_000, source: '/m', id: String(index) };
          return kind === 'transferred' ? { ...step, kind, toService: service } : { ...step, kind, counter };
        });
        return [`t${name}`, foldTicket([issued, ...facts].reduce<TicketFact[]>(withFact, []))] as const;
      });
      const told: CounterTold[] = [{ counter: '1', at: 300_000, state: 'open', services: ['a'] }];
      const once = [...situationsOf(tickets, told)].map(({ ticket, situation }) => [ticket, situation]);
      const anew = tickets
        .filter(([, ticket]) => waitSeconds(ticket) !== null)
        .sort(([a, one], [b, other]) => one.waitStartAt - other.waitStartAt || (a < b ? -1 : 1))
        .map(([id, ticket]) => {
          const at = ticket.waitStartAt;
          const others = tickets.filter(([other]) => other !== id);
          const own = {
            id,
            service: ticket.issuedService,
            since: at,
            priority: ticket.priority !== null,
            toCounter: null,
          };
          return [ticket, situationOf(lineAt(others, told, at), own)];
        });
      expect(once).toEqual(anew);
    }),
    NUM_RUNS,
  );
});

/** Calls and transfers in turn, and perhaps an end: a recall or a no-show is read as it ended. */
const arbitraryStory = fc.record({
  minutes: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 7 }),
  counters: fc.array(fc.constantFrom('1', '2'), { minLength: 7, maxLength: 7 }),
  toService: fc.constantFrom('a', 'b'),
  ends: fc.boolean(),
});

test('E1: what comes later changes nothing in the line of an instant', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStory, { maxLength: 6 }), fc.nat(20), (stories, minute) => {
      const at = minute * 60_000;
      const lineKnown = (until: number) => {
        const tickets = stories.map(({ minutes, counters, toService, ends }, name) => {
          const facts = minutes
            .sort((a, b) => a - b)
            .map((when, index): TicketFact => {
              const step = { at: when * 60_000, source: '/m', id: String(index) };
              if (index === 0) return { ...step, kind: 'issued', service: 'a' };
              if (ends && index === minutes.length - 1) return { ...step, kind: 'finished' };
              return index % 2 === 1
                ? { ...step, kind: 'called', counter: counters[index] ?? '1' }
                : { ...step, kind: 'transferred', toService };
            })
            .filter((fact) => fact.at <= until);
          return [`t${name}`, foldTicket(facts.reduce<TicketFact[]>(withFact, []))] as const;
        });
        const { waiting, working } = lineAt(tickets, [], at);
        return { waiting, working: working.map((one) => ({ ...one, services: [...(one.services ?? [])] })) };
      };
      expect(lineKnown(Number.POSITIVE_INFINITY)).toEqual(lineKnown(at));
    }),
    NUM_RUNS,
  );
});
