import { expect, test } from 'vitest';
import { AT_ONCE, loadOf } from '../../lib/domain/estimate/load.ts';
import { coverageOf, unitWaits } from '../../lib/domain/estimate/unit-waits.ts';
import { situationsOf, type WaitCase, waitCases } from '../../lib/domain/estimate/wait-case.ts';
import { addCases, holds, noFigures, waitRange } from '../../lib/domain/estimate/wait-range.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { foldTicket, type Ticket } from '../../lib/domain/ticket.ts';
import { type TicketFact, withFact } from '../../lib/domain/ticket-fact.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { BANK_ZONE, bankTickets } from '../support/bank.ts';
import { seeded } from '../support/seeded.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const SPLIT = '1999-01-15';
const nearestRank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function scored(figures: ReturnType<typeof noFigures>, cases: readonly WaitCase[]) {
  const { all } = coverageOf(figures, cases);
  const ranges = cases.flatMap(({ service, load }) => waitRange(figures, service, load) ?? []);
  return { ...all, share: all.held / all.of, width: mean(ranges.map((r) => r.highSec - r.lowSec)) };
}

/** Waits of a queue with `counters` counters, random arrivals and services, on one day. */
function syntheticDay(random: () => number, counters: number, busy: number): [string, Ticket][] {
  const served = (): number => -Math.log(1 - random()) * 300_000;
  const free = Array.from({ length: counters }, () => 0);
  const tickets: [string, Ticket][] = [];
  let at = 0;
  while (at < 3 * 3_600_000) {
    at += Math.ceil((-Math.log(1 - random()) * 300_000) / (counters * busy));
    const next = free.indexOf(Math.min(...free));
    const called = Math.max(at, free[next] ?? 0);
    const finished = Math.ceil(called + served());
    free[next] = finished;
    const told: TicketFact[] = [
      { kind: 'issued', at, source: '/m', id: '0', service: 'a' },
      { kind: 'called', at: called, source: '/m', id: '1', counter: String(next) },
      { kind: 'finished', at: finished, source: '/m', id: '2', counter: String(next) },
    ];
    tickets.push([`t${tickets.length}`, foldTicket(told.reduce<TicketFact[]>(withFact, []))]);
  }
  return tickets;
}

test('E7: of any steady queue about four in five ranges hold, learned from 20 days and held against the next', () => {
  const random = seeded(6);
  for (const counters of [1, 3])
    for (const busy of [0.8, 1.05]) {
      const days = Array.from({ length: 40 }, (_, index) => ({
        day: `${index}`,
        cases: waitCases(syntheticDay(random, counters, busy), []),
      }));
      // Where a counter is free nobody waits, and that range always holds.
      const checks = days.slice(0, 20).map(({ cases }, index) => {
        const { figures } = unitWaits(days.slice(index + 1), 20);
        const busyOnes = cases.filter(({ load }) => load !== AT_ONCE);
        return coverageOf(figures, busyOnes).all;
      });
      const held = checks.reduce((sum, check) => sum + check.held, 0);
      const of = checks.reduce((sum, check) => sum + check.of, 0);
      expect(of).toBeGreaterThan(100);
      const name = `${counters} counters at ${busy}: ${held} of ${of}`;
      expect(held / of, name).toBeGreaterThan(0.7);
      expect(held / of, name).toBeLessThan(0.93);
    }
});

test('E7: what a unit estimates by are its last days, and the newest is held against those before it', () => {
  const day = (name: string, seconds: number) => ({
    day: name,
    cases: Array.from({ length: 40 }, () => ({ service: 'a', load: 0, seconds })),
  });
  const { figures, checked } = unitWaits([day('4', 60), day('3', 60), day('2', 60), day('1', 3600)], 3);
  expect(checked).toMatchObject({ day: '4', all: { held: 40, of: 40 } });
  expect(waitRange(figures, 'a', 0)).toEqual({ lowSec: 60, highSec: 60, n: 120 });
  expect(unitWaits([], 3).checked).toBeNull();
  // With too few days before it nothing could be given, and nothing is held against it.
  expect(unitWaits([day('1', 60)], 3).checked?.all).toEqual({ held: 0, of: 0 });
});

