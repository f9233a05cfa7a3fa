import type { SourceEvent } from './registry.ts';

/** An event as programs send it: CloudEvents 1.0, JSON. */
export type CloudEvent = {
  specversion: '1.0';
  id: string;
  source: string;
  type: SourceEvent['type'];
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

/** Fields that a schema turns from RFC 3339 into epoch milliseconds; a due date can also be a mere date. */
const INSTANTS = ['appointmentAt', 'dueAt', 'stageDueAt', 'newDueAt', 'from', 'to'] as const;

function dataOf(event: SourceEvent): Record<string, unknown> {
  const data: Record<string, unknown> = { ...event.data };
  for (const field of INSTANTS) {
    const at = data[field];
    if (typeof at === 'number') data[field] = iso(at);
  }
  return data;
}
