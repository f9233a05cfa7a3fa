import type { WallSettings } from '../../lib/domain/access/rights.ts';
import { localClock } from '../../lib/domain/zoned-time.ts';

/** Before the doors open and after they close people are about, so the picture stays bright so long. */
const AROUND_MS = 45 * 60_000;

type Sessions = readonly { fromAt: number; toAt: number }[] | null;

/**
 * W7: whether it is night for a wall at `at` (epoch ms): in its own hours, else outside the opening sessions of its day,
 * else never.
 */
export function isNight(hours: WallSettings['hours'], sessions: Sessions, zone: string, at: number): boolean {
  if (hours) {
    const clock = localClock(zone, at);
    const [from, to] = [hours.from, hours.to];
    return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
  }
  if (sessions === null) return false;
  const first = sessions[0];
  const last = sessions.at(-1);
  return !first || !last || at < first.fromAt - AROUND_MS || at > last.toAt + AROUND_MS;
}

const SHIFT_EVERY_MS = 60_000;
const SHIFT_PX = 6;
const STEPS = 16;

/** Where the picture stands at `at`: it goes round a small circle, so that no edge burns in. */
export function shiftAt(at: number): { x: number; y: number } {
  const angle = ((Math.floor(at / SHIFT_EVERY_MS) % STEPS) / STEPS) * 2 * Math.PI;
  return { x: Math.round(SHIFT_PX * Math.cos(angle)), y: Math.round(SHIFT_PX * Math.sin(angle)) };
}

/** Where the clock of a dark wall stands at `at`, in shares of the room it has: elsewhere every minute. */
export function wanderAt(at: number): { x: number; y: number } {
  const turn = Math.floor(at / SHIFT_EVERY_MS);
  // Steps that share no factor with the number of places reach every place before they come back to one.
  return { x: ((turn * 5) % 11) / 10, y: ((turn * 3) % 7) / 6 };
}

/** The page of a list that is longer than a wall: every `turnMs` the next one. */
export function pageAt<T>(
  items: readonly T[],
  size: number,
  at: number,
  turnMs: number,
): { items: readonly T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.floor(at / turnMs) % pages;
  // The last page is as full as the others.
  const from = Math.min(page * size, Math.max(0, items.length - size));
  return { items: items.slice(from, from + size), page: page + 1, pages };
}
