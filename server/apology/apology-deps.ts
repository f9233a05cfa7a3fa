import type { Core } from '../core.ts';
import type { SignedFiles } from '../letters/signed-files.ts';
import type { ReadContext } from '../read/context.ts';

/** What the acts of the chain stand on. */
export type ApologyDeps = Pick<Core, 'memory' | 'door' | 'dataDir'> & {
  context: ReadContext;
  files: SignedFiles;
};
