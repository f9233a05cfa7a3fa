import { z } from 'zod';
import { LINK_KINDS, type LinkKind } from '../../lib/wire/access/sign-in.ts';
import { newSecret, secretHash } from '../access/secret.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';

/** What a link is for. `expiresAt` null: as long as the server runs. */
export type OneTimeLink = { kind: LinkKind; person: string | null; expiresAt: number | null };
export type LinkMade = { link: string; expiresAt: number | null };

export type Links = {
  /** Makes a link and takes back those that the person, or the first run, had before. */
  make(kind: LinkKind, person: string | null): Promise<LinkMade>;
  /** What a token opens, without using it; null: nothing, or nothing any more. */
  look(token: string): Promise<OneTimeLink | null>;
  /** The same, and of all who come with this token only one gets it; a demonstration link opens again and again. */
  use(token: string): Promise<OneTimeLink | null>;
};

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const LIVES_MS: Record<Exclude<LinkKind, 'demo'>, number> = {
  invitation: 7 * DAY_MS,
  recovery: DAY_MS,
  first_run: 15 * MINUTE_MS,
};

const linkRow = z
  .object({ kind: z.enum(LINK_KINDS), person: z.string().nullable(), expires_at: z.date() })
  .transform(({ expires_at, ...link }): OneTimeLink => ({ ...link, expiresAt: expires_at.getTime() }));

const hashOf = (token: string): string => secretHash(token).toString('hex');

/**
 * One-time links. Their token stands in the fragment, which no browser sends and no proxy logs; only its hash is kept.
 * `base` is our own address as browsers name it.
 */
export function createLinks(
  { database, memory, now }: Pick<Core, 'database' | 'memory' | 'now'>,
  base: () => string,
): Links {
  const demo = new Map<string, OneTimeLink>();

  const read = async (text: string, values: readonly unknown[]): Promise<OneTimeLink | null> => {
    const { rows } = await database.pool.query(text, [...values]);
    return rows[0] === undefined ? null : linkRow.parse(rows[0]);
  };

  function keepDemo(hash: string, person: string | null): null {
    const roots = [...memory.tree.areas.values()].filter(({ parent }) => parent === null);
    if (roots.length === 0 || roots.some((root) => !root.demo))
      throw new AppError('real_tree', 'a demonstration link needs a demonstration tree');
    demo.set(hash, { kind: 'demo', person, expiresAt: null });
    return null;
  }

  async function keep(hash: string, kind: Exclude<LinkKind, 'demo'>, person: string | null): Promise<number> {
    const expiresAt = now() + LIVES_MS[kind];
    await database.pool.query(
      `WITH old AS (DELETE FROM one_time_link WHERE person IS NOT DISTINCT FROM $3 OR expires_at < now() - interval '30 days')
       INSERT INTO one_time_link (hash, kind, person, expires_at) VALUES ($1, $2, $3, to_timestamp($4 / 1000.0))`,
      [hash, kind, person, expiresAt],
    );
    return expiresAt;
  }

  return {
    async make(kind, person) {
      const token = newSecret();
      const hash = hashOf(token);
      const expiresAt = kind === 'demo' ? keepDemo(hash, person) : await keep(hash, kind, person);
      return { link: `${base()}/${kind === 'first_run' ? 'start' : 'enter'}#${token}`, expiresAt };
    },
    async look(token) {
      const hash = hashOf(token);
      return (
        demo.get(hash) ??
        (await read(
          'SELECT kind, person, expires_at FROM one_time_link WHERE hash = $1 AND used_at IS NULL AND expires_at > to_timestamp($2 / 1000.0)',
          [hash, now()],
        ))
      );
    },
    async use(token) {
      const hash = hashOf(token);
      return (
        demo.get(hash) ??
        (await read(
          `UPDATE one_time_link SET used_at = to_timestamp($2 / 1000.0)
           WHERE hash = $1 AND used_at IS NULL AND expires_at > to_timestamp($2 / 1000.0)
           RETURNING kind, person, expires_at`,
          [hash, now()],
        ))
      );
    },
  };
}
