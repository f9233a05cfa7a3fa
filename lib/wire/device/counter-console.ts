import { z } from 'zod';
import { code } from '../../domain/events/text.ts';
import { ticketEvents } from '../../domain/events/ticket.ts';
import { requestId } from './device-query.ts';

const request = requestId;
const ticket = code();
const outcome = ticketEvents['ticket.finished'].shape.outcome.unwrap();
export type Outcome = z.output<typeof outcome>;

/**
 * `POST /api/v1/device/counter/acts`: what an officer does at the console. Whom `next` calls the server chooses; every
 * other act names the ticket that the console shows, so that nothing is done to another one that came meanwhile.
 */
export const counterAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('open'), request, services: z.array(code()).max(100) }),
  z.strictObject({ act: z.literal('pause'), request }),
  z.strictObject({ act: z.literal('close'), request }),
  z.strictObject({ act: z.literal('next'), request }),
  z.strictObject({ act: z.enum(['recall', 'start', 'no_show', 'hold', 'resume']), request, ticket }),
  z.strictObject({ act: z.literal('finish'), request, ticket, outcome }),
  z.strictObject({
    act: z.literal('transfer'),
    request,
    ticket,
    to: z.union([z.strictObject({ service: code() }), z.strictObject({ counter: code(64) })]),
  }),
]);
export type CounterAct = z.output<typeof counterAct>;

/** What somebody at a counter sees of a ticket: never who, and of a priority only that there is one. */
export type ConsoleTicket = {
  ticket: string;
  number: string;
  service: string;
  favoured: boolean;
  /** ISO instants: the start of the wait, and of the state it is in. */
  waitedFrom: string;
  since: string;
};

export type ConsoleService = { service: string; name: string; nameEn: string | null; waiting: number };

/** `GET /api/v1/device/counter` */
export type CounterConsole = {
  /** Of what stands below; the instant is not part of it. */
  tag: string;
  at: string;
  unit: { name: string; nameEn: string | null };
  counter: string;
  state: 'open' | 'paused' | 'closed';
  /** Those that this counter serves; none: all of the unit. */
  serves: string[];
  services: ConsoleService[];
  current: (ConsoleTicket & { state: 'called' | 'serving' }) | null;
  held: ConsoleTicket[];
  /** Of those that this counter may call. */
  waiting: number;
  favouredWaiting: number;
  waitingSince: string | null;
  otherCounters: string[];
};

/** `called`: the number that `next` has called; null: nobody waits, or something else was done. */
export type CounterActDone = { called: string | null; console: CounterConsole };
