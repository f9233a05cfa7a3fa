import type { AreaContact } from '../domain/area-contact.ts';
import type { Limit } from '../domain/calendar/due.ts';
import type { Period } from '../domain/period.ts';
import type { PublicFigure } from '../domain/public-figure.ts';
import type { QuietHours } from '../domain/quiet-hours.ts';
import type { Named } from '../i18n/local-name.ts';
import type { PublicMeetings } from './meeting-reads.ts';

/** A service as the public reads it; `waiting` null: not known now. */
export type PublicService = Named & {
  service: string;
  waiting: number | null;
  estimate: { lowSec: number; highSec: number } | null;
  stopped: boolean;
};

/** `GET /api/v1/public/{code}/page`: what a unit tells everybody (PC1). */
export type PublicPageAnswer = {
  area: Named & { code: string; timezone: string; demo: boolean } & AreaContact;
  asOf: number;
  /** Opening spans of today; null: no hours are known. */
  sessions: { fromAt: number; toAt: number }[] | null;
  /** Null: the unit has no queue, or its machine is silent. */
  services: PublicService[] | null;
  /** By weekday; `from` and `to` are the days that they are told of. */
  quiet: { from: string; to: string; weekdays: QuietHours[] };
  /** Dossiers by sector on the last day with any; null: none in a week. */
  dossiers: {
    day: string;
    sectors: (Named & { sector: string; received: number; settled: number })[];
  } | null;
  /** Figures of the last full month that a leader has published (PC4); null: none. */
  figures: { month: Period; told: PublicFigure[] } | null;
  /** Leaders' reception days, dialogues and their questions (PC7, PC8); null: none are kept. */
  meetings: PublicMeetings | null;
  procedures: (Named & {
    procedure: string;
    sector: Named;
    limit: Limit;
    papers: string[];
    fee: string | null;
    source: string;
  })[];
};
