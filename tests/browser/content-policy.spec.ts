import type { Page } from '@playwright/test';
import { browserCookies } from '../support/browser-cookies.ts';
import { policyViolations } from '../support/policy-violations.ts';
import { expect, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

/** The browser notes pages that are not there. */
test.use({ announced: /status of 404/ });

const PAGES = [
  '/',
  '/areas/song',
  `/areas/${WARDS.late.code}`,
  '/account',
  '/admin',
  '/admin/people',
  '/admin/people/new',
  '/admin/keys',
  '/admin/keys/new',
  '/admin/walls',
  '/admin/policy',
  '/admin/audit',
  '/admin/areas',
  '/admin/areas/song',
  '/admin/new-area',
  '/admin/import-areas',
  '/login',
  '/enter',
  '/start',
  '/nowhere',
  '/areas/nowhere',
  '/api/docs',
];

const shown = async (page: Page, path: string): Promise<void> => {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.locator('body')).not.toBeEmpty();
};

for (const path of PAGES)
  test(`7: ${path} loads nothing that its policy forbids, and its scripts run`, async ({ page }) => {
    await shown(page, path);
    const policy = (await page.request.get(path)).headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    if (path === '/api/docs') return expect(page.locator('.swagger-ui .info')).toBeVisible();
    // React has taken the page over: what it hangs on the elements that it holds.
    await expect
      .poll(() => page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith('__react'))))
      .toBe(true);
  });

test('7: a script that was slipped into a page does not run, and is told of', async ({
  browser,
  admin,
  city,
}) => {
  const context = await browser.newContext();
  await context.addCookies(browserCookies(admin));
  const violations = await policyViolations(context);
  const page = await context.newPage();
  await page.route('**/', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      '</body>',
      '<script>window.slipped = 1</script><img src="x:" onerror="window.slipped = 2"></body>',
    );
    await route.fulfill({ response: answer, body });
  });
  // A page that the test answered may not open a line to this machine, so it never comes to rest.
  await page.goto(`${city.server.url}/`);
  await expect
    .poll(() => violations.map((text) => text.split(' ', 1)[0]))
    .toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']));
  expect(await page.evaluate(() => Reflect.get(window, 'slipped'))).toBeUndefined();
  await context.close();
});

test('7: each answer has a nonce of its own, which every script of it carries', async ({ request, city }) => {
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const answer = await request.get(`${city.server.url}/`, {
      headers: { 'content-security-policy': "script-src 'nonce-c2xpcHBlZA=='", 'x-nonce': 'c2xpcHBlZA==' },
    });
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? '';
    const html = await answer.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(html).not.toContain('c2xpcHBlZA');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});
