import { parentPort } from 'node:worker_threads';
import { drawReport, type Order } from './draw-report.ts';
import type { Drawn } from './press.ts';

// The program of the thread: orders come in, files go out.
parentPort?.on('message', async ({ number, ...order }: Order & { number: number }) => {
  try {
    parentPort?.postMessage({ number, file: await drawReport(order) } satisfies Drawn);
  } catch (fault) {
    parentPort?.postMessage({ number, fault } satisfies Drawn);
  }
});
