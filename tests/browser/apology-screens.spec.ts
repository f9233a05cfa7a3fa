import { AxeBuilder } from '@axe-core/playwright';
import { DESK, PHONE } from './admin-test.ts';
import { DAY, expect, HOUR, receive, settle, test, UNIT } from './apology-city.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const looks = [
  { lang: 'vi', theme: 'light', size: DESK, name: 'desk' },
  { lang: 'en', theme: 'dark', size: DESK, name: 'desk-english-dark' },
  { lang: 'vi', theme: 'light', size: PHONE, name: 'phone' },
  { lang: 'en', theme: 'dark', size: PHONE, name: 'phone-english-dark' },
] as const;

test.use({ trace: 'off' });

/** A chain at every step, and a second extension. Gives the paths of the pages that show them. */
async function fillChains({
  city,
  office,
}: {
  city: Parameters<typeof receive>[0];
  office: {
    draft(of: string): Promise<string>;
    sign(of: string): Promise<void>;
    deliver(of: string): Promise<void>;
  };
}): Promise<[name: string, path: string][]> {
  const codes = ['owed', 'drafted', 'signed', 'delivered', 'kept'].map(
    (state) => `H99.${state.toUpperCase()}-0042`,
  );
  for (const [at, code] of codes.entries()) await receive(city, code, Date.now() - (at + 1) * DAY - HOUR);
  const [owed = '', drafted = '', signed = '', delivered = '', kept = ''] = codes;
  const letters = new Map<string, string>();
  for (const code of [drafted, signed, delivered, kept]) letters.set(code, await office.draft(code));
  const of = (code: string): string => letters.get(code) ?? '';
  for (const code of [signed, delivered, kept]) await office.sign(of(code));
  for (const code of [delivered, kept]) await office.deliver(of(code));
  await settle(city, kept, Date.now());
  return [
    ['list', `/apologies?area=${UNIT}`],
    ['drafted', `/apologies/${UNIT}/${of(drafted)}`],
    ['signed', `/apologies/${UNIT}/${of(signed)}`],
    ['kept', `/apologies/${UNIT}/${of(kept)}`],
    ['new', `/apologies/new?area=${UNIT}&dossier=${owed}`],
    ['conduct', `/apologies/new?area=${UNIT}`],
    ['refused', `/apologies/new?area=${UNIT}&dossier=${signed}`],
    ['none', `/apologies?area=${UNIT}&dossier=khong-co`],
  ];
}

test('pages about letters lie within their width and axe finds nothing, in both languages and themes, on desk and phone', async ({
  city,
  context,
  office,
  page,
}, { project }) => {
  test.setTimeout(300_000);
  const pages = await fillChains({ city, office });
  for (const { lang, theme, size, name: look } of looks) {
    await context.addCookies([
      { name: 'lang', value: lang, url: city.server.url },
      { name: 'theme', value: theme, url: city.server.url },
    ]);
    await page.setViewportSize(size);
    for (const [name, path] of pages) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const what = `${name}, ${look}`;
      await page.screenshot({
        path: `${project.outputDir}/screens/apology-${name}-${look}.png`,
        fullPage: true,
      });
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), what)
        .toBeLessThanOrEqual(size.width);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect.soft(found, what).toEqual([]);
    }
  }
});
