import type { SourceEvent } from '../../lib/domain/events/registry.ts';

type At = { ticket: string /** Minutes past the beginning. */; at: number };

/** A step of a ticket of w1, in as few words as a test needs. */
export type Line = At &
  (
    | { step: 'issued'; number: string; purpose?: 'submit' | 'collect'; priority?: string }
    | { step: 'called' | 'started'; counter: string }
    | { step: 'no_show' }
  );

let told = 0;

/** The event that a ticket machine would send for the line, from `beginning` (epoch ms) on. */
export function ticketLine(line: Line, beginning: number): SourceEvent {
  told += 1;
  const base = {
    id: `line-${told}`,
    source: '/queue/w1',
    unit: 'w1',
    at: beginning + line.at * 60_000,
  };
  const { ticket } = line;
  switch (line.step) {
    case 'issued': {
      const { number, purpose, priority } = line;
      const data = {
        ticket,
        number,
        service: 'civil',
        ...(purpose && { purpose }),
        ...(priority && { priority }),
      };
      return { ...base, type: 'ticket.issued', data };
    }
    case 'called':
      return { ...base, type: 'ticket.called', data: { ticket, counter: line.counter } };
    case 'started':
      return { ...base, type: 'ticket.started', data: { ticket, counter: line.counter } };
    case 'no_show':
      return { ...base, type: 'ticket.no_show', data: { ticket } };
  }
}
