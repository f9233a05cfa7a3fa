import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { restoreLinks } from './binary-links.ts';
import { canReach, isRoot, type PostgresAccount } from './postgres-account.ts';

/**
 * A copy of the binaries that everybody can execute; made once per version of the package.
 * Error: postgres_binaries_unreachable.
 */
export async function copyBinaries(
  native: string,
  version: string,
  account: PostgresAccount | null,
  dataDir: string,
): Promise<string> {
  const homes = isRoot() ? ['/var/cache/thuoc-do', join(tmpdir(), 'thuoc-do')] : [join(dataDir, 'binaries')];
  for (const home of homes) {
    if (!(await isSafeHome(home, account))) continue;
    const copy = join(home, `postgresql-${version}`);
    if (existsSync(copy)) return join(copy, 'native');
    // Complete or absent: a copy interrupted half way is never taken for one.
    const draft = `${copy}.${randomUUID()}`;
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await restoreLinks(join(draft, 'native'));
    try {
      await rename(draft, copy);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
    return join(copy, 'native');
  }
  throw new AppError(
    'postgres_binaries_unreachable',
    `Không có chỗ để chép PostgreSQL cho mọi người chạy được (đã thử: ${homes.join(', ')}); hãy đặt DATABASE_URL. · ` +
      `No place for a copy of PostgreSQL that its user can run (tried: ${homes.join(', ')}); set DATABASE_URL.`,
  );
}

/** Makes the folder; false where somebody else could put programs into it, or the account cannot come to it. */
async function isSafeHome(home: string, account: PostgresAccount | null): Promise<boolean> {
  try {
    await mkdir(home, { recursive: true, mode: 0o755 });
    const { uid, mode } = await stat(home);
    const ours = uid === process.getuid?.() && (mode & 0o022) === 0;
    return ours && (account === null || (await canReach(join(home, 'copy'), account)));
  } catch {
    // A read-only or forbidden place is simply not the place; the caller names all that were tried.
    return false;
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o777) | 0o555);
  }
}
