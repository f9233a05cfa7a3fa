import type { CloudEvent } from '../../lib/domain/events/cloud-event.ts';

/** What the endpoint answers for one item. */
export type Result = {
  index: number;
  id: string | null;
  status: 'stored' | 'duplicate' | 'rejected';
  seq?: number;
  error?: { code: string; pointer: string; detail: string; title: string };
};

let made = 0;

/** An event as it is sent: of the agreed shape, or with something else in a field. */
export type SentEvent = Omit<CloudEvent, 'type'> & { type: string };

/** A ticket issued just now in ward `a`, with an id of its own; `over` replaces fields of the envelope. */
export function ticketEvent(over: Partial<SentEvent> & Record<string, unknown> = {}): SentEvent {
  made += 1;
  return {
    specversion: '1.0',
    id: `e${made}`,
    source: '/queue/a',
    type: 'ticket.issued',
    subject: 'a',
    time: new Date().toISOString(),
    data: { ticket: `t${made}`, number: `A${made}`, service: 'civil' },
    ...over,
  };
}

/** One visit to a unit, told in four events: issued, called, finished, rated with a comment. */
export function visitEvents(unit: string, source: string): SentEvent[] {
  const issued = ticketEvent({ subject: unit, source });
  const { ticket } = issued.data;
  const told = (type: string, data: object) => ({
    ...issued,
    id: `${issued.id}:${type}`,
    type,
    data: { ticket, ...data },
  });
  return [
    issued,
    told('ticket.called', { counter: '1' }),
    told('ticket.finished', { counter: '1', outcome: 'received' }),
    told('rating.given', { rating: ticket, level: 'satisfied', comment: `Cảm ơn ${ticket}` }),
  ];
}

export type Posted = {
  status: number;
  retryAfter: string | null;
  contentType: string | null;
  /** Of an answered batch. */
  results: Result[];
  /** Of a refused request: RFC 9457. */
  problem: { code?: string; title?: string; status?: number; type?: string };
};

export type PostOptions = {
  secret?: string | null;
  type?: string | null;
  headers?: Record<string, string>;
};

/** `POST /api/v1/events`. `body` is sent as it is when it is text or bytes, else as JSON. */
export async function postEvents(
  url: string,
  body: unknown,
  { secret, type = 'application/json', headers = {} }: PostOptions = {},
): Promise<Posted> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const answer = await fetch(`${url}/api/v1/events`, {
    method: 'POST',
    headers: {
      ...(secret && { authorization: `Bearer ${secret}` }),
      ...(type !== null && { 'content-type': type }),
      ...headers,
    },
    body: raw ? new Blob([body as string]) : JSON.stringify(body),
  });
  const read = await answer.json();
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    contentType: answer.headers.get('content-type'),
    results: read.results ?? [],
    problem: read.results ? {} : read,
  };
}
