/** Where a ticket stands, as its holder reads it. `unknown`: nothing of it was told yet. */
export type PlaceState =
  | 'unknown'
  | 'waiting'
  | 'held'
  | 'called'
  | 'serving'
  | 'finished'
  | 'no_show'
  | 'left';

/**
 * `GET /api/v1/t/{code}`: what the code of a ticket opens until its day ends: the place in line of that ticket, and
 * numbers that the hall shows to everybody. Nothing of a person.
 */
export type TicketPageAnswer = {
  unit: { code: string; name: string; nameEn: string | null; timezone: string; demo: boolean };
  /** Null: the ticket is not known yet. */
  number: string | null;
  service: { name: string; nameEn: string | null } | null;
  day: string;
  asOf: number;
  state: PlaceState;
  /** While it waits: how many are called first. */
  ahead: number | null;
  /** While it waits: how much longer, four times in five (E6), in seconds; null: past days bear no range. */
  estimate: { lowSec: number; highSec: number } | null;
  /** Where it is or was called to. */
  counter: string | null;
  /** Numbers at the counters that serve its service, the latest call first. */
  calledNow: { number: string; counter: string }[];
  /** End of the session that runs; null: none does, or no hours are known. */
  closesAt: number | null;
};

/** `GET /api/v1/areas/{code}/tickets/{ticket}/page`: the address of a ticket's page, for whoever prints the ticket. */
export type TicketLinkAnswer = { url: string; path: string; until: number };
