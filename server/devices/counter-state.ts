import { type Candidate, candidatesOf, isFavoured, mayCall } from '../../lib/domain/next-ticket.ts';
import { servicesOf } from '../../lib/domain/settings.ts';
import { liveTickets } from '../../lib/domain/unit-reading.ts';
import type { TicketEntry, UnitState } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { ConsoleTicket, CounterConsole } from '../../lib/wire/device/counter-console.ts';

import type { Memory } from '../log/memory.ts';
import { unitIn } from '../log/memory.ts';
import { tagOf } from './tag-of.ts';

/** The ticket that stands at a counter (B3), and those that it has put on hold. */
export function ticketsAt(unit: UnitState, counter: string, at: number) {
  const day = localDay(unit.zone, at);
  const current = liveTickets(unit, day, at).atCounter.find(({ ticket }) => ticket.counter === counter);
  const held = [...unit.tickets].filter(
    ([, { ticket }]) =>
      ticket.state === 'held' &&
      ticket.counter === counter &&
      localDay(unit.zone, ticket.waitStartAt) === day,
  );
  return { current: current?.id ?? null, held: held.map(([id]) => id) };
}

/** What a counter is and whom it serves, as it last said today; who has said nothing today is closed. */
export function counterIn(unit: UnitState, counter: string, at: number) {
  const entry = unit.counters.get(counter);
  const today = entry !== undefined && localDay(unit.zone, entry.at) === localDay(unit.zone, at);
  return { state: today ? entry.state : ('closed' as const), services: entry?.services ?? [] };
}

const instant = (at: number): string => new Date(at).toISOString();

const ticketOf = (unit: UnitState, id: string, { ticket, facts }: TicketEntry): ConsoleTicket => ({
  ticket: id,
  number: ticket.number ?? id,
  service: ticket.service,
  favoured: isFavoured(unit, id),
  waitedFrom: instant(ticket.waitStartAt),
  since: instant(facts.at(-1)?.at ?? ticket.waitStartAt),
});

/** What the console of a counter shows at an instant. Null: the unit is gone. */
export function counterState(
  memory: Memory,
  code: string,
  counter: string,
  at: number,
): CounterConsole | null {
  const unit = unitIn(memory, code);
  const area = memory.tree.areas.get(code);
  if (!unit || !area) return null;
  const { state, services } = counterIn(unit, counter, at);
  const { current, held } = ticketsAt(unit, counter, at);
  const candidates = candidatesOf(unit, at);
  const own = candidates.filter((one) => mayCall({ counter, services }, one));
  const shown = (id: string): ConsoleTicket | null => {
    const entry = unit.tickets.get(id);
    return entry ? ticketOf(unit, id, entry) : null;
  };
  const now = current === null ? null : shown(current);
  const told = {
    unit: { name: area.name, nameEn: area.nameEn ?? null },
    counter,
    state,
    serves: services,
    services: servicesHere(memory, unit, candidates, at),
    current: now && {
      ...now,
      state:
        unit.tickets.get(now.ticket)?.ticket.state === 'serving' ? ('serving' as const) : ('called' as const),
    },
    held: held.flatMap((id) => shown(id) ?? []),
    waiting: own.length,
    favouredWaiting: own.filter(({ favoured }) => favoured).length,
    waitingSince: own.length > 0 ? instant(Math.min(...own.map(({ waitStartAt }) => waitStartAt))) : null,
    otherCounters: [...unit.counters.keys()].filter((one) => one !== counter).sort(byNumber.compare),
  };
  return { tag: tagOf(told), at: instant(at), ...told };
}

const byNumber = new Intl.Collator('vi', { numeric: true });

/** Services that are defined or waited for, with how many wait. */
function servicesHere(memory: Memory, unit: UnitState, candidates: readonly Candidate[], at: number) {
  const defined = servicesOf(memory.tree, unit.code, localDay(unit.zone, at));
  const codes = new Set([...defined.keys(), ...candidates.map(({ service }) => service)]);
  return [...codes].sort().map((service) => ({
    service,
    name: defined.get(service)?.name ?? service,
    nameEn: defined.get(service)?.nameEn ?? null,
    waiting: candidates.filter((one) => one.service === service).length,
  }));
}
