import { existsSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../errors.ts';

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
const notOurs = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Recreates the library links named in `pg-symlinks.json` (npm packages hold no links, and installs without scripts
 * do not make them). False where the folder may not be written.
 */
export async function restoreLinks(native: string): Promise<boolean> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of linkList.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      await rm(link, { force: true });
      await symlink(relative(dirname(target), source), link);
    } catch (error) {
      const code = errorCode(error);
      if (code !== undefined && notOurs.includes(code)) return false;
      // Another server may just have made it.
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}
