import { z } from 'zod';
import type { AlertKind } from '../domain/alerts/kind.ts';
import { areaCode } from '../domain/events/place.ts';

/** `POST /api/v1/me/looks`. `leaving`: the look ends, which begins no new one. */
export const lookRequest = z.strictObject({ area: areaCode, leaving: z.boolean().optional() });
/**
 * Until when the look before this one lasted; null: there was none. Not `kept`: the reader may read no figures there, and
 * nothing was noted.
 */
export type LookAnswer = { kept: boolean; previous: string | null };

/** `GET /api/v1/areas/{code}/since`: what is different from what somebody saw then. */
export type SinceAnswer = {
  area: string;
  since: string;
  asOf: string;
  /**
   * Alerts of units raised since; of these somebody has taken, and of these the cause is gone. `silent`: units whose
   * source fell silent, by what it is.
   */
  alerts: { raised: number; taken: number; over: number; silent: { kind: AlertKind; n: number }[] };
  /** Units whose miss of a target turned clear since, of all. */
  missed: { units: { unit: string; kinds: AlertKind[] }[]; of: number };
  /** Pages written, and pages that turned unseen for too long, since; all that are unseen, and too long, now. */
  suggestions: { written: number; turnedLate: number; unseen: number; late: number };
  /** Dossiers that went past their date since and are still open; all that are overdue, and open, now. */
  dossiers: { turned: number; overdue: number; open: number };
  /** Low ratings given since, of all; inside a unit as far as the unit may see them, by the half hour (B5). */
  ratings: { low: number; of: number };
};