describeWithSharedData("E5, E7: the bank's waits, learned from the first half of a month", (folder) => {
  const days = new Map<string, [string, Ticket][]>();
  for (const [id, facts] of bankTickets(folder)) {
    const ticket = foldTicket(facts.reduce<TicketFact[]>(withFact, []));
    const day = localDay(BANK_ZONE, ticket.waitStartAt);
    heldOrMade(days, day, () => []).push([id, ticket]);
  }
  const found = [...days].sort().flatMap(([day, tickets]) =>
    [...situationsOf(tickets, [])].map(({ ticket, seconds, situation }) => ({
      day,
      ticket,
      situation,
      service: ticket.issuedService,
      load: loadOf(situation),
      seconds,
    })),
  );
  const first = found.filter(({ day }) => day <= SPLIT);
  const second = found.filter(({ day }) => day > SPLIT);
  const figures = noFigures();
  addCases(figures, first);
  const own = scored(figures, second);

  test('every called ticket of the second half but a handful gets a range', () => {
    expect(second.length).toBeGreaterThan(13_000);
    expect(own.of / second.length).toBeGreaterThan(0.99);
  });

  test('the ranges hold in 75 to 85 of 100 waits of the second half', () => {
    expect(own.share).toBeGreaterThan(0.75);
    expect(own.share).toBeLessThan(0.85);
  });

  test('they are narrower than one constant range of q10 to q90, overall and per service', () => {
    const constant = (of: readonly WaitCase[]): number => {
      const waits = of.map(({ seconds }) => seconds).sort((a, b) => a - b);
      return nearestRank(waits, 0.9) - nearestRank(waits, 0.1);
    };
    expect(own.width).toBeLessThan(constant(first));
    const widths = new Map(
      [...grouped(first, ({ service }) => service)].map(([service, of]) => [service, constant(of)]),
    );
    expect(own.width).toBeLessThan(mean(second.map(({ service }) => widths.get(service) ?? 0)));
  });

  test('so do those of every service of 200 waits and more; the small ones hold in less, which is told with its n', () => {
    for (const [service, cases] of grouped(second, (one) => one.service)) {
      const { held, of, share } = scored(figures, cases);
      const name = `${service}: ${held} of ${of}`;
      expect(share, name).toBeGreaterThan(of < 200 ? 0.6 : 0.75);
      expect(share, name).toBeLessThan(0.9);
    }
  });

  test('beside "queue × mean ÷ counters": nearer on average, and more waits in ranges no wider', () => {
    const meanServed = new Map(
      [...grouped(first, ({ service }) => service)].map(([service, cases]) => [
        service,
        mean(cases.flatMap(({ ticket: { servings } }) => servings.flatMap(servedSeconds))),
      ]),
    );
    /** Whoever finds a counter free is called at once; where nobody works the formula says nothing. */
    const formula = ({ service, situation: { ahead, working } }: (typeof found)[number]): number =>
      (ahead * (meanServed.get(service) ?? 0)) / working;
    const both = second.flatMap((one) => {
      const range = one.situation.working > 0 && waitRange(figures, one.service, one.load);
      return range ? [{ ...range, seconds: one.seconds, formula: formula(one) }] : [];
    });
    expect(both.length / second.length).toBeGreaterThan(0.99);
    const off = {
      ours: mean(both.map(({ lowSec, highSec, seconds }) => Math.abs((lowSec + highSec) / 2 - seconds))),
      formula: mean(both.map(({ formula: told, seconds }) => Math.abs(told - seconds))),
    };
    // Its range: what its own errors of the first half were, q10 to q90.
    const errors = first
      .filter(({ situation }) => situation.working > 0)
      .map((one) => one.seconds - formula(one))
      .sort((a, b) => a - b);
    const [low, high] = [nearestRank(errors, 0.1), nearestRank(errors, 0.9)];
    const theirs = both.map(({ formula: told, seconds }) => {
      const range = { lowSec: Math.max(0, told + low), highSec: Math.max(0, told + high), n: 0 };
      return { held: holds(range, seconds), width: range.highSec - range.lowSec };
    });
    const ours = both.map((one) => ({ held: holds(one, one.seconds), width: one.highSec - one.lowSec }));
    const share = (ranges: typeof ours): number => ranges.filter(({ held }) => held).length / ranges.length;
    const width = (ranges: typeof ours): number => mean(ranges.map((one) => one.width));
    console.info(
      `ranges ${percent(share(ours))} in ${width(ours).toFixed(1)} s, off ${off.ours.toFixed(1)} s · queue × mean ÷ counters ${percent(share(theirs))} in ${width(theirs).toFixed(1)} s, off ${off.formula.toFixed(1)} s`,
    );
    expect(off.ours).toBeLessThan(off.formula);
    expect(share(ours)).toBeGreaterThan(share(theirs));
    expect(width(ours)).toBeLessThan(width(theirs));
  });
});

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const servedSeconds = ({ fromAt, toAt }: Ticket['servings'][number]): number[] =>
  toAt === null ? [] : [(toAt - fromAt) / 1000];
