import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BackupHeader } from '../backup/backup-format.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { openDatabase } from '../db/connect.ts';
import { openBeside } from '../db/open-beside.ts';
import { createLogger } from '../logger.ts';
import { type JsonOption, leaf } from './command.ts';
import { cliEnv } from './door.ts';
import { type Progress, startProgress } from './progress.ts';

export const backupCommand = (): Command =>
  leaf<JsonOption>(
    'backup',
    'sao lưu một thời điểm nhất quán vào tệp mới, cạnh máy chủ đang chạy; tệp có dữ liệu cá nhân · a consistent copy into a new file, beside a running server; it holds personal data',
    (command) => command.argument('<file>', 'tệp mới, gzip · a new file, gzip'),
    async ([file = ''], { json = false }) => {
      const env = cliEnv();
      const database = await openBeside(env, createLogger(env.LOG_LEVEL, process.stderr));
      const bar = progressOf('backup', 1);
      try {
        const header = await writeBackup(
          { connectionString: database.connectionString, dataDir: env.DATA_DIR },
          resolve(file),
          Date.now(),
          bar.step,
        );
        return say('đã sao lưu · backed up', header, json);
      } finally {
        bar.stop();
        await database.close();
      }
    },
  );

export const restoreCommand = (): Command =>
  leaf<JsonOption>(
    'restore',
    'khôi phục bản sao lưu vào nơi còn trống; máy chủ phải dừng · restores a backup into an empty installation; the server must be stopped',
    (command) => command.argument('<file>', 'tệp sao lưu · the backup'),
    async ([file = ''], { json = false }) => {
      const env = cliEnv();
      const logger = createLogger(env.LOG_LEVEL, process.stderr);
      const database = await openDatabase(env, logger);
      // Rows are stored, derived from and checked.
      const bar = progressOf('restore', 3);
      try {
        const header = await restoreBackup(
          { ...database, dataDir: env.DATA_DIR },
          resolve(file),
          logger,
          bar.step,
        );
        return say('đã khôi phục và kiểm · restored and checked', header, json);
      } finally {
        bar.stop();
        await database.close();
      }
    },
  );

function progressOf(label: string, rounds: number) {
  let progress: Progress | null = null;
  let done = 0;
  return {
    step(n: number, header: BackupHeader): void {
      progress ??= startProgress(label, header.events * rounds);
      done += n;
      progress.at(done);
    },
    stop: (): void => progress?.stop(),
  };
}

function say(what: string, { events, seq, schema, createdAt }: BackupHeader, json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify({ events, seq, schema, createdAt })}\n`);
  else process.stdout.write(`${what}: ${events} sự kiện · events, seq ${seq}, ${createdAt}\n`);
  return 0;
}
