import type { KeyUse } from '../access/key-use.ts';
import type { LockOut } from '../auth/lock-out.ts';
import type { People } from '../auth/people.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Core } from '../core.ts';
import type { PairingCodes } from '../devices/pairing-codes.ts';
import type { Live } from '../live/live.ts';

/** What administration stands on. */
export type AdminDeps = Pick<Core, 'memory' | 'door' | 'database' | 'prisma' | 'now'> & {
  people: People;
  sessions: Pick<Sessions, 'ofPerson' | 'endAll'>;
  lockOut: LockOut;
  pairing: Pick<PairingCodes, 'take'>;
  keyUse: Pick<KeyUse, 'all'>;
  walls: Live['walls'];
};
