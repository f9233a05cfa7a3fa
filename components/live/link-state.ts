import { LATE_AFTER_MS, LOST_AFTER_MS } from '../../lib/wire/socket.ts';

/** How fresh the line to the server is; the age of a unit's data is another thing (`lastEventAt`). */
export type LinkLevel = 'connecting' | 'live' | 'late' | 'lost';

export type LinkState = {
  level: LinkLevel;
  /** Milliseconds since anything was heard, counted while `lost` only (so that nothing re-draws when all is well). */
  silentMs: number;
  /** False: the server says that it cannot store what it is sent. */
  recording: boolean;
  /** Why the server no longer answers for this board. */
  refused: 'unknown_area' | 'forbidden' | 'bad_request' | null;
};

export const FIRST_LINK: LinkState = { level: 'connecting', silentMs: 0, recording: true, refused: null };

/** Level at `now` of a line opened at `openedAt` and last heard at `heardAt` (null: never); one clock, in ms. */
export function linkLevel(openedAt: number, heardAt: number | null, now: number): LinkLevel {
  const silentMs = now - (heardAt ?? openedAt);
  if (silentMs >= LOST_AFTER_MS) return 'lost';
  if (silentMs >= LATE_AFTER_MS) return 'late';
  return heardAt === null ? 'connecting' : 'live';
}
