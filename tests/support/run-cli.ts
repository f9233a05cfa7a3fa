import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshDatabase, type TestDatabase } from './postgres.ts';

const program = resolve(import.meta.dirname, '../../server/tools/cli.mjs');

export type CliRun = { code: number | null; stdout: string; stderr: string };

/** An installation of its own: a database, a data folder and the command line on them. */
export type CliInstallation = {
  database: TestDatabase;
  dataDir: string;
  cli(...args: string[]): Promise<CliRun>;
  /** Writes a file into the folder and gives its path. */
  file(name: string, text: string): Promise<string>;
  remove(): Promise<void>;
};

export async function cliInstallation(): Promise<CliInstallation> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'td-cli-'));
  const settings = { DATABASE_URL: database.connectionString, DATA_DIR: dataDir };
  return {
    database,
    dataDir,
    cli: (...args) => runCli(args, settings),
    async file(name, text) {
      const path = join(dataDir, name);
      await writeFile(path, text);
      return path;
    },
    async remove() {
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a command as a person would, on the installation that `settings` name. */
export function runCli(args: readonly string[], settings: Record<string, string>): Promise<CliRun> {
  const env = { ...process.env, LOG_LEVEL: 'error', INIT_CWD: '', ...settings };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: CliRun = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.stderr += chunk.toString();
    });
    child.once('error', fail);
    child.once('close', (code) => done({ ...said, code }));
  });
}
