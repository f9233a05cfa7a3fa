import type { SourceEvent, SourceType } from './registry.ts';

/** An event as programs send it: CloudEvents 1.0, JSON. */
export type CloudEvent = {
  specversion: '1.0';
  id: string;
  source: string;
  type: SourceType;
  subject: string;
  time: string;
  data: Record<string, unknown>;
};

const iso = (at: number): string => new Date(at).toISOString();

/** The way back from a checked event to what `readEnvelope` takes: instants are RFC 3339 text again. */
export function toCloudEvent(event: SourceEvent): CloudEvent {
  const { id, source, type, unit: subject, at } = event;
  return { specversion: '1.0', id, source, type, subject, time: iso(at), data: dataOf(event) };
}

function dataOf(event: SourceEvent): Record<string, unknown> {
  if (event.type === 'ticket.issued' && event.data.appointmentAt !== undefined) {
    return { ...event.data, appointmentAt: iso(event.data.appointmentAt) };
  }
  if (event.type === 'note.added') {
    const { from, to, text } = event.data;
    return { from: iso(from), ...(to !== undefined && { to: iso(to) }), text };
  }
  return event.data;
}
