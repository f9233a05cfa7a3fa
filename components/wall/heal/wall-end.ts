import type { WallReport } from '../../../lib/wire/wall-report.ts';
import type { WallEnd } from '../../live/live-link.ts';
import { versionReloadMs } from './reload-plan.ts';

const TRIED = 'thuoc-do.wall.reloaded-for';
const ORDERED_WITHIN_MS = 3_000;
const MB = 1024 * 1024;

type WallEndParts = {
  /** Of this page. */
  build: string;
  frameAgoMs(): number;
  roll(): number;
  /** Survives a reload. */
  shelf: Pick<Storage, 'getItem' | 'setItem'>;
  later(ms: number, run: () => void): void;
  reload(): void;
  /** Shows the name large. */
  identify(name: string): void;
  /** Of the screen and the page, as the browser tells. */
  measure(): Pick<WallReport, 'memoryMb' | 'width' | 'height' | 'upMs'>;
};

/** W6: what a wall does with what it hears beside its numbers, and what it says of itself. */
export function createWallEnd(parts: WallEndParts): WallEnd {
  const { build, shelf, later, reload, roll } = parts;
  let planned = false;
  const plan = (ms: number): void => {
    planned = true;
    later(ms, reload);
  };
  return {
    onBuild(newest) {
      if (planned || newest === build) return;
      const tried = shelf.getItem(TRIED) === newest;
      shelf.setItem(TRIED, newest);
      plan(versionReloadMs(roll(), tried));
    },
    onOrder({ order, name }) {
      if (order === 'identify') parts.identify(name);
      else plan(roll() * ORDERED_WITHIN_MS);
    },
    report: (offsetMs) => ({
      build,
      frameAgoMs: Math.round(parts.frameAgoMs()),
      driftMs: offsetMs === null ? null : -Math.round(offsetMs),
      ...parts.measure(),
    }),
  };
}

/** Megabytes that the page's own memory takes; null where the browser does not say. */
export function memoryMb(performance: object): number | null {
  const memory = 'memory' in performance ? performance.memory : null;
  if (typeof memory !== 'object' || memory === null || !('usedJSHeapSize' in memory)) return null;
  return typeof memory.usedJSHeapSize === 'number' ? Math.round(memory.usedJSHeapSize / MB) : null;
}
