import type { KeyUse } from '../access/key-use.ts';
import type { Core } from '../core.ts';

/** What administration stands on. */
export type AdminDeps = Pick<Core, 'memory' | 'door' | 'database' | 'prisma' | 'now'> & {
  keyUse: Pick<KeyUse, 'all'>;
};
