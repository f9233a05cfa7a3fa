import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { AppError, errorCode } from '../errors.ts';

/** Where the embedded PostgreSQL keeps what it needs, beside its data. */
export function clusterFiles(dataDir: string) {
  return {
    data: join(dataDir, 'postgres'),
    password: join(dataDir, 'postgres-password'),
    port: join(dataDir, 'postgres-port'),
    log: join(dataDir, 'postgres.log'),
  };
}

/** The password of an existing cluster. Error: postgres_password_missing. */
export async function readPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new AppError(
      'postgres_password_missing',
      `Không đọc được mật khẩu của PostgreSQL đi kèm: ${file}. Hãy khôi phục tệp này từ bản sao lưu. · ` +
        `The password of the embedded PostgreSQL cannot be read: ${file}. Restore this file from a backup.`,
      error,
    );
  }
}

/** The password for a new cluster, generated once; of two servers that start together both get the same. */
export async function createPassword(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readPassword(file);
}

/** The port of last time when it is free, else any free one, so that a noted connection string stays good. */
export async function choosePort(file: string): Promise<number> {
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (Number.isInteger(remembered) && remembered > 0 && remembered < 65_536) {
    const free = await listenOnce(remembered);
    if (free !== null) return free;
  }
  const any = await listenOnce(0);
  if (any !== null) return any;
  throw new AppError('postgres_no_port', 'Không còn cổng trống trên 127.0.0.1 · No free port on 127.0.0.1');
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}
