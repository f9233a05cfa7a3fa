import { defineAll } from '../support/city.ts';
import { openLiveCity } from './live-city.ts';
import { expect, test as live } from './live-test.ts';
import { noonZone } from './test-city-tree.ts';
import { BIRTH, dossiersUntil } from './test-dossiers.ts';

export { expect };

/** Tests on a running city of their own that tells of dossiers too. */
export const test = live.extend({
  city: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const city = await openLiveCity();
      const door = await city.server.door();
      await defineAll(door, [BIRTH]);
      await door.close();
      const now = Date.now();
      await city.tell(dossiersUntil(now, noonZone(new Date(now))));
      await use(city);
      await city.remove();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});
