import type { SourceEvent, SourceType } from '../events/registry.ts';
import type { FieldReader } from './field-map.ts';
import { good, missing, type Read, type Row } from './line-fault.ts';
import { filledIn, type ImportUnit, recordedSteps } from './recorded-steps.ts';

export const TICKET_FIELDS = [
  'ticket',
  'number',
  'service',
  'priority',
  'issued_at',
  'arrived_at',
  'called_at',
  'started_at',
  'finished_at',
  'left_at',
  'no_show_at',
  'counter',
  'officer',
] as const;
export type TicketField = (typeof TICKET_FIELDS)[number];

const STEPS = [
  ['issued_at', 'ticket.issued'],
  ['arrived_at', 'ticket.arrived'],
  ['called_at', 'ticket.called'],
  ['started_at', 'ticket.started'],
  ['no_show_at', 'ticket.no_show'],
  ['left_at', 'ticket.left'],
  ['finished_at', 'ticket.finished'],
] as const satisfies readonly (readonly [TicketField, SourceType])[];

/** The longest number a display shows (`number` of ticket.issued). */
const NUMBER_LENGTH = 32;

/** The events of one line; a line with one bad value gives none of them. */
export const ticketEventsOf = (
  row: Row,
  read: FieldReader<TicketField>,
  unit: ImportUnit,
): Read<SourceEvent[]> => recordedSteps({ kind: 'ticket', steps: STEPS, dataOf }, row, read, unit);

function dataOf(
  type: (typeof STEPS)[number][1],
  ticket: string,
  _unit: ImportUnit,
  field: (name: TicketField) => string,
): Read<Record<string, unknown>> {
  switch (type) {
    case 'ticket.issued': {
      if (field('service') === '') return missing('service');
      // A ticket's id can be longer than what is printed; its end tells tickets apart.
      const number = field('number') || ticket.slice(-NUMBER_LENGTH);
      return good({ ticket, number, service: field('service'), ...filledIn(field, 'priority') });
    }
    case 'ticket.called':
      if (field('counter') === '') return missing('counter');
      return good({ ticket, counter: field('counter'), ...filledIn(field, 'officer') });
    case 'ticket.started':
    case 'ticket.finished':
      return good({ ticket, ...filledIn(field, 'counter') });
    default:
      return good({ ticket });
  }
}
