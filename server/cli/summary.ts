import type { LineFault } from '../../lib/domain/imports/line-fault.ts';
import type { Outcome } from '../log/submission.ts';

/** What became of a file: facts stored now, facts that were there, and what was not taken with its line. */
export type Summary = {
  stored: number;
  duplicate: number;
  rejected: number;
  rejections: ({ line: number } & LineFault)[];
};

export const emptySummary = (): Summary => ({ stored: 0, duplicate: 0, rejected: 0, rejections: [] });

export function reject(summary: Summary, line: number, fault: LineFault): void {
  summary.rejected += 1;
  summary.rejections.push({ line, ...fault });
}

export function count(summary: Summary, line: number, outcome: Outcome): void {
  if (outcome.status !== 'rejected') {
    summary[outcome.status] += 1;
    return;
  }
  const { code, pointer, detail } = outcome.error;
  reject(summary, line, { code, column: pointer || null, vi: `máy chủ từ chối (${code})`, en: detail });
}

/** Names every line that was not taken, on standard error. */
export function sayRejections(summary: Summary): void {
  summary.rejections.sort((a, b) => a.line - b.line);
  for (const { line, code, vi, en } of summary.rejections) {
    process.stderr.write(`dòng ${line} · line ${line} · ${code} · ${vi} · ${en}\n`);
  }
}

/** Says every line that was not taken, then the totals. The exit code: 1 when something was rejected. */
export function saySummary(summary: Summary, json: boolean): number {
  const { stored, duplicate, rejected } = summary;
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    sayRejections(summary);
    process.stdout.write(
      `đã lưu · stored ${stored} · đã có · duplicate ${duplicate} · từ chối · rejected ${rejected}\n`,
    );
  }
  return rejected > 0 ? 1 : 0;
}
