import { AxeBuilder } from '@axe-core/playwright';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pages: [name: string, path: string][] = [
  ['areas', '/admin/areas'],
  ['area', `/admin/areas/${WARDS.live.code}`],
  ['new-area', '/admin/new-area?parent=song'],
  ['import-areas', '/admin/import-areas'],
  ['people', '/admin/people'],
  ['new-person', '/admin/people/new'],
  ['keys', '/admin/keys'],
  ['new-key', '/admin/keys/new'],
  ['walls', '/admin/walls'],
  ['audit', '/admin/audit'],
  ['policy', '/admin/policy'],
];
const looks = [
  { lang: 'vi', theme: 'light', size: DESK, name: 'desk' },
  { lang: 'en', theme: 'dark', size: PHONE, name: 'phone-english-dark' },
  { lang: 'vi', theme: 'light', size: PHONE, name: 'phone' },
] as const;

test.use({ trace: 'off' });

for (const { lang, theme, size, name: look } of looks) {
  test(`every page of administration lies within its width and axe finds nothing, ${look}`, async ({
    admin,
    city,
    context,
    page,
    somebody,
  }, { project }) => {
    test.setTimeout(240_000);
    await somebody('head', WARDS.live.code, 'Nguyễn Văn Trưởng');
    await context.addCookies([
      { name: 'lang', value: lang, url: city.server.url },
      { name: 'theme', value: theme, url: city.server.url },
    ]);
    await page.setViewportSize(size);
    for (const [name, path] of [...pages, ['person', `/admin/people/${admin.person}`] as const]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await page.screenshot({
        path: `${project.outputDir}/screens/admin-${name}-${look}.png`,
        fullPage: true,
      });
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), name)
        .toBeLessThanOrEqual(size.width);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect.soft(found, name).toEqual([]);
    }
  });
}
