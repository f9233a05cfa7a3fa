import type { WallSeen } from '../../lib/wire/wall-report.ts';

const TROUBLES = ['silent', 'frozen', 'drift', 'small'] as const;
type WallTrouble = (typeof TROUBLES)[number];

/** Two reports are missing. */
const SILENT_MS = 150_000;
const FROZEN_MS = 10_000;
const DRIFT_MS = 10_000;
/** Below this nothing on a wall can be read from where people stand. */
const LEAST_HEIGHT = 720;

/** What somebody should look at, by the last report of a wall at `now` (epoch ms). */
export function wallTroubles({ at, report }: WallSeen, now: number): WallTrouble[] {
  const is: Record<WallTrouble, boolean> = {
    silent: now - at > SILENT_MS,
    frozen: report.frameAgoMs > FROZEN_MS,
    drift: Math.abs(report.driftMs ?? 0) > DRIFT_MS,
    small: report.height < LEAST_HEIGHT,
  };
  return TROUBLES.filter((trouble) => is[trouble]);
}
