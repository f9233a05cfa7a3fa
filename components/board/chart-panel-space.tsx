'use client';
import { ChartSpace } from './chart-space.tsx';

/** Keeps the room of a chart with its question until the first numbers are live: they come first. */
export function ChartPanelSpace() {
  return (
    <div className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <ChartSpace />
    </div>
  );
}
