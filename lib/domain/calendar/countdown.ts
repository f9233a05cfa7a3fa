import { localDay } from '../zoned-time.ts';
import { type Opening, openBetween, workingBetween } from './working-time.ts';

/**
 * C10: the working time that was left at an instant, in whole seconds, and the opening spans in which it runs down until
 * the end of that local day. Whoever shows it on that day needs no calendar.
 */
export type Countdown = { at: number; workingSeconds: number; spans: [fromAt: number, toAt: number][] };

/** C10: what is left at an instant until another. */
export const countdownOf = (opening: Opening, at: number, untilAt: number): Countdown => ({
  at,
  workingSeconds: Math.floor(workingBetween(opening, at, untilAt) / 1000),
  spans: opening.spansOf(localDay(opening.zone, at)).map(({ fromAt, toAt }) => [fromAt, toAt]),
});

/** C10: working seconds left at a later instant of the same local day; it stands still while the doors are shut. */
export function secondsLeft({ at, workingSeconds, spans }: Countdown, now: number): number {
  const run = openBetween(
    spans.map(([fromAt, toAt]) => ({ fromAt, toAt })),
    at,
    now,
  );
  return Math.max(0, workingSeconds - run / 1000);
}
