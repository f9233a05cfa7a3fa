import type { Rating } from '../../lib/domain/rating.ts';
import { LEVELS, type Level } from '../../lib/domain/rating-level.ts';
import { foldTicket } from '../../lib/domain/ticket.ts';
import type { TicketFact } from '../../lib/domain/ticket-fact.ts';
import type { RatingEntry, TicketEntry } from '../../lib/domain/unit-state.ts';

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const must = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const isLevel = (value: unknown): value is Level => LEVELS.some((level) => level === value);

export const epochMs = (column: string, alias = column): string =>
  `(extract(epoch from ${column}) * 1000)::float8 AS ${alias}`;

/** Columns that `ticketOfRow` reads. */
export const TICKET_COLUMNS = 'unit, ticket, facts';

// Written by this server from checked events; the column holds nothing else.
export const ticketFactsOf = (row: Row): TicketFact[] => row.facts as TicketFact[];

export function ticketOfRow(row: Row): { unit: string; id: string; entry: TicketEntry } {
  const facts = ticketFactsOf(row);
  return { unit: must(row.unit), id: must(row.ticket), entry: { facts, ticket: foldTicket(facts) } };
}

/** Columns that `ratingOfRow` reads. */
export const RATING_COLUMNS = `unit, rating, ${epochMs('at', 'at_ms')}, source, id, seq::float8 AS seq, level, raw, scale, counter,
  ticket, dossier, service, officer, phase, channel, reasons, second, repeats`;

export function ratingOfRow(row: Row): { unit: string; entry: RatingEntry } {
  const rating: Rating = {
    at: Number(row.at_ms),
    source: must(row.source),
    id: must(row.id),
    rating: must(row.rating),
    level: isLevel(row.level) ? row.level : 'neutral',
    raw: row.raw === null ? null : Number(row.raw),
    scale: text(row.scale),
    counter: text(row.counter),
    ticket: text(row.ticket),
    dossier: text(row.dossier),
    service: text(row.service),
    officer: text(row.officer),
    phase: text(row.phase),
    channel: text(row.channel),
    reasons: texts(row.reasons),
  };
  return {
    unit: must(row.unit),
    entry: { rating, second: row.second === true, repeats: Number(row.repeats), seq: Number(row.seq) },
  };
}
