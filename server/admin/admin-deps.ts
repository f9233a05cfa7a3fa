import type { KeyUse } from '../access/key-use.ts';
import type { People } from '../auth/people.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Core } from '../core.ts';

/** What administration stands on. */
export type AdminDeps = Pick<Core, 'memory' | 'door' | 'database' | 'prisma' | 'now'> & {
  people: People;
  sessions: Pick<Sessions, 'ofPerson' | 'endAll'>;
  keyUse: Pick<KeyUse, 'all'>;
};
