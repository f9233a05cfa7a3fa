import type { SourceEvent } from '../../lib/domain/events/registry.ts';

/** How a unit with a machine and without known sessions is read. */
export const readingSettings = {
  queue: 'machine' as const,
  spans: null,
  usualGaps: {},
  waits: null,
  opening: { zone: 'Asia/Ho_Chi_Minh', spansOf: () => [] },
  withinSeconds: () => 900,
};

/** A call in unit w1. */
export const calledTo = (counter: string, ticket: string, at: number): SourceEvent => ({
  source: '/q',
  id: ticket,
  type: 'ticket.called',
  unit: 'w1',
  at,
  data: { ticket, counter },
});
