import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Line, Read } from '../../lib/domain/imports/line-fault.ts';
import type { OperatorDoor } from '../control-client.ts';
import { AppError } from '../errors.ts';
import { untilInterrupted } from './command.ts';
import type { CsvFile } from './csv-file.ts';
import { startProgress } from './progress.ts';
import { count, emptySummary, reject, type Summary } from './summary.ts';

const BATCH = 1000;

type Told = { line: number; event: SourceEvent };

/**
 * Stores the events of every line in batches, one on its way while the next is read. A bad line is named and the rest
 * go in. Ctrl-C ends between two batches: a second run stores what is missing.
 */
export async function storeEvents(
  file: CsvFile,
  door: OperatorDoor,
  label: string,
  eventsOf: (line: Line) => Read<SourceEvent[]>,
): Promise<Summary> {
  const summary = emptySummary();
  const progress = startProgress(label, file.size);
  const { signal, done } = untilInterrupted();
  let batch: Told[] = [];
  let onItsWay: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    await onItsWay;
    const told = batch;
    batch = [];
    onItsWay = submit(door, told, summary);
    // Its failure is met at the next await; until then it must not count as unhandled.
    onItsWay.catch(() => undefined);
    progress.at(file.bytesRead());
  };
  try {
    for await (const line of file.lines) {
      const read = 'row' in line ? eventsOf(line) : { ok: false as const, fault: line.fault };
      if (!read.ok) reject(summary, line.line, read.fault);
      else for (const event of read.value) batch.push({ line: line.line, event });
      if (batch.length >= BATCH - 10) await send();
      if (signal.aborted)
        throw new AppError(
          'interrupted',
          'Đã dừng giữa chừng; chạy lại để nhập tiếp · stopped halfway; run again to go on',
        );
    }
    await send();
    await onItsWay;
  } finally {
    await onItsWay.catch(() => undefined);
    progress.stop();
    done();
  }
  return summary;
}

async function submit(door: OperatorDoor, told: readonly Told[], summary: Summary): Promise<void> {
  const outcomes = await door.submit(told.map(({ event }) => event));
  for (const [at, outcome] of outcomes.entries()) count(summary, told[at]?.line ?? 0, outcome);
}
