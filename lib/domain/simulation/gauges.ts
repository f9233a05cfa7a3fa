import type { SourceEvent } from '../events/registry.ts';
import type { Teller } from './teller.ts';
import type { Block } from './unit-profile.ts';

const EVERY_MS = 60_000;

type Gauge = { waiting: Map<string, string>; current: string | null };

/** What a machine that only publishes the state of its queue would have said of these events, once a minute. */
export function tellGauges(
  { profile, fromAt, toAt }: Block,
  events: readonly SourceEvent[],
  { tell }: Teller,
): void {
  const gauges = new Map(
    profile.services.map(({ service }): [string, Gauge] => [service, { waiting: new Map(), current: null }]),
  );
  const open = new Set<string>();
  const numbers = new Map<string, { number: string; service: string }>();
  const rest = events.values();
  let next = rest.next();
  for (let at = fromAt; at <= toAt; at += EVERY_MS) {
    for (; !next.done && next.value.at <= at; next = rest.next()) follow(next.value);
    for (const [service, { waiting, current }] of gauges) {
      tell('gauge.reported', at, `${service}/${at}`, {
        service,
        waiting: waiting.size,
        openCounters: open.size,
        ...(current !== null && { currentNumber: current }),
      });
    }
  }

  function follow(event: SourceEvent): void {
    if (event.type === 'counter.opened') open.add(event.data.counter);
    else if (event.type === 'counter.paused' || event.type === 'counter.closed')
      open.delete(event.data.counter);
    else if (event.type === 'ticket.issued') {
      const { ticket, number, service } = event.data;
      numbers.set(ticket, { number, service });
      gauges.get(service)?.waiting.set(ticket, number);
    } else if (event.type === 'ticket.called') {
      const called = numbers.get(event.data.ticket);
      const gauge = called && gauges.get(called.service);
      if (!gauge) return;
      gauge.waiting.delete(event.data.ticket);
      gauge.current = called.number;
    } else if (event.type === 'ticket.left') {
      for (const { waiting } of gauges.values()) waiting.delete(event.data.ticket);
    }
  }
}
