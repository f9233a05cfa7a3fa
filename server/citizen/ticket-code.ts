import * as z from 'zod';
import { endOfDay } from '../../lib/domain/zoned-time.ts';
import { createSealedCodes } from '../access/sealed-code.ts';

/** A ticket of a unit; `day` is the service day, local date. */
const ticketPlace = z.strictObject({ unit: z.string(), ticket: z.string(), day: z.string() });
export type TicketPlace = z.infer<typeof ticketPlace>;

export type TicketCodes = {
  /** The code of the ticket's page; it opens until its day ends in the unit's zone. */
  seal(place: TicketPlace, zone: string): string;
  open(code: string): TicketPlace | null;
};

/** K15: codes of the pages on which citizens see their own place in line; `now` in epoch ms. */
export function createTicketCodes(secret: string, now: () => number): TicketCodes {
  const codes = createSealedCodes<TicketPlace>(secret, 'ticket-page', now);
  return {
    // The last instant of the day; the next day begins at its end.
    seal: (place, zone) => codes.seal(place, endOfDay(zone, place.day) - 1),
    open: (code) => ticketPlace.nullable().catch(null).parse(codes.open(code)),
  };
}

/** Path of the page that a code opens. */
export const ticketPagePath = (code: string): string => `/t/${code}`;
