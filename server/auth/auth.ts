import { createLaterCodes } from '../citizen/later-code.ts';
import { createTicketCodes } from '../citizen/ticket-code.ts';
import type { Core } from '../core.ts';
import { createPairingCodes } from '../devices/pairing-codes.ts';
import { createCredentials } from './credentials.ts';
import { createLibrary } from './library.ts';
import { createLockOut } from './lock-out.ts';
import { createLinks } from './one-time-links.ts';
import { createPeople } from './people.ts';
import { createSessions } from './sessions.ts';
import { createSigning } from './signing.ts';
import { createWallCookie } from './wall-cookie.ts';

export type Auth = Awaited<ReturnType<typeof openAuth>>;

/** Everything that signing in needs. `base` is our own address as browsers name it, known once the server listens. */
export async function openAuth(
  core: Core,
  { secret, publicUrl, base }: { secret: string; publicUrl: string | null; base: () => string },
) {
  const library = createLibrary({ prisma: core.prisma, logger: core.logger, secret, publicUrl });
  const sessions = await createSessions(core, secret);
  const links = createLinks(core, base);
  return {
    sessions,
    lockOut: createLockOut(core),
    links,
    people: createPeople(core, links),
    signing: createSigning(core, library, sessions),
    credentials: createCredentials(core, library, sessions),
    wallCookie: createWallCookie(publicUrl),
    pairing: createPairingCodes(core.now),
    ticketCodes: createTicketCodes(secret, core.now),
    base,
    laterCodes: createLaterCodes(secret, core.now),
  };
}
