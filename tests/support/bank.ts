import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { TicketFact } from '../../lib/domain/ticket-fact.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';

export const BANK_ZONE = 'Asia/Jerusalem';
const BANK = 'queue_bank_1999-01';

/** Figures of the reference for one group of the bank's customers; shares are percents with two digits. */
export type BankFigures = Record<string, number>;
export type BankReference = {
  all: BankFigures;
  by_service: Record<string, BankFigures>;
  by_day: Record<string, BankFigures>;
  by_server_top5: Record<string, BankFigures>;
  as_of_busiest_day: Record<string, Record<string, number>>;
};

export function bankReference(folder: string): BankReference {
  return JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')).dev[BANK];
}

/** A local clock time of the bank ('1999-01-03T10:00:00') as an instant. */
export const bankInstant = (text: string): number => instantOf(BANK_ZONE, text.slice(0, 10), text.slice(11));

/** The bank's customers as facts of tickets, unsorted, by ticket. */
export function bankTickets(folder: string): Map<string, TicketFact[]> {
  const text = gunzipSync(readFileSync(join(folder, `${BANK}.csv.gz`)));
  const lines: Record<string, string>[] = parse(text, { columns: true });
  const tickets = new Map<string, TicketFact[]>();
  for (const line of lines) {
    const ticket = line.ticket_id ?? '';
    const facts: TicketFact[] = [];
    const add = (kind: TicketFact['kind'], column: string, more: Partial<TicketFact>): void => {
      const time = line[column];
      if (time)
        facts.push({ kind, at: bankInstant(time), source: '/bank', id: `${kind}:${ticket}`, ...more });
    };
    add('finished', 'served_at', { counter: line.server });
    add('called', 'called_at', { counter: line.server });
    add('issued', 'issued_at', { service: line.service, number: ticket });
    add('left', 'left_at', {});
    tickets.set(ticket, facts);
  }
  return tickets;
}
