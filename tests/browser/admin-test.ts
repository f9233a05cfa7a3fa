import type { Role } from '../../lib/domain/access/role.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';
import { expect, test as live } from './live-test.ts';

export { expect };

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

type PerWorker = {
  /** Holds the whole installation, and is signed in. */
  admin: SignedIn;
  /** Signs somebody new in with a role in an area. */
  somebody: (role: Role, area: string | null, name?: string) => Promise<SignedIn>;
};

/** Tests on the running city in which every page is opened by its administrator unless a test says otherwise. */
export const test = live.extend<object, PerWorker>({
  // The browser notes every refused form.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  announced: ({}, use) => use(/status of 422/),
  somebody: [
    async ({ city }, use) => {
      const door = await city.server.door();
      await use((role, area, name) => signIn({ url: city.server.url, door }, { role, area, name }));
      await door.close();
    },
    { scope: 'worker' },
  ],
  admin: [
    async ({ somebody }, use) => use(await somebody('admin', null, 'Quản Trị Viên')),
    { scope: 'worker' },
  ],
  storageState: ({ admin }, use) => use({ cookies: browserCookies(admin), origins: [] }),
});
