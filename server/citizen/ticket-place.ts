import { serviceDay } from '../../lib/domain/contribution.ts';
import { situationOf } from '../../lib/domain/estimate/situation.ts';
import { estimateOf, lineToday } from '../../lib/domain/estimate/today.ts';
import { servicesOf, sessionsOf } from '../../lib/domain/settings.ts';
import { isAtCounter, isWaiting, type Ticket } from '../../lib/domain/ticket.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { PlaceState, TicketPageAnswer } from '../../lib/wire/ticket-page.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import type { TicketPlace } from './ticket-code.ts';

/** As many as a screen of a hall shows. */
const MOST_CALLED = 6;

/** E6: where a ticket of today stands in live memory at `at`; call it between groups. Null: there is no such unit. */
export function ticketPlace(memory: Memory, place: TicketPlace, at: number): TicketPageAnswer | null {
  const area = memory.tree.areas.get(place.unit);
  const unit = unitIn(memory, place.unit);
  if (!area || !unit) return null;
  const entry = unit.tickets.get(place.ticket);
  const ticket = entry && !entry.ticket.pending ? entry.ticket : null;
  const { code, name, nameEn = null, timezone, demo } = area;
  const spans = sessionsOf(memory.tree, code, timezone, place.day) ?? [];
  const defined = ticket && servicesOf(memory.tree, code, place.day).get(ticket.service);
  const state = stateOf(ticket, place.day, unit.zone, at);
  return {
    unit: { code, name, nameEn, timezone, demo },
    number: ticket && (ticket.number ?? place.ticket),
    service: ticket && { name: defined?.name ?? ticket.service, nameEn: defined?.nameEn ?? null },
    day: place.day,
    asOf: at,
    state,
    ...inLine(memory, unit, state === 'waiting' ? ticket : null, place, at),
    counter: ticket && state !== 'waiting' ? ticket.counter : null,
    calledNow: ticket ? calledNow(unit, ticket, place, at) : [],
    closesAt: spans.find(({ fromAt, toAt }) => fromAt <= at && at < toAt)?.toAt ?? null,
  };
}

function stateOf(ticket: Ticket | null, day: string, zone: string, at: number): PlaceState {
  if (!ticket || ticket.waitStartAt > at || localDay(zone, at) !== day) return 'unknown';
  if (ticket.state === 'held') return 'held';
  return isWaiting(ticket) ? 'waiting' : ticket.state;
}

function inLine(
  memory: Memory,
  unit: UnitState,
  ticket: Ticket | null,
  { ticket: id, day }: TicketPlace,
  at: number,
): Pick<TicketPageAnswer, 'ahead' | 'estimate'> {
  if (!ticket) return { ahead: null, estimate: null };
  const line = lineToday(unit, day, at);
  const own = {
    id,
    service: ticket.service,
    since: ticket.waitingSinceAt,
    priority: ticket.priority !== null,
    toCounter: ticket.toCounter,
  };
  const waits = memory.waits.get(unit.code);
  const range = waits ? estimateOf(waits, line, own) : null;
  return {
    ahead: situationOf(line, own).ahead,
    estimate: range && { lowSec: range.lowSec, highSec: range.highSec },
  };
}

function calledNow(
  unit: UnitState,
  own: Ticket,
  { day }: TicketPlace,
  at: number,
): TicketPageAnswer['calledNow'] {
  const latest = new Map<string, { number: string; counter: string; at: number }>();
  for (const [id, { ticket }] of unit.tickets) {
    const { counter, lastCallAt } = ticket;
    if (!isAtCounter(ticket) || counter === null || lastCallAt === null || lastCallAt > at) continue;
    if (ticket.service !== own.service || serviceDay(ticket, unit.zone) !== day) continue;
    const held = latest.get(counter);
    if (!held || held.at < lastCallAt)
      latest.set(counter, { number: ticket.number ?? id, counter, at: lastCallAt });
  }
  return [...latest.values()]
    .sort((a, b) => b.at - a.at || (a.counter < b.counter ? -1 : 1))
    .slice(0, MOST_CALLED)
    .map(({ number, counter }) => ({ number, counter }));
}
