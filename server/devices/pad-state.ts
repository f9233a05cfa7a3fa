import type { UnitState } from '../../lib/domain/unit-state.ts';
import type { Pad } from '../../lib/wire/device/ratings-given.ts';
import type { LaterCodes } from '../citizen/later-code.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import { askedAt } from './asked-at.ts';
import { tagOf } from './tag-of.ts';

/** Whoever has left the counter longer ago is no longer there to rate. */
const STILL_THERE_MS = 5 * 60_000;

/** The ticket that may be rated at a counter now: the last one that ended there, if nobody was called since or rated. */
function toRate(unit: UnitState, counter: string, at: number): { ticket: string; endedAt: number } | null {
  let last: { ticket: string; endedAt: number } | null = null;
  let calledAt = 0;
  for (const [id, { ticket }] of unit.tickets) {
    if (ticket.counter !== counter) continue;
    calledAt = Math.max(calledAt, ticket.lastCallAt ?? 0);
    if (ticket.state === 'finished' && ticket.endedAt !== null && ticket.endedAt > (last?.endedAt ?? 0))
      last = { ticket: id, endedAt: ticket.endedAt };
  }
  if (!last || calledAt > last.endedAt || last.endedAt < at - STILL_THERE_MS) return null;
  const { ticket } = last;
  return [...unit.ratings.values()].some(({ rating }) => rating.ticket === ticket) ? null : last;
}

/** What the pad of a counter shows at an instant. Null: the unit is gone. */
export function padState(
  memory: Memory,
  code: string,
  counter: string,
  at: number,
  codes: LaterCodes,
): Pad | null {
  const unit = unitIn(memory, code);
  const asked = askedAt(memory.tree, code, counter, at);
  if (!unit || !asked) return null;
  const ended = toRate(unit, counter, at);
  return {
    // A code is another each time it is sealed: the state is not.
    tag: tagOf({ asked, ended }),
    at: new Date(at).toISOString(),
    ...asked,
    ticket: ended && {
      ticket: ended.ticket,
      finishedAt: new Date(ended.endedAt).toISOString(),
      later: `/rate/later/${codes.seal({ unit: code, counter, ticket: ended.ticket }, ended.endedAt)}`,
    },
  };
}
