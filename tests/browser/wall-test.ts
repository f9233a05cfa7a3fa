import { randomUUID } from 'node:crypto';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { WallDistance, WallView } from '../../lib/domain/access/wall-view.ts';
import type { WallMade } from '../../lib/wire/access/administration.ts';
import { send } from '../support/signed-in.ts';
import { test as administered, expect } from './admin-test.ts';

export { expect };

export const TV = { width: 1920, height: 1080 };

export type Tv = {
  context: BrowserContext;
  page: Page;
  /** What the page wrote to its console as an error, or threw. */
  faults: string[];
};

type How = { view?: WallView; distance?: WallDistance };

type PerTest = {
  /** A browser that nobody is signed in at. */
  openTv: (options?: BrowserContextOptions) => Promise<Tv>;
  /** Pairs a wall with an area as its administrator; gives what opens it. */
  pairWall: (area: string, how?: How) => Promise<WallMade & { address: string; revoke(): Promise<void> }>;
};

/** Tests of walls: `page` is the administrator's, and each TV is a browser of its own. */
export const test = administered.extend<PerTest>({
  openTv: async ({ browser, city }, use) => {
    const open: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        baseURL: city.server.url,
        viewport: TV,
        storageState: { cookies: [], origins: [] },
        ...options,
      });
      open.push(context);
      const faults: string[] = [];
      context.on('weberror', (fault) => faults.push(fault.error().message));
      context.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      return { context, page: await context.newPage(), faults };
    });
    for (const context of open) await context.close();
  },
  pairWall: async ({ admin, city }, use) => {
    const { url } = city.server;
    const path = '/api/v1/admin/walls';
    await use(async (area, how) => {
      const body = { name: `Màn ${randomUUID()}`, area, view: 'command', ...how };
      const made: WallMade = await (await send(url, path, body, admin.headers)).json();
      return {
        ...made,
        address: `/wall#${made.token}`,
        async revoke() {
          const done = await send(url, `${path}/${made.wall}`, undefined, admin.headers, 'DELETE');
          expect(done.status).toBe(200);
        },
      };
    });
  },
});
