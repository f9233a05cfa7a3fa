import type { Command } from 'commander';
import { openDatabase } from '../db/connect.ts';
import { eventCount } from '../db/schema-version.ts';
import { rebuild } from '../log/rebuild.ts';
import { createLogger } from '../logger.ts';
import { type JsonOption, leaf } from './command.ts';
import { cliEnv } from './door.ts';
import { startProgress } from './progress.ts';

export const rebuildCommand = (): Command =>
  leaf<JsonOption>(
    'rebuild',
    'tính lại mọi bảng từ nhật ký; máy chủ phải dừng · derives every table from the log again; the server must be stopped',
    (command) => command,
    async (_args, { json = false }) => {
      const env = cliEnv();
      const logger = createLogger(env.LOG_LEVEL, process.stderr);
      const database = await openDatabase(env, logger);
      try {
        let events = 0;
        const progress = startProgress('rebuild', await eventCount(database.pool));
        await rebuild(database, logger, (n) => {
          events += n;
          progress.at(events);
        }).finally(() => progress.stop());
        if (json) process.stdout.write(`${JSON.stringify({ events })}\n`);
        else process.stdout.write(`đã tính lại từ · rebuilt from ${events} sự kiện · events\n`);
        return 0;
      } finally {
        await database.close();
      }
    },
  );
