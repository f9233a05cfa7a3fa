import { expect, test } from 'vitest';
import { serviceDay, servingSeconds, ticketContributions } from '../../lib/domain/contribution.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { ticketMeasures } from '../../lib/domain/measures.ts';
import { mergeCells } from '../../lib/domain/rollup.ts';
import { foldTicket, isAtCounter, type Ticket } from '../../lib/domain/ticket.ts';
import { type TicketFact, withFact } from '../../lib/domain/ticket-fact.ts';
import { countOf, percentile } from '../../lib/domain/wait-histogram.ts';
import { momentOf, waiterOf } from '../../lib/domain/waiters.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { BANK_ZONE, type BankFigures, bankInstant, bankReference, bankTickets } from '../support/bank.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const HOUR = 3600;
const nobody = momentOf([], 0, 0, null);
const fold = (facts: readonly TicketFact[]): Ticket =>
  foldTicket(facts.reduce<TicketFact[]>((sorted, fact) => withFact(sorted, fact), []));
const limitless = () => 24 * 60;

describeWithSharedData('the bank of January 1999 against the reference of another program', (folder) => {
  const facts = [...bankTickets(folder).values()];
  const tickets = facts.map(fold);
  const reference = bankReference(folder);

  const measuresOf = (group: readonly Ticket[]) => {
    const parts = group.flatMap((ticket) => ticketContributions(ticket, BANK_ZONE, limitless));
    const cell = mergeCells(parts.map((part) => part.add));
    return ticketMeasures({ cell, unserved: 0, unfinished: 0 }, nobody, [60, 300, 600, 900, 1800]);
  };

  function expectFigures(group: readonly Ticket[], figures: BankFigures): void {
    const { issued, called, finished, left, wait } = measuresOf(group);
    expect([issued, called, finished, left]).toEqual([
      figures.tickets,
      figures.served,
      figures.served,
      figures.left,
    ]);
    expect(wait.meanSec).toBeCloseTo(figures.wait_mean_s ?? Number.NaN, 2);
    expect(wait.maxSec).toBe(figures.wait_max_s);
    expectNear(wait.p50Sec, figures.wait_p50_s);
    expectNear(wait.p90Sec, figures.wait_p90_s);
    expectNear(wait.p95Sec, figures.wait_p95_s);
    for (const minutes of [1, 5, 10, 15, 30]) {
      const percent = (100 * (wait.within[minutes * 60]?.n ?? Number.NaN)) / wait.n;
      expect(percent).toBeCloseTo(figures[`within_${minutes}min_pct`] ?? Number.NaN, 2);
    }
    expectServiceTimes(group, figures);
  }

  // The reference keeps what the product calls suspect, so these come from the stretches of service themselves.
  function expectServiceTimes(group: readonly Ticket[], figures: BankFigures): void {
    const served = group
      .flatMap((ticket) => ticket.servings.map(servingSeconds))
      .filter((seconds) => seconds !== null);
    const sorted = served.toSorted((a, b) => a - b);
    const rank = (share: number) => sorted[Math.ceil(sorted.length * share) - 1];
    expect(served.reduce((a, b) => a + b, 0) / served.length).toBeCloseTo(
      figures.service_mean_s ?? Number.NaN,
      2,
    );
    expect([rank(0.5), rank(0.9)]).toEqual([figures.service_p50_s, figures.service_p90_s]);
    expect(served.filter((seconds) => seconds < 10)).toHaveLength(figures.served_under_10s ?? Number.NaN);
  }

  test('Q1–Q5: counts, waits and service levels of the month agree', () => {
    expect(tickets).toHaveLength(30_079);
    expectFigures(tickets, reference.all);
  });

  test.each(Object.entries(reference.by_service))('Q1: those of service %s agree', (service, figures) => {
    expectFigures(
      tickets.filter((ticket) => ticket.issuedService === service),
      figures,
    );
  });

  test('Q1: those of every service day agree, tickets over midnight included', () => {
    const days = grouped(tickets, (ticket) => serviceDay(ticket, BANK_ZONE));
    for (const [day, figures] of Object.entries(reference.by_day))
      expectFigures(days.get(day) ?? [], figures);
    expect(Object.keys(reference.by_day).every((day) => days.has(day))).toBe(true);
  });

  test('those of the five busiest servers agree', () => {
    const servers = grouped(tickets, (ticket) => ticket.counter);
    for (const [server, figures] of Object.entries(reference.by_server_top5)) {
      expectFigures(servers.get(server) ?? [], figures);
    }
  });

  test('Q6: who waits and who is served at an instant agrees with the facts up to it', () => {
    for (const [clock, figures] of Object.entries(reference.as_of_busiest_day)) {
      const at = bankInstant(clock);
      const then = facts
        .map((all) => fold(all.filter((fact) => fact.at <= at)))
        .filter((ticket) => !ticket.pending);
      const today = then.filter((ticket) => serviceDay(ticket, BANK_ZONE) === clock.slice(0, 10));
      const waiting = then
        .map((ticket) => waiterOf(ticket, BANK_ZONE, at))
        .filter((waiter) => waiter !== null);
      const serving = then.filter(isAtCounter);
      expect({
        waiting: waiting.length,
        in_service: serving.length,
        servers_busy: new Set(serving.map((ticket) => ticket.counter)).size,
        longest_wait_s: Math.max(0, ...waiting.map((waiter) => (at - waiter.waitStartAt) / 1000)),
        issued_today: today.length,
        served_today: then.filter(
          (t) => t.state === 'finished' && localDay(BANK_ZONE, t.endedAt ?? 0) === clock.slice(0, 10),
        ).length,
      }).toEqual(figures);
    }
  });

  test('Q7: suspect service times are counted apart and leave the waits alone', () => {
    const parts = tickets.flatMap((ticket) => ticketContributions(ticket, BANK_ZONE, () => 60));
    const cell = mergeCells(parts.map((part) => part.add));
    const long = tickets
      .flatMap((ticket) => ticket.servings.map(servingSeconds))
      .filter((s) => s !== null && s > HOUR).length;
    expect(cell.suspect).toBe((reference.all.served_under_10s ?? 0) + long);
    expect(cell.serviceN + cell.suspect).toBe(reference.all.served);
    expect(countOf(cell.waitBins)).toBe(reference.all.served);
    expect(percentile(cell.serviceBins, 0.5, null)).toBeGreaterThanOrEqual(10);
  });
});

/** H2: within 1 s or 2 %, whichever is larger. */
function expectNear(found: number | null, wanted: number | undefined): void {
  const exact = wanted ?? Number.NaN;
  expect(Math.abs((found ?? Number.NaN) - exact)).toBeLessThanOrEqual(Math.max(1, exact * 0.02));
}
