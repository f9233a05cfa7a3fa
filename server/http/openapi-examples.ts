import type { z } from 'zod';
import { type SourceType, sourceEvents } from '../../lib/domain/events/registry.ts';

type Examples = { [T in SourceType]: z.input<(typeof sourceEvents)[T]> };

/** One example of the data of every type; the tests send them all. */
const DATA: Examples = {
  'counter.opened': { counter: '3', officer: 'cb-07', services: ['ho-tich', 'chung-thuc'] },
  'counter.paused': { counter: '3' },
  'counter.closed': { counter: '3' },
  'ticket.issued': {
    ticket: '2026-11-23-A042',
    number: 'A042',
    service: 'ho-tich',
    purpose: 'submit',
    channel: 'kiosk',
  },
  'ticket.arrived': { ticket: '2026-11-23-A042' },
  'ticket.called': { ticket: '2026-11-23-A042', counter: '3', officer: 'cb-07' },
  'ticket.started': { ticket: '2026-11-23-A042', counter: '3' },
  'ticket.held': { ticket: '2026-11-23-A042', reason: 'chờ bản sao' },
  'ticket.resumed': { ticket: '2026-11-23-A042' },
  'ticket.transferred': { ticket: '2026-11-23-A042', toService: 'chung-thuc' },
  'ticket.finished': { ticket: '2026-11-23-A042', counter: '3', outcome: 'received' },
  'ticket.no_show': { ticket: '2026-11-23-A042' },
  'ticket.left': { ticket: '2026-11-23-A042' },
  'issuing.stopped': { service: 'ho-tich', reason: 'hết lượt trong ngày' },
  'issuing.resumed': { service: 'ho-tich' },
  'gauge.reported': { service: 'ho-tich', waiting: 12, openCounters: 2, currentNumber: 'A042' },
  'rating.given': {
    rating: 'pad3-001873',
    level: 'very_satisfied',
    ticket: '2026-11-23-A042',
    counter: '3',
    channel: 'pad',
  },
  'note.added': { from: '2026-11-23T09:10:00+07:00', to: '2026-11-23T09:40:00+07:00', text: 'Mất điện' },
};

export const SOURCE_TYPES = Object.keys(sourceEvents).filter((type): type is SourceType =>
  Object.hasOwn(DATA, type),
);

/** A whole event of a type as a program would send it. */
export const exampleOf = (type: SourceType) => ({
  specversion: '1.0',
  id: `${type}-000001`,
  source: '/queue/an-phu',
  type,
  subject: 'an-phu',
  time: '2026-11-23T09:41:07+07:00',
  data: DATA[type],
});
