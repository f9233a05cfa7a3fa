import { test as base, expect } from '@playwright/test';
import { browserCookies } from '../support/browser-cookies.ts';
import { policyViolations } from '../support/policy-violations.ts';
import { type LiveCity, openLiveCity } from './live-city.ts';

export { expect };

type PerTest = {
  /** The console error that this test provokes on purpose; any other fails it. */
  announced: RegExp | null;
  quiet: undefined;
};

type PerWorker = {
  /** A name: tests that give another one run on a city of their own, since they leave it changed for others. */
  ownCity: string;
  city: LiveCity;
};

/** Tests on one running city; a page that throws, breaks its content policy or writes an error to its console fails. */
export const test = base.extend<PerTest, PerWorker>({
  ownCity: ['', { option: true, scope: 'worker' }],
  city: [
    async ({ ownCity: _ }, use) => {
      const city = await openLiveCity();
      await use(city);
      await city.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ city }, use) => use(city.server.url),
  // Every page is opened by the city's leader unless a test says otherwise.
  storageState: ({ city }, use) => use({ cookies: browserCookies(city.leader), origins: [] }),
  announced: [null, { option: true }],
  quiet: [
    async ({ context, announced }, use) => {
      const faults: string[] = [];
      const hear = (text: string): void => {
        if (!announced?.test(text)) faults.push(text);
      };
      context.on('weberror', (fault) => hear(fault.error().stack ?? fault.error().message));
      context.on('console', (line) => {
        if (line.type() === 'error') hear(`${line.text()} (${line.location().url})`);
      });
      const violations = await policyViolations(context);
      await use(undefined);
      expect(violations, 'what the content policy forbade').toEqual([]);
      expect(faults, 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],
});
