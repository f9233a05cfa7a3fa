import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, beforeEach } from 'vitest';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/db/embedded-postgres.ts';
import { readPostmasterFile } from '../../server/db/postmaster-file.ts';
import { createLogger } from '../../server/logger.ts';
import { projectFolder } from '../../server/project-folder.ts';

const logger = createLogger('silent');
const ownerScript = join(projectFolder(), 'tests', 'support', 'embedded-owner.ts');

/** Another process that owns the PostgreSQL of a folder. */
export interface Owner {
  process: ChildProcess;
  connectionString: string;
  reattached: boolean;
}

/** Gives each test of a file its own folder for an embedded PostgreSQL, stopped and removed afterwards. */
export function embeddedFolder() {
  let running: EmbeddedPostgres[] = [];
  const folder = {
    dataDir: '',
    path: (...names: string[]) => join(folder.dataDir, ...names),

    /** Starts it in this process. */
    async start(): Promise<EmbeddedPostgres> {
      const postgres = await startEmbeddedPostgres({ dataDir: folder.dataDir, logger });
      running.push(postgres);
      return postgres;
    },

    async stop(postgres: EmbeddedPostgres): Promise<void> {
      running = running.filter((one) => one !== postgres);
      await postgres.stop();
    },

    /** Starts it in a process of its own, as this user or another. */
    async startOwner(user: { uid?: number; gid?: number } = {}): Promise<Owner> {
      const child = spawn(process.execPath, ['--import', 'tsx', ownerScript, folder.dataDir], {
        ...user,
        cwd: projectFolder(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = createInterface({ input: child.stdout });
      const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
      if (line === undefined) throw new Error('the owner did not start');
      return { process: child, ...JSON.parse(line) };
    },

    async postmasterPid(): Promise<number> {
      const file = await readPostmasterFile(folder.path('postgres'));
      if (!file) throw new Error('no postmaster.pid');
      return file.pid;
    },
  };

  beforeEach(async () => {
    folder.dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-embedded-'));
  });

  afterEach(async () => {
    for (const postgres of running) await postgres.stop();
    running = [];
    await rm(folder.dataDir, { recursive: true, force: true });
  });

  return folder;
}

export async function kill(owner: Owner): Promise<void> {
  owner.process.kill('SIGKILL');
  await once(owner.process, 'close');
}

/** The rows of one question on a connection of its own. */
export async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connectionConfig(connectionString));
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}
