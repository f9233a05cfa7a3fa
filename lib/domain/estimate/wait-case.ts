import { waitSeconds } from '../contribution.ts';
import type { Ticket } from '../ticket.ts';
import { addPast, type CounterTold, isOver, lineAt, type Seen } from './line.ts';
import { loadOf } from './load.ts';
import { type Situation, situationOf } from './situation.ts';

/** What a ticket found when its wait began, and how long that then was, in seconds. */
export type WaitCase = { service: string; load: number; seconds: number };

type Named = readonly [id: string, ticket: Ticket];

/**
 * What every ticket of a day that was called found at the instant its wait began, in order of those instants. The day is
 * gone through once: at each instant only the tickets are read that are not over yet.
 */
export function* situationsOf(
  tickets: readonly Named[],
  told: readonly CounterTold[],
): Generator<{ ticket: Ticket; seconds: number; situation: Situation }> {
  const begun = tickets
    .filter(([, ticket]) => !ticket.pending)
    .sort(([a, one], [b, other]) => one.waitStartAt - other.waitStartAt || (a < b ? -1 : 1));
  const past = new Map<string, Seen>();
  let living: Named[] = [];
  let next = 0;
  for (const [id, ticket] of begun) {
    const at = ticket.waitStartAt;
    for (let one = begun[next]; one && one[1].waitStartAt <= at; one = begun[next]) {
      living.push(one);
      next += 1;
    }
    living = living.filter(([, other]) => {
      // Who comes now is judged now, however soon it ends.
      const over = other.waitStartAt < at && isOver(other, at);
      if (over) addPast(past, other, at);
      return !over;
    });
    const seconds = waitSeconds(ticket);
    if (seconds === null) continue;
    const service = ticket.issuedService;
    const own = { id, service, since: at, priority: ticket.priority !== null, toCounter: null };
    // Its own call may come in the same instant: that is what is to be estimated, and no part of what was known.
    const others = living.filter(([other]) => other !== id);
    yield { ticket, seconds, situation: situationOf(lineAt(others, told, at, past), own) };
  }
}

/**
 * E4: the cases of one day, in order of their beginning: every ticket that was called, as it stood at the instant its
 * wait began. Whoever was never called has no wait to learn from, and was promised none that could be checked.
 */
export const waitCases = (tickets: readonly Named[], told: readonly CounterTold[]): WaitCase[] =>
  [...situationsOf(tickets, told)].map(({ ticket, seconds, situation }) => ({
    service: ticket.issuedService,
    load: loadOf(situation),
    seconds,
  }));
