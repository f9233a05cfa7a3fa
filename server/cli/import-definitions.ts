import type { ServerType } from '../../lib/domain/events/registry.ts';
import type { Definitions } from '../../lib/domain/imports/definitions.ts';
import type { Line } from '../../lib/domain/imports/line-fault.ts';
import type { Tree } from '../../lib/domain/tree.ts';
import type { Definition, Outcome } from '../log/submission.ts';
import { openCsv } from './csv-file.ts';
import { withDoor } from './door.ts';
import { count, emptySummary, reject, type Summary, saySummary } from './summary.ts';

const BATCH = 500;

export type FileOfDefinitions<T> = {
  path: string;
  type: ServerType;
  required: readonly string[];
  read: (lines: Line[], columns: string[], tree: Tree) => Definitions<T>;
};

/** Reads a file of settings against the tree, stores what is new and says every line that is not taken. */
export async function importDefinitions<T>(file: FileOfDefinitions<T>, json: boolean): Promise<number> {
  const { columns, lines } = await openCsv(file.path, file.required);
  const summary = emptySummary();
  const whole: Line[] = [];
  for await (const line of lines) {
    if ('row' in line) whole.push(line);
    else reject(summary, line.line, line.fault);
  }
  await withDoor(async (door) => {
    const { definitions, faults } = file.read(whole, columns, await door.tree());
    for (const { line, fault } of faults) reject(summary, line, fault);
    for (let from = 0; from < definitions.length; from += BATCH) {
      const batch = definitions.slice(from, from + BATCH);
      // `read` gives the data of `type`; the pair is one member of the union.
      const asked = batch.map(({ data }) => ({ type: file.type, data }) as Definition);
      countBatch(summary, batch, await door.define(asked));
    }
  });
  return saySummary(summary, json);
}

function countBatch(
  summary: Summary,
  batch: readonly { line: number }[],
  outcomes: readonly Outcome[],
): void {
  for (const [at, outcome] of outcomes.entries()) count(summary, batch[at]?.line ?? 0, outcome);
}
