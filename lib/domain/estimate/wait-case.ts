import { waitSeconds } from '../contribution.ts';
import type { Ticket } from '../ticket.ts';
import { type CounterTold, lineAt } from './line.ts';
import { loadOf } from './load.ts';
import { situationOf } from './situation.ts';

/** What a ticket found when its wait began, and how long that then was, in seconds. */
export type WaitCase = { service: string; load: number; seconds: number };

function* others(tickets: readonly (readonly [string, Ticket])[], own: string) {
  for (const pair of tickets) if (pair[0] !== own) yield pair;
}

/**
 * E4: the cases of one day, in order of their beginning: every ticket that was called, as it stood at the instant its
 * wait began. Whoever was never called has no wait to learn from, and was promised none that could be checked.
 */
export function waitCases(
  tickets: readonly (readonly [id: string, ticket: Ticket])[],
  told: readonly CounterTold[],
): WaitCase[] {
  const cases: (WaitCase & { at: number; id: string })[] = [];
  for (const [id, ticket] of tickets) {
    const seconds = waitSeconds(ticket);
    if (seconds === null || ticket.pending) continue;
    const at = ticket.waitStartAt;
    const service = ticket.issuedService;
    const own = { id, service, since: at, priority: ticket.priority !== null, toCounter: null };
    // Its own call may come in the same instant: that is what is to be estimated, and no part of what was known.
    const line = lineAt(others(tickets, id), told, at);
    cases.push({ at, id, service, load: loadOf(situationOf(line, own)), seconds });
  }
  return cases
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ service, load, seconds }) => ({ service, load, seconds }));
}
