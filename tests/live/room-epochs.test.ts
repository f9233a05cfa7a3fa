import { expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { roomServer } from '../support/room-server.ts';

const nine = Date.parse('2026-12-01T09:00:00+07:00');
const issued = (ticket: string, at: number): SourceEvent => ({
  source: '/q',
  id: ticket,
  type: 'ticket.issued',
  unit: 'w1',
  at,
  data: { ticket, number: ticket, service: 'civil' },
});

// Both were shrunk from law L2.
test('a reader who comes between a new epoch and its push misses nothing', () => {
  const server = roomServer(nine);
  server.join('city');
  server.pass(86_400_000);
  server.join('city');
  server.tell([issued('t1', nine + 86_400_000)]);
  server.push();
  for (const { held } of server.readers) expect(held?.board).toEqual(server.board('city'));
});

test('a reader who comes back to a room that was forgotten gets what time alone changed meanwhile', () => {
  const server = roomServer(nine);
  server.tell([issued('t1', nine + 60_000)]);
  server.join('w1');
  const [reader] = server.readers;
  if (!reader) throw new Error('no reader');
  server.turn(reader);
  server.forgetUnused();
  server.pass(120_000);
  server.turn(reader);
  expect(reader.held?.board).toEqual(server.board('w1'));
  expect(reader.held?.board).toMatchObject({ tickets: { t1: { number: 't1' } } });
});
