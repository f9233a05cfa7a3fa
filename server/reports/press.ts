import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { folderWith } from '../project-folder.ts';
import type { Order } from './draw-report.ts';

/** What the thread says to an order: its file, or why there is none. */
export type Drawn = { number: number } & ({ file: Uint8Array } | { fault: unknown });

type Press = { draw(order: Order): Promise<Uint8Array> };
type Waiting = { resolve(file: Uint8Array): void; reject(fault: unknown): void };

/** A press without orders gives its memory back after that. */
const IDLE_MS = 60_000;
/** MB. A report that needs more fails alone. */
const MOST_MEMORY = 512;

let press: Press | null = null;

/** The program of the thread, beside that of the server. Sources have none: from them reports are drawn where they are asked for. */
const PROGRAM = 'press-thread.js';
const isSource = import.meta.url.endsWith('.ts');

/**
 * Draws a report on a thread of its own. Setting the pages of a city takes a second or two in which nothing else runs:
 * on the thread of the server every live board would stand still meanwhile.
 */
export async function drawApart(order: Order): Promise<Uint8Array> {
  if (isSource) return (await import('./draw-report.ts')).drawReport(order);
  press ??= openPress();
  return press.draw(order);
}

function openPress(): Press {
  const worker = new Worker(join(folderWith(PROGRAM), PROGRAM), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let idle: NodeJS.Timeout | undefined;

  function end(fault: unknown): void {
    clearTimeout(idle);
    if (press === own) press = null;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  }
  worker.on('message', (drawn: Drawn) => {
    const order = waiting.get(drawn.number);
    waiting.delete(drawn.number);
    if ('file' in drawn) order?.resolve(drawn.file);
    else order?.reject(drawn.fault);
    if (waiting.size > 0) return;
    // An idle press keeps no process alive.
    worker.unref();
    idle = setTimeout(() => void worker.terminate(), IDLE_MS).unref();
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that draws reports has ended')));

  const own: Press = {
    draw: (order) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...order, number: last });
      }),
  };
  return own;
}
