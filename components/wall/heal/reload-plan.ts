import { addDays, localDay, startOfDay } from '../../../lib/domain/zoned-time.ts';

/** All screens of a city must not come in one second. */
const VERSION_WITHIN_MS = 60_000;
/** A page that was loaded for this very version and is still another one must not spin. */
const AGAIN_MS = 15 * 60_000;
const NIGHT_FROM_MS = 3 * 3_600_000;
const NIGHT_WITHIN_MS = 40 * 60_000;
const LEAST_UP_MS = 3_600_000;

/** W6: how long to wait before reloading for another version; `roll` is 0–1. `tried`: that was done for it before. */
export const versionReloadMs = (roll: number, tried: boolean): number =>
  (tried ? AGAIN_MS : 0) + roll * VERSION_WITHIN_MS;

/** W6: the next quiet instant of the night in a zone, at least an hour after `loadedAt`; `roll` is 0–1. */
export function nightReloadAt(zone: string, loadedAt: number, roll: number): number {
  const of = (day: string): number => startOfDay(zone, day) + NIGHT_FROM_MS + roll * NIGHT_WITHIN_MS;
  const today = localDay(zone, loadedAt);
  const tonight = of(today);
  return tonight > loadedAt + LEAST_UP_MS ? tonight : of(addDays(today, 1));
}
