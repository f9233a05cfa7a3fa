import { readEnvelope } from '../events/envelope.ts';
import type { SourceEvent, SourceType } from '../events/registry.ts';
import type { FieldReader } from './field-map.ts';
import { bad, good, missing, type Read, type Row, refused } from './line-fault.ts';
import { readRecordedTime } from './recorded-time.ts';

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

export type ImportUnit = { code: string; timezone: string };

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

/** Where imported events come from: one source a unit, so that a second run meets its own ids. */
export const importSource = (unit: string): string => `/import/${unit}`;

/** The events of one line; a line with one bad value gives none of them. */
export function ticketEventsOf(
  row: Row,
  read: FieldReader<TicketField>,
  unit: ImportUnit,
): Read<SourceEvent[]> {
  const ticket = read(row, 'ticket');
  if (ticket === '') return missing('ticket');
  const events: SourceEvent[] = [];
  for (const [field, type] of STEPS) {
    const text = read(row, field);
    if (text === '') continue;
    const at = readRecordedTime(text, unit.timezone, field);
    if (!at.ok) return at;
    const data = stepData(type, ticket, (name) => read(row, name));
    if (!data.ok) return data;
    const event = readEnvelope({
      specversion: '1.0',
      id: `ticket:${ticket}:${field}`,
      source: importSource(unit.code),
      type,
      subject: unit.code,
      time: new Date(at.value).toISOString(),
      data: data.value,
    });
    if (!event.ok) return refused(event.refusal);
    events.push(event.event);
  }
  if (events.length > 0) return good(events);
  return bad('no_time', null, 'dòng không có thời điểm nào', 'the line holds no time');
}

type StepType = (typeof STEPS)[number][1];

function stepData(
  type: StepType,
  ticket: string,
  field: (name: TicketField) => string,
): Read<Record<string, unknown>> {
  const optional = (name: TicketField): Record<string, string> => {
    const text = field(name);
    return text === '' ? {} : { [name]: text };
  };
  switch (type) {
    case 'ticket.issued': {
      if (field('service') === '') return missing('service');
      // A ticket's id can be longer than what is printed; its end tells tickets apart.
      const number = field('number') || ticket.slice(-NUMBER_LENGTH);
      return good({ ticket, number, service: field('service'), ...optional('priority') });
    }
    case 'ticket.called':
      if (field('counter') === '') return missing('counter');
      return good({ ticket, counter: field('counter'), ...optional('officer') });
    case 'ticket.started':
    case 'ticket.finished':
      return good({ ticket, ...optional('counter') });
    default:
      return good({ ticket });
  }
}
