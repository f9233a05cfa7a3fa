import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const BIG = { width: 1920, height: 1080 };

type Screen = { name: string; path: string; size: typeof DESK; lang?: string; theme?: string };
const screens: Screen[] = [
  { name: 'few', path: '/areas/song', size: DESK },
  { name: 'some', path: '/areas/nui', size: DESK },
  { name: 'many', path: '/', size: DESK },
  { name: 'many-english', path: '/', size: DESK, lang: 'en' },
  { name: 'many-big-dark', path: '/', size: BIG, theme: 'dark' },
  { name: 'few-phone', path: '/areas/song', size: PHONE },
  { name: 'few-dark', path: '/areas/song', size: DESK, theme: 'dark' },
  { name: 'unit', path: `/areas/${WARDS.late.code}`, size: DESK },
  {
    name: 'unit-phone-english-dark',
    path: `/areas/${WARDS.late.code}`,
    size: PHONE,
    lang: 'en',
    theme: 'dark',
  },
  { name: 'unit-silent', path: `/areas/${WARDS.silent.code}`, size: DESK },
  { name: 'unit-gauge', path: `/areas/${WARDS.gauge.code}`, size: DESK },
  { name: 'unit-no-queue', path: `/areas/${WARDS.none.code}`, size: DESK },
  { name: 'unit-notes', path: `/areas/${WARDS.rated.code}`, size: DESK },
];

for (const { name, path, size, lang = 'vi', theme = 'light' } of screens) {
  test(`screen ${name} lies within its width`, async ({ city, context, page }, { project }) => {
    await context.addCookies([
      { name: 'lang', value: lang, url: city.server.url },
      { name: 'theme', value: theme, url: city.server.url },
    ]);
    await page.setViewportSize(size);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await page.screenshot({ path: `${project.outputDir}/screens/${name}.png`, fullPage: size === PHONE });
  });
}
