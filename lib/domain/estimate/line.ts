import { heldOrMade } from '../held-or-made.ts';
import type { Ticket } from '../ticket.ts';

/** A counter told to be in a state since an instant; `services` empty: all. */
export type CounterTold = {
  counter: string;
  at: number;
  state: 'open' | 'paused' | 'closed';
  services: readonly string[];
};

/** Whoever waits, as a counter sees it. */
export type InLine = {
  id: string;
  service: string;
  since: number;
  priority: boolean;
  toCounter: string | null;
};

/** A counter that works; `services` null: any. `busy`: somebody is at it. */
export type Working = { counter: string; services: ReadonlySet<string> | null; busy: boolean };

/** Who waits and who works at an instant. */
export type Line = { waiting: InLine[]; working: Working[] };

/** A counter of which nothing was told today works while its last ticket came or went no longer ago than this. */
export const QUIET_MS = 20 * 60_000;
/** After so many tickets of a day what a counter calls is what it serves; before, it may serve anything. */
const CALLS_THAT_TELL = 5;

/** What calls and stretches show of a counter. */
export type Seen = {
  latestFrom: number;
  latestTo: number | null;
  heardAt: number;
  calls: number;
  services: Set<string>;
};

/** What tickets that are over have shown of counters, so that they need not be read at every instant after. */
export type Past = ReadonlyMap<string, Seen>;

/** Whether nothing of a ticket that has come is still ahead at `at`: it waits nowhere and is at no counter any more. */
export const isOver = ({ endedAt, servings }: Ticket, at: number): boolean =>
  endedAt !== null && endedAt <= at && servings.every(({ toAt }) => toAt !== null && toAt <= at);

/** Adds a ticket that is over at `at` to what the past of its day has shown. */
export function addPast(past: Map<string, Seen>, ticket: Ticket, at: number): void {
  for (const { counter, fromAt, toAt, service } of stretches(ticket))
    if (counter !== null) note(heldOrMade(past, counter, unseen), fromAt, toAt, service, at);
}

/**
 * E1: the line of a day at an instant, from nothing that came after it. `tickets` and `told` are of that day; what was
 * told of a counter on an earlier day says nothing of this one. So a past instant and the present are read alike.
 */
export function lineAt(
  tickets: Iterable<readonly [id: string, ticket: Ticket]>,
  told: Iterable<CounterTold>,
  at: number,
  past: Past = new Map(),
): Line {
  const waiting: InLine[] = [];
  const seen = new Map([...past].map(([counter, one]) => [counter, copyOf(one)]));
  for (const [id, ticket] of tickets) {
    if (ticket.pending || ticket.waitStartAt > at) continue;
    let since = ticket.waitStartAt;
    let inService = false;
    let service = ticket.issuedService;
    for (const { counter, fromAt, toAt, service: served } of stretches(ticket)) {
      if (fromAt > at) {
        // Between two stretches it waits for the service of the next.
        service = served;
        break;
      }
      service = served;
      inService = toAt === null || toAt > at;
      since = toAt ?? since;
      if (counter !== null) note(heldOrMade(seen, counter, unseen), fromAt, toAt, served, at);
    }
    const ended = ticket.endedAt !== null && ticket.endedAt <= at;
    // A call that nobody answered opened no stretch, and was one all the same.
    const called = ticket.servings.length === 0 && ticket.firstCallAt !== null && ticket.firstCallAt <= at;
    if (inService || ended || called) continue;
    const now = ticket.waitingSinceAt <= at;
    waiting.push({
      id,
      service: now ? ticket.service : service,
      since,
      priority: ticket.priority !== null,
      toCounter: now ? ticket.toCounter : null,
    });
  }
  const states = new Map<string, CounterTold>();
  for (const entry of told) {
    const held = states.get(entry.counter);
    if (entry.at <= at && (!held || entry.at >= held.at)) states.set(entry.counter, entry);
  }
  const working: Working[] = [];
  for (const counter of new Set([...states.keys(), ...seen.keys()])) {
    const state = states.get(counter);
    const own = seen.get(counter);
    const busy = own !== undefined && own.latestFrom > 0 && (own.latestTo === null || own.latestTo > at);
    const works = state ? state.state === 'open' : busy || at - (own?.heardAt ?? 0) <= QUIET_MS;
    if (works) working.push({ counter, busy, services: servedAt(state, own) });
  }
  return { waiting, working };
}

/** The first stretch holds its counter from the call on, however often it was called and whenever it started. */
const stretches = ({ servings, firstCallAt }: Ticket): Ticket['servings'] =>
  servings.map((one, index) =>
    index === 0 ? { ...one, fromAt: Math.min(one.fromAt, firstCallAt ?? one.fromAt) } : one,
  );

const copyOf = (one: Seen): Seen => ({ ...one, services: new Set(one.services) });
const unseen = (): Seen => ({ latestFrom: 0, latestTo: null, heardAt: 0, calls: 0, services: new Set() });

// B3: of several tickets at one counter the latest is there.
function note(seen: Seen, fromAt: number, toAt: number | null, service: string, at: number): void {
  seen.calls += 1;
  seen.services.add(service);
  seen.heardAt = Math.max(seen.heardAt, toAt !== null && toAt <= at ? toAt : fromAt);
  if (fromAt < seen.latestFrom) return;
  // Of two that came in one instant the one that stays longer is there, whichever was read first (L1).
  const stays = fromAt === seen.latestFrom && later(seen.latestTo, toAt) === seen.latestTo;
  seen.latestTo = stays ? seen.latestTo : toAt;
  seen.latestFrom = fromAt;
}

const later = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.max(a, b);

function servedAt(state: CounterTold | undefined, own: Seen | undefined): ReadonlySet<string> | null {
  if (state && state.services.length > 0) return new Set(state.services);
  return own && own.calls >= CALLS_THAT_TELL ? own.services : null;
}
