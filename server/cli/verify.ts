import type { Command } from 'commander';
import { openBeside } from '../db/open-beside.ts';
import { eventCount } from '../db/schema-version.ts';
import { type Finding, verify } from '../log/verify.ts';
import { createLogger } from '../logger.ts';
import { type JsonOption, leaf } from './command.ts';
import { cliEnv } from './door.ts';
import { startProgress } from './progress.ts';

export const verifyCommand = (): Command =>
  leaf<JsonOption>(
    'verify',
    'đối chiếu mọi bảng và chuỗi mã kiểm với nhật ký, cạnh máy chủ đang chạy · compares every table and the hash chain with the log, beside a running server',
    (command) => command,
    async (_args, { json = false }) => {
      const env = cliEnv();
      const database = await openBeside(env, createLogger(env.LOG_LEVEL, process.stderr));
      try {
        // Each event is read for its hash and for its meaning.
        const progress = startProgress('verify', (await eventCount(database.pool)) * 2);
        const findings: Finding[] = [];
        let done = 0;
        const verified = await verify(database.connectionString, {
          found: (finding) => (json ? findings.push(finding) : process.stdout.write(`${textOf(finding)}\n`)),
          onEvents: (n) => {
            done += n;
            progress.at(done);
          },
        }).finally(() => progress.stop());
        const { seq, chainHash } = verified;
        if (json) process.stdout.write(`${JSON.stringify({ seq, chainHash, differences: findings })}\n`);
        else
          process.stdout.write(
            `đến · up to seq ${seq} · ${chainHash.slice(0, 16)} · khác biệt · differences ${verified.findings}\n`,
          );
        return verified.findings > 0 ? 1 : 0;
      } finally {
        await database.close();
      }
    },
  );

const KINDS: Record<Finding['kind'], string> = {
  missing: 'thiếu · missing',
  extra: 'thừa · not in the log',
  different: 'khác nhật ký · differs from the log',
  content: 'nội dung đã bị sửa · its content was changed',
  chain: 'đứt chuỗi mã kiểm · the chain breaks here',
  personal: 'phần cá nhân không khớp mã kiểm · its personal fields do not match their hash',
};

/** Names the row and the columns; values may be personal and are not shown. */
function textOf({ table, key, kind, columns }: Finding): string {
  const name = Object.entries(key)
    .map(([column, value]) => `${column}=${JSON.stringify(value)}`)
    .join(' ');
  const which = columns.length > 0 ? `: ${columns.join(', ')}` : '';
  return `${table} ${name}: ${KINDS[kind]}${which}`;
}
