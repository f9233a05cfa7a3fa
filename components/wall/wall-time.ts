/** Before the doors open and after they close people are about, so the picture stays bright so long. */
const AROUND_MS = 45 * 60_000;

type Sessions = readonly { fromAt: number; toAt: number }[] | null;

/** Whether a wall is dimmed at `at` (epoch ms): outside the opening sessions of its day. Unknown sessions dim nothing. */
export function isNight(sessions: Sessions, at: number): boolean {
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

const PAGE_MS = 12_000;

/** The page of a list that is longer than a wall: every few seconds the next one. */
export function pageAt<T>(
  items: readonly T[],
  size: number,
  at: number,
): { items: readonly T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.floor(at / PAGE_MS) % pages;
  // The last page is as full as the others.
  const from = Math.min(page * size, Math.max(0, items.length - size));
  return { items: items.slice(from, from + size), page: page + 1, pages };
}
