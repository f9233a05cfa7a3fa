import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isEnabled } from '../../lib/domain/access/rights.ts';
import type { SESSION_ENDS } from '../../lib/domain/events/access.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import type { SessionOf } from '../http/access.ts';
import { type Actor, personFrom, SERVER } from '../log/actor.ts';
import { IDLE_MS } from './session-limits.ts';

export type SessionEnd = (typeof SESSION_ENDS)[number];

/** A session that lives. Instants in epoch ms; `from` is the address it was opened from. */
export type LiveSession = SessionOf & {
  token: string;
  startedAt: number;
  seenAt: number;
  expiresAt: number;
  from: string;
  agent: string;
};

export type Sessions = {
  /** The session of a cookie's value, `<token>.<signature>`; null: forged, ended or expired. */
  find(cookie: string): SessionOf | null;
  /** The newest first. */
  ofPerson(person: string): LiveSession[];
  /** A session that the library opened begins to live, once the log knows of it. */
  begin(token: string, from: string): Promise<LiveSession>;
  /** Ends a session at once; false: there is none. */
  end(session: string, reason: SessionEnd, by: Actor): Promise<boolean>;
  /** Ends every session of a person but `except`. */
  endAll(person: string, reason: SessionEnd, by: Actor, except?: string): Promise<void>;
  onEnd(listener: (session: LiveSession, reason: SessionEnd) => void): void;
  stop(): Promise<void>;
};

/** Twice a second: the open pages of a session that is over are shut within one. */
const TICK_MS = 500;
const WRITE_SEEN_MS = 60_000;

const ROWS = `SELECT s.id, s.token, s.person, p.two_factor, coalesce(s.ip_address, '') AS ip_address,
    coalesce(s.user_agent, '') AS user_agent, s.created_at, s.updated_at, s.expires_at
  FROM auth_session s JOIN person p ON p.id = s.person`;

const sessionRow = z
  .object({
    id: z.string(),
    token: z.string(),
    person: z.string(),
    two_factor: z.boolean(),
    ip_address: z.string(),
    user_agent: z.string(),
    created_at: z.date(),
    updated_at: z.date(),
    expires_at: z.date(),
  })
  .transform(
    (row): LiveSession => ({
      session: row.id,
      token: row.token,
      person: row.person,
      // Turning the second factor on or off ends every session, so all that live were opened the way it now is.
      secondFactor: row.two_factor,
      startedAt: row.created_at.getTime(),
      seenAt: row.updated_at.getTime(),
      expiresAt: row.expires_at.getTime(),
      from: row.ip_address,
      agent: row.user_agent,
    }),
  );

type Parts = Pick<Core, 'database' | 'accept' | 'door' | 'memory' | 'logger' | 'now'>;

/** The sessions in live memory, so that every request is checked without a question to the database. */
export async function createSessions(core: Parts, secret: string): Promise<Sessions> {
  const { database, accept, door, memory, logger, now } = core;
  const byToken = new Map<string, LiveSession>();
  const byId = new Map<string, LiveSession>();
  const seen = new Set<LiveSession>();
  const listeners: ((session: LiveSession, reason: SessionEnd) => void)[] = [];

  const add = (session: LiveSession): void => {
    byToken.set(session.token, session);
    byId.set(session.session, session);
  };
  const { rows } = await database.pool.query(ROWS);
  for (const row of rows) add(sessionRow.parse(row));

  const isOver = ({ expiresAt, seenAt }: LiveSession, at: number): boolean =>
    at >= expiresAt || at >= seenAt + IDLE_MS;

  const isSigned = (token: string, signature: string): boolean => {
    const expected = createHmac('sha256', secret).update(token).digest();
    const given = Buffer.from(signature, 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  };

  async function finish(ended: readonly LiveSession[], reason: SessionEnd, by: Actor): Promise<void> {
    const living = ended.filter(({ session }) => byId.has(session));
    if (living.length === 0) return;
    // Out of memory first: from now on no request is let in, whatever the database says.
    for (const session of living) {
      byId.delete(session.session);
      byToken.delete(session.token);
      seen.delete(session);
      for (const listener of listeners) listener(session, reason);
    }
    await database.pool.query('DELETE FROM auth_session WHERE id = ANY($1)', [
      living.map(({ session }) => session),
    ]);
    await door.define(
      living.map(({ session, person }) => ({ type: 'session.ended', data: { session, person, reason } })),
      by,
    );
  }

  const inBackground = (work: Promise<void>): void =>
    void work.catch((err: unknown) => logger.error({ err }, 'sessions could not be ended or noted'));

  async function writeSeen(): Promise<void> {
    const noted = [...seen];
    seen.clear();
    if (noted.length === 0) return;
    await database.pool.query(
      `UPDATE auth_session s SET updated_at = to_timestamp(n.at / 1000.0)
       FROM unnest($1::text[], $2::float8[]) AS n(id, at) WHERE s.id = n.id`,
      [noted.map(({ session }) => session), noted.map(({ seenAt }) => seenAt)],
    );
  }

  accept.onCommit(({ rightsChanged }) => {
    if (!rightsChanged) return;
    const out = [...byId.values()].filter(({ person }) => !isEnabled(memory.rights, person));
    inBackground(finish(out, 'disabled', SERVER));
  });
  const ticking = setInterval(() => {
    const at = now();
    const over = [...byId.values()].filter((session) => isOver(session, at));
    inBackground(finish(over, 'expired', SERVER));
  }, TICK_MS);
  const writing = setInterval(() => inBackground(writeSeen()), WRITE_SEEN_MS);

  return {
    find(cookie) {
      const dot = cookie.lastIndexOf('.');
      const held = byToken.get(cookie.slice(0, Math.max(dot, 0)));
      if (!held || !isSigned(held.token, cookie.slice(dot + 1)) || isOver(held, now())) return null;
      held.seenAt = now();
      seen.add(held);
      const { session, person, secondFactor } = held;
      return { session, person, secondFactor };
    },
    ofPerson: (person) =>
      [...byId.values()]
        .filter((session) => session.person === person)
        .sort((a, b) => b.startedAt - a.startedAt),
    async begin(token, from) {
      const { rows: found } = await database.pool.query(`${ROWS} WHERE s.token = $1`, [token]);
      const opened = found[0] === undefined ? null : sessionRow.parse(found[0]);
      if (!opened) throw new AppError('no_session', 'the library opened no session');
      const { session, person } = opened;
      try {
        const [told] = await door.define(
          [{ type: 'session.started', data: { session, person } }],
          personFrom(person, from),
        );
        if (told?.status !== 'stored') throw new AppError('no_session', 'the log refused the session');
      } catch (error) {
        // What the log does not know of must not come to life at the next start.
        await database.pool.query('DELETE FROM auth_session WHERE id = $1', [session]);
        throw error;
      }
      add(opened);
      return opened;
    },
    async end(session, reason, by) {
      const held = byId.get(session);
      if (!held) return false;
      await finish([held], reason, by);
      return true;
    },
    endAll: (person, reason, by, except) =>
      finish(
        [...byId.values()].filter((held) => held.person === person && held.session !== except),
        reason,
        by,
      ),
    onEnd: (listener) => void listeners.push(listener),
    async stop() {
      clearInterval(ticking);
      clearInterval(writing);
      await writeSeen().catch((err: unknown) => logger.error({ err }, 'sessions could not be noted'));
    },
  };
}
