import { foldTicket, type Ticket } from '../../lib/domain/ticket.ts';
import { type TicketFact, type TicketKind, withFact } from '../../lib/domain/ticket-fact.ts';

/** A clock time of a Monday in An Bình ('08:30' or '08:30:15'); a day may stand before it ('2026-11-24 08:30'). */
export const clockOf = (clock: string): number => {
  const [day, time] = clock.includes(' ') ? clock.split(' ') : ['2026-11-23', clock];
  return Date.parse(`${day}T${time?.length === 5 ? `${time}:00` : time}+07:00`);
};

export type Step = [clock: string, kind: TicketKind, more?: Partial<TicketFact>];

/** A ticket from what was told of it, in the order it was told. */
export function ticketOf(...story: Step[]): Ticket {
  const facts = story.reduce<TicketFact[]>(
    (sorted, [clock, kind, more], index) =>
      withFact(sorted, { kind, at: clockOf(clock), source: '/machine', id: String(index), ...more }),
    [],
  );
  return foldTicket(facts);
}
