import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { shiftEvents } from '../../lib/domain/simulation/shift-events.ts';
import type { OperatorDoor } from '../control-client.ts';
import type { PlannedEvent } from '../demo/day-plan.ts';
import { type Played, playLive, submitAll } from '../demo/play.ts';
import { speedNotes } from '../demo/speed-notes.ts';
import { AppError, errorText } from '../errors.ts';
import { untilInterrupted } from './command.ts';
import { startProgress } from './progress.ts';

/** Reads `--speed`: how many seconds of the record pass in one second. */
export function speedOf(text: string): number {
  const speed = Number(text);
  if (speed >= 0.1 && speed <= 3600) return speed;
  throw new AppError('bad_speed', '--speed phải từ 0.1 đến 3600 · must be 0.1 to 3600');
}

/** Plays a recorded stretch from now on; the first event happens now. Needs events in the order of time. */
export async function playRecord(
  door: OperatorDoor,
  record: readonly SourceEvent[],
  name: string,
  speed: number,
): Promise<Played> {
  const startAt = Date.now();
  const run = `${name}-${startAt.toString(36)}`;
  const shifted = shiftEvents(record, { run, originAt: record[0]?.at ?? 0, startAt, speed });
  if (speed !== 1) {
    process.stderr.write(
      `Tốc độ ${speed}: thời gian chờ được đánh dấu, không đánh giá · at speed ${speed} waits are marked and not judged\n`,
    );
    const units = new Set(record.map(({ unit }) => unit));
    await submitAll(door.submit, speedNotes(units, run, speed, startAt, shifted.at(-1)?.at ?? startAt));
  }
  return playPlan(
    door,
    shifted.map((event) => ({ tellAt: event.at, event })),
    name,
  );
}

/** Plays a plan to its end or to Ctrl-C, with a progress bar. */
export async function playPlan(
  door: OperatorDoor,
  plan: readonly PlannedEvent[],
  label: string,
): Promise<Played> {
  const progress = startProgress(label, plan.length);
  const { signal, done } = untilInterrupted();
  try {
    return await playLive(door.submit, plan, {
      now: Date.now,
      signal,
      onTold: progress.at,
      onFailure: (error) => process.stderr.write(`${errorText(error)}\n`),
    });
  } finally {
    progress.stop();
    done();
  }
}

/** The totals of what was played. Exit code 1 when something was refused. */
export function sayPlayed({ stored, duplicate, refusals }: Played, json: boolean): number {
  const rejected = [...refusals.values()].reduce((sum, n) => sum + n, 0);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ stored, duplicate, rejected, refusals: Object.fromEntries(refusals) })}\n`,
    );
  else {
    for (const [code, n] of refusals) process.stderr.write(`${code}: ${n}\n`);
    process.stdout.write(
      `đã lưu · stored ${stored} · đã có · duplicate ${duplicate} · từ chối · rejected ${rejected}\n`,
    );
  }
  return rejected > 0 ? 1 : 0;
}
