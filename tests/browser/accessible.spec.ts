import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `coloured`: shows every colour that there is. */
const pages: [what: string, path: string, coloured?: true][] = [
  ['overview of few units', '/areas/song', true],
  ['overview of some units', '/areas/nui'],
  ['overview of many units', '/', true],
  ['table of many units', '/?view=table'],
  ['page of a unit in trouble', `/areas/${WARDS.late.code}`, true],
  ['page of a silent unit', `/areas/${WARDS.silent.code}`, true],
  ['page of a unit without a queue', `/areas/${WARDS.none.code}`],
  ['comparison', '/areas/song/compare?beside=previous', true],
  ['history', '/areas/song/history?metric=within&period=day', true],
  ['address that names no area', '/areas/khong-co'],
];

// A trace of every step of axe costs more than axe.
test.use({ announced: /status of 404/, trace: 'off' });

// Structure does not depend on words or colours, so the other two combinations are asked about colours alone.
const looks = [
  { lang: 'vi', theme: 'light', whole: true },
  { lang: 'en', theme: 'dark', whole: true },
  { lang: 'en', theme: 'light', whole: false },
  { lang: 'vi', theme: 'dark', whole: false },
] as const;

for (const { lang, theme, whole } of looks) {
  test(`axe finds nothing against WCAG A and AA on any page, ${lang}, ${theme}`, async ({
    city,
    context,
    page,
  }) => {
    test.setTimeout(120_000);
    await context.addCookies([
      { name: 'lang', value: lang, url: city.server.url },
      { name: 'theme', value: theme, url: city.server.url },
    ]);
    for (const [what, path] of whole ? pages : pages.filter(([, , coloured]) => coloured)) {
      await page.goto(path);
      // Charts come after the first picture.
      if (whole) await page.waitForLoadState('networkidle');
      // The pages have no frames: axe needs no page of its own to gather what it found.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await (whole
        ? axe.withTags(RULES)
        : axe.withRules(['color-contrast'])
      ).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect.soft(found, what).toEqual([]);
    }
  });
}

test('axe finds nothing while the search is open', async ({ page }) => {
  await page.goto('/areas/song');
  await page.getByRole('button', { name: /Khu vực Sông/ }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  expect(violations).toEqual([]);
});
