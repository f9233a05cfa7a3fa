import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { OperatorDoor } from '../../server/control-client.ts';
import { defineAll, testTree } from '../support/city.ts';
import { policyViolations } from '../support/policy-violations.ts';
import { startServer, type TestServer } from '../support/server.ts';

export { expect };

export type Office = { server: TestServer; door: OperatorDoor };

/** One server with the test tree for each spec file; nobody is signed in. A page that breaks its content policy fails. */
export const test = base.extend<{ language: 'vi' | 'en' }, { office: Office }>({
  office: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const server = await startServer({ pages: true });
      const door = await server.door();
      await defineAll(door, testTree);
      await use({ server, door });
      await door.close();
      await server.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ office }, use) => use(office.server.url),
  language: ['vi', { option: true }],
  context: async ({ context, office, language }, use) => {
    await context.addCookies([{ name: 'lang', value: language, url: office.server.url }]);
    const violations = await policyViolations(context);
    await use(context);
    expect(violations, 'what the content policy forbade').toEqual([]);
  },
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** axe finds nothing against WCAG A and AA in what the page now shows, on light and on dark ground. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const dark of [true, false]) {
    await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect.soft(found, `${what}, ${dark ? 'dark' : 'light'}`).toEqual([]);
  }
}

/** Goes on with Tab until what has the focus bears this name. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const held = document.activeElement;
      if (!(held instanceof HTMLElement)) return '';
      const labels =
        held instanceof HTMLInputElement || held instanceof HTMLSelectElement ? held.labels : null;
      return held.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? held.textContent ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}
