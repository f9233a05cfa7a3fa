import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Cron } from 'croner';
import { writeBackup } from '../backup/write-backup.ts';
import type { Core } from '../core.ts';
import { errorCode } from '../errors.ts';
import type { Logger } from '../logger.ts';

/** How the daily backup is doing; instants in epoch ms, `reason` a code without any data. */
export type DailyBackupState = { lastOkAt: number | null; failedAt: number | null; reason: string | null };

export type DailyBackup = {
  state(): DailyBackupState;
  /** Writes one now, after the one under way; never throws, a failure is in the state. */
  run(): Promise<void>;
  stop(): Promise<void>;
};

const KEPT = 7;
const DAY_MS = 86_400_000;
// In the night of the country that this is made for.
const SCHEDULE = '15 2 * * *';
const ZONE = 'Asia/Ho_Chi_Minh';
const NAME = /^thuoc-do-\d{8}T\d{6}Z\.backup\.gz$/;

const nameAt = (at: number): string =>
  `thuoc-do-${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup.gz`;

/**
 * Writes a backup into `<dataDir>/backups` every night, and at once when the last one is older than a day; the last
 * seven are kept. A failure is logged and shown until one succeeds.
 */
export function startDailyBackup(core: Core, dataDir: string, logger: Logger): DailyBackup {
  const folder = join(dataDir, 'backups');
  const state: DailyBackupState = { lastOkAt: null, failedAt: null, reason: null };
  let running: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const at = core.now();
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { connectionString } = core.database;
      const { seq } = await writeBackup({ connectionString, dataDir }, join(folder, nameAt(at)), at);
      await keepNewest(folder);
      Object.assign(state, { lastOkAt: at, failedAt: null, reason: null });
      logger.info({ seq }, 'backup.written');
    } catch (err) {
      Object.assign(state, { failedAt: at, reason: errorCode(err) ?? 'internal' });
      logger.error({ err }, 'backup.failed');
    }
  };
  const run = (): Promise<void> => {
    running = running.then(write);
    return running;
  };
  const catchUp = async (): Promise<void> => {
    state.lastOkAt = await newestAt(folder);
    const empty = core.memory.head.seq === 0;
    if (!empty && (state.lastOkAt === null || core.now() - state.lastOkAt > DAY_MS)) await write();
  };

  const nightly = new Cron(SCHEDULE, { timezone: ZONE }, () => void run());
  running = catchUp();
  return {
    state: () => ({ ...state }),
    run,
    async stop() {
      nightly.stop();
      await running;
    },
  };
}

const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => NAME.test(name)).sort();

async function newestAt(folder: string): Promise<number | null> {
  try {
    const newest = (await backupsIn(folder)).at(-1);
    return newest === undefined ? null : (await stat(join(folder, newest))).mtimeMs;
  } catch {
    // No folder yet: no backup yet. Anything worse shows itself when one is written.
    return null;
  }
}

async function keepNewest(folder: string): Promise<void> {
  for (const name of (await backupsIn(folder)).slice(0, -KEPT)) await rm(join(folder, name), { force: true });
}
