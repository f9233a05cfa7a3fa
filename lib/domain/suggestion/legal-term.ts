import { addWorkingDays, closingOf, type Opening } from '../calendar/working-time.ts';
import { addDays, endOfDay, localDay } from '../zoned-time.ts';
import type { SuggestionKind } from './kind.ts';

/** A term of the law from the day of receipt, which is not counted. */
export type LegalTerm = { days: number; working: boolean; source: string };

/**
 * N6: what the law wants for the first step of each kind: to take a complaint up, to process a denunciation, to tell the
 * citizen what becomes of a petition. The law knows no term for a mere suggestion. The one place to change when it does.
 */
export const LEGAL_TERMS: Partial<Record<SuggestionKind, LegalTerm>> = {
  petition: { days: 10, working: true, source: 'Luật Tiếp công dân 2013, Điều 28' },
  complaint: { days: 10, working: false, source: 'Luật Khiếu nại 2011, Điều 27' },
  denunciation: { days: 7, working: true, source: 'Luật Tố cáo 2018, Điều 24 khoản 1' },
  about_head: { days: 10, working: true, source: 'Luật Tiếp công dân 2013, Điều 28' },
};

/** The last instant of a term that begins at an instant; null: there is none, or no calendar that far. */
export function legalDue(opening: Opening, kind: SuggestionKind, fromAt: number): number | null {
  const term = LEGAL_TERMS[kind];
  if (!term) return null;
  const day = localDay(opening.zone, fromAt);
  if (!term.working) return endOfDay(opening.zone, addDays(day, term.days)) - 1;
  const last = addWorkingDays(opening, day, term.days);
  return last === null ? null : closingOf(opening, last);
}

const DAY_MS = 86_400_000;

/** N4: a page waits too long from the end of the first working day after its own; without a calendar after a day. */
export function lateFromOf(opening: Opening, submittedAt: number): number {
  const next = addWorkingDays(opening, localDay(opening.zone, submittedAt), 1);
  return next === null ? submittedAt + DAY_MS : closingOf(opening, next);
}
