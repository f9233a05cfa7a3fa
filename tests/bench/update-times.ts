import type { Page } from '@playwright/test';

/** Makes the next document of the page note how long each delta takes from its arrival to the painted frame. */
export async function timeUpdates(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times: number[] = [];
    Object.assign(window, { benchUpdateTimes: times });
    const Bare = window.WebSocket;
    window.WebSocket = class extends Bare {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data, timeStamp }) => {
          if (typeof data !== 'string' || !data.startsWith('42["delta"')) return;
          requestAnimationFrame(() => {
            // A message posted within a frame is handled after that frame has been drawn.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => times.push(performance.now() - timeStamp);
            port2.postMessage(null);
          });
        });
      }
    };
  });
}

/** The times noted since the last call, in milliseconds. */
export const updateTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const times: unknown = Reflect.get(window, 'benchUpdateTimes');
    return Array.isArray(times) ? times.splice(0).map(Number) : [];
  });
