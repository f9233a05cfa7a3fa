import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from '@playwright/test';

/** What a page weighs at an instant; `process`: resident bytes of its renderer, null where the system does not tell. */
export type Weight = {
  minutes: number;
  nodes: number;
  listeners: number;
  heap: number;
  process: number | null;
};

/** By how much a page may grow: nodes and listeners at any time, bytes of its heap a minute. */
export type Limits = { nodes: number; listeners: number; heapAMinute: number };

/** Of the page that is open, whose renderer is `pid`: what nothing holds any more is thrown away first. */
export async function weigh(session: CDPSession, pid: number | null = null): Promise<Weight> {
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    minutes: performance.now() / 60_000,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heap: of('JSHeapUsedSize'),
    process: pid === null ? null : await residentBytes(pid),
  };
}

/** The renderer that has worked most: that of the only page of a test. */
export async function rendererOf(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.sort((a, b) => b.cpuTime - a.cpuTime)[0]?.id ?? null;
}

async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kb === undefined ? null : Number(kb) * 1024;
}

/** Bytes a minute, by least squares over a page that was never reloaded. */
export function slopeOf(weights: readonly Weight[], bytes: (one: Weight) => number): number {
  const mean = (of: (one: Weight) => number): number =>
    weights.reduce((sum, one) => sum + of(one), 0) / weights.length;
  const [minutes, middle] = [mean((one) => one.minutes), mean(bytes)];
  const spread = mean((one) => (one.minutes - minutes) ** 2);
  return mean((one) => (one.minutes - minutes) * (bytes(one) - middle)) / spread;
}

/** What has grown beyond its limit since the first of `weights`, by name. */
export function grown(weights: readonly Weight[], limits: Limits): string[] {
  const [first] = weights;
  if (!first) return [];
  const most = (of: (one: Weight) => number): number => Math.max(...weights.map(of)) - of(first);
  return [
    ...(most((one) => one.nodes) > limits.nodes ? ['nodes'] : []),
    ...(most((one) => one.listeners) > limits.listeners ? ['listeners'] : []),
    ...(slopeOf(weights, (one) => one.heap) > limits.heapAMinute ? ['heap'] : []),
  ];
}
