import { addDays, daysBetween, endOfDay, localDay } from '../zoned-time.ts';
import type { ToldDue } from './dossier-fact.ts';

/**
 * F4: when a dossier is due. `time`: at the instant, and by the rule of days on its local day. `day`: at any time of its
 * day. `clock`: at the instant under every rule, as same-day procedures are. `at` of a date without time is its last
 * millisecond.
 */
export type Due = { at: number; day: string; kind: 'time' | 'day' | 'clock' };

/** How it is judged: as the due date itself asks (the default), at the instant, or by local days. */
export const DUE_RULES = ['own', 'instant', 'day'] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** A told due date in the zone of its unit. One with a time on the day of receipt is a same-day promise. */
export function dueOfTold(told: ToldDue, zone: string, receivedAt: number): Due {
  if (typeof told === 'string') return { at: endOfDay(zone, told) - 1, day: told, kind: 'day' };
  const day = localDay(zone, told);
  return { at: told, day, kind: day === localDay(zone, receivedAt) ? 'clock' : 'time' };
}

/** The first instant at which a settlement is late. */
export function lateFrom({ at, day, kind }: Due, rule: DueRule, zone: string): number {
  const byDay = kind === 'day' ? rule !== 'instant' : kind === 'time' && rule === 'day';
  return byDay ? endOfDay(zone, day) : at + 1;
}

/** A due date moved by elapsed time; one of days by the local days between. */
export function movedElapsed(due: Due, fromAt: number, toAt: number, zone: string): Due {
  const at = due.at + (toAt - fromAt);
  if (due.kind !== 'day') return { ...due, at, day: localDay(zone, at) };
  const day = addDays(due.day, daysBetween(localDay(zone, fromAt), localDay(zone, toAt)));
  return { ...due, day, at: endOfDay(zone, day) - (endOfDay(zone, due.day) - due.at) };
}
