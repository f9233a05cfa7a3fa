import { serviceDay, ticketContributions } from '../../lib/domain/contribution.ts';
import type { PeriodSum } from '../../lib/domain/measures.ts';
import type { Period } from '../../lib/domain/period.ts';
import { addToCell, emptyCell } from '../../lib/domain/rollup.ts';
import { maxServiceMinutesOf } from '../../lib/domain/settings.ts';
import { foldTicket, isOpen, type Ticket } from '../../lib/domain/ticket.ts';
import type { TicketFact } from '../../lib/domain/ticket-fact.ts';
import { type Waiter, waiterOf } from '../../lib/domain/waiters.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';
import { type FactList, ticketPages } from './ticket-pages.ts';

export type TicketQuestion = {
  period: Period;
  service: string | null;
  counter: string | null;
  knownAt: number | null;
  asOf: number;
};
export type TicketAnswer = { sum: PeriodSum; waiters: Waiter[]; uncalledBefore: number };

/**
 * Q6: the measures of a period from the tickets themselves, where rollups cannot tell: for one counter, or by the
 * events that the server had received at `knownAt`.
 */
export async function ticketSums(
  context: ReadContext,
  units: readonly ScopedUnit[],
  question: TicketQuestion,
): Promise<TicketAnswer> {
  const answer: TicketAnswer = {
    sum: { cell: emptyCell(), unserved: 0, unfinished: 0 },
    waiters: [],
    uncalledBefore: 0,
  };
  const readAt = question.knownAt ?? context.now();
  for (const unit of units) {
    for await (const page of ticketPages(context, unit, question)) {
      for (const facts of page) addTicket(context, answer, unit, facts, question, readAt);
    }
  }
  return answer;
}

function addTicket(
  context: ReadContext,
  answer: TicketAnswer,
  unit: ScopedUnit,
  facts: FactList,
  question: TicketQuestion,
  readAt: number,
): void {
  const { period, service, counter, asOf } = question;
  const ticket = foldTicket(facts);
  const day = serviceDay(ticket, unit.zone);
  const own = counter === null || ticket.counter === counter;
  if (day >= period.from && day <= period.to) {
    const limit = (of: string, on: string): number => maxServiceMinutesOf(context.tree, unit.unit, of, on);
    for (const part of ticketContributions(atCounter(ticket, counter), unit.zone, limit)) {
      const service_ = part.add.serviceN !== undefined || part.add.suspect !== undefined;
      if ((own || service_) && (service === null || part.service === service))
        addToCell(answer.sum.cell, part.add);
    }
    const over = day < localDay(unit.zone, readAt);
    if (
      own &&
      over &&
      !ticket.pending &&
      isOpen(ticket) &&
      (service === null || ticket.issuedService === service)
    ) {
      answer.sum[ticket.firstCallAt === null ? 'unserved' : 'unfinished'] += 1;
    }
  }
  addMoment(answer, unit, facts, question, asOf);
}

/** A ticket's calls belong to the counter it was at last; each stretch of service to its own counter. */
const atCounter = (ticket: Ticket, counter: string | null): Ticket =>
  counter === null
    ? ticket
    : { ...ticket, servings: ticket.servings.filter((serving) => serving.counter === counter) };

function addMoment(
  answer: TicketAnswer,
  unit: ScopedUnit,
  facts: FactList,
  { period, service, counter }: TicketQuestion,
  asOf: number,
): void {
  const before: TicketFact[] = facts.filter((fact) => fact.at <= asOf);
  if (before.length === 0) return;
  const then = foldTicket(before);
  const day = serviceDay(then, unit.zone);
  if (day < period.from || day > period.to) return;
  const waiter = waiterOf(then, unit.zone, asOf);
  const here = counter === null || then.toCounter === counter;
  if (waiter && here) answer.waiters.push(waiter);
  const served = service === null || then.issuedService === service;
  if (
    !then.pending &&
    counter === null &&
    served &&
    day < localDay(unit.zone, asOf) &&
    isOpen(then) &&
    then.firstCallAt === null
  ) {
    answer.uncalledBefore += 1;
  }
}
