import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const pages: [what: string, path: string][] = [
  ['overview of few units', '/areas/song'],
  ['overview of some units', '/areas/nui'],
  ['overview of many units', '/'],
  ['table of many units', '/?view=table'],
  ['page of a unit in trouble', `/areas/${WARDS.late.code}`],
  ['page of a silent unit', `/areas/${WARDS.silent.code}`],
  ['page of a unit without a queue', `/areas/${WARDS.none.code}`],
  ['address that names no area', '/areas/khong-co'],
];

test.use({ announced: /status of 404/ });

for (const theme of ['light', 'dark']) {
  for (const lang of ['vi', 'en']) {
    test(`axe finds nothing against WCAG A and AA on any page, ${lang}, ${theme}`, async ({
      city,
      context,
      page,
    }) => {
      await context.addCookies([
        { name: 'lang', value: lang, url: city.server.url },
        { name: 'theme', value: theme, url: city.server.url },
      ]);
      for (const [what, path] of pages) {
        await page.goto(path);
        // Charts come after the first picture.
        if (!path.includes('khong-co')) await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
        );
        expect.soft(found, what).toEqual([]);
      }
    });
  }
}

test('axe finds nothing while the search is open', async ({ page }) => {
  await page.goto('/areas/song');
  await page.getByRole('button', { name: /Khu vực Sông/ }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations).toEqual([]);
});
