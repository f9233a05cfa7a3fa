import { browserCookies } from '../support/browser-cookies.ts';
import { DESK, expect, PHONE, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

const LANDS: [role: Parameters<typeof landing>[0], area: string, heading: RegExp][] = [
  ['head', WARDS.late.code, /Phường Lưu Thượng/],
  ['officer', WARDS.nobody.code, /Phường An Nhàn/],
  ['leader', 'song', /Khu vực Sông/],
  ['analyst', 'nui', /Khu vực Núi/],
  ['inspector', 'tp', /Thành phố Kiểm Thử/],
];
const landing = (role: 'head' | 'officer' | 'leader' | 'analyst' | 'inspector', area: string): string =>
  `${role} of ${area} lands where the work is`;

for (const [role, area, heading] of LANDS) {
  test(landing(role, area), async ({ context, page, somebody }) => {
    await context.clearCookies();
    await context.addCookies(browserCookies(await somebody(role, area)));
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    // All of it is asked for, and nothing that this role is refused.
    await page.locator('[data-later]').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
  });
}

test.describe('a unit on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('the one thing to do stands first, names a number and a counter, and says when it ends', async ({
    page,
  }, { project }) => {
    await page.goto(`/areas/${WARDS.late.code}`);
    const task = page.getByRole('region', { name: 'Việc cần làm ngay' });
    await expect(task).toContainText(/B1 .*đã chờ 4\d phút|Gọi B1 vào quầy 1: đã chờ 4\d phút/);
    await expect(task).toContainText('Quá mức phấn đấu 15 phút · tự hết khi B1 được gọi');
    await page.screenshot({ path: `${project.outputDir}/screens/landing-phone.png`, fullPage: true });
  });

  test('a quiet unit says so in one line, and thanks come before any complaint', async ({ page }, {
    project,
  }) => {
    await page.goto(`/areas/${WARDS.nobody.code}`);
    await expect(page.getByText('Lúc này không có việc gấp.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Việc cần làm ngay' })).toHaveCount(0);
    await page.goto(`/areas/${WARDS.rated.code}`);
    await expect(page.getByText(/^Lời cảm ơn hôm nay/)).toBeVisible();
    await page.screenshot({ path: `${project.outputDir}/screens/landing-phone-thanks.png`, fullPage: true });
  });

  test('three figures, then counters, who waits, and what was said, in this order', async ({ page }) => {
    await page.goto(`/areas/${WARDS.late.code}`);
    await expect(page.locator('dl').first().locator('dt:visible')).toHaveText([
      'Đang chờ',
      /^Trong 15 phút/,
      'Hài lòng',
    ]);
    const titles = ['Quầy', 'Người đang chờ', 'Vừa đánh giá', 'Hàng chờ theo lĩnh vực'];
    const tops = await Promise.all(
      titles.map(async (name) => (await page.getByRole('heading', { name, exact: true }).boundingBox())?.y),
    );
    expect(tops).toEqual([...tops].sort((a, b) => Number(a) - Number(b)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });

  test('whatever a finger presses is at least 44 px high', async ({ page }) => {
    await page.goto(`/areas/${WARDS.late.code}`);
    await page.waitForLoadState('networkidle');
    const low = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
        .filter((each) => each.checkVisibility() && !each.classList.contains('sr-only'))
        .filter((each) => each.getBoundingClientRect().height < 44)
        .map((each) => `${each.tagName} ${each.textContent} ${each.getBoundingClientRect().height}`),
    );
    expect(low).toEqual([]);
  });
});

test.describe('the same unit on a desk', () => {
  test.use({ viewport: DESK });

  test('the thing to do and five figures', async ({ page }, { project }) => {
    await page.goto(`/areas/${WARDS.late.code}`);
    await expect(page.getByRole('region', { name: 'Việc cần làm ngay' })).toBeVisible();
    await expect(page.locator('dl').first().locator('dt:visible')).toHaveCount(5);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${project.outputDir}/screens/landing-desk.png` });
  });
});
