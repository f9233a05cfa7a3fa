import type { SessionLine } from '../../lib/wire/access/account.ts';
import type { LiveSession } from './sessions.ts';

/** A session as it is shown; `current` is the code of the reader's own. */
export const sessionLine = (
  { session, startedAt, seenAt, expiresAt, from, agent }: LiveSession,
  current: string | null,
): SessionLine => ({
  session,
  startedAt: new Date(startedAt).toISOString(),
  seenAt: new Date(seenAt).toISOString(),
  expiresAt: new Date(expiresAt).toISOString(),
  from,
  agent,
  current: session === current,
});
