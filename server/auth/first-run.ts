import type { z } from 'zod';
import { isEnabled } from '../../lib/domain/access/rights.ts';
import type { firstRunRequest } from '../../lib/wire/access/sign-in.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { SERVER } from '../log/actor.ts';
import type { Auth } from './auth.ts';
import type { Came } from './came.ts';
import type { Links } from './one-time-links.ts';
import type { Signed } from './signing.ts';

type Given = z.output<typeof firstRunRequest>;
/** No faults and not ok: the link opens nothing (any more). */
type Made = { ok: true; signed: Exclude<Signed, { kind: 'refused' }> } | { ok: false; faults: Fault[] };

/** Whether somebody who can sign in holds the whole installation. */
export const hasAdministrator = ({ rights }: Pick<Core['memory'], 'rights'>): boolean =>
  [...rights.grants.values()].some(
    ({ role, area, person }) => role === 'admin' && area === null && isEnabled(rights, person),
  );

/** The first administrator: made once, with a link of the first run, while there is none. */
export function createFirstRun(
  { memory }: Pick<Core, 'memory'>,
  { links, people, credentials, signing }: Omit<Auth, 'lockOut'>,
): { isDone(): boolean; make(given: Given, came: Came): Promise<Made> } {
  let making: Promise<unknown> = Promise.resolve();
  const isDone = (): boolean => hasAdministrator(memory);
  const closed: Made = { ok: false, faults: [] };

  async function make({ token, password, ...given }: Given, came: Came): Promise<Made> {
    const link = await links.look(token);
    if (isDone() || link?.kind !== 'first_run') return closed;
    const faults = await people.taken(given, null);
    if (faults.length > 0) return { ok: false, faults };
    if (!(await links.use(token))) return closed;
    const added = await people.add({ ...given, role: 'admin', area: null }, SERVER);
    if (!added.ok) return added;
    await credentials.setPassword(added.person, password, came);
    const signed = await signing.withoutPassword(added.person, came);
    if (signed.kind === 'refused') throw new AppError('no_session', 'the first administrator got no session');
    return { ok: true, signed };
  }

  return {
    isDone,
    // One after the other: of two that come with two links exactly one becomes the administrator.
    make(given, came) {
      const made = making.then(() => make(given, came));
      making = made.catch(() => undefined);
      return made;
    },
  };
}

/** Says the link of the first run to whoever started the server, and to no log. */
export async function sayFirstRun(links: Links): Promise<void> {
  const { link } = await links.make('first_run', null);
  console.info(
    `  Chưa có quản trị viên, hãy mở trong 15 phút · no administrator yet, open within 15 minutes:\n  ${link}\n`,
  );
}
