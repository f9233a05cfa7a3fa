import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import type { CompareAnswer, KpisAnswer } from '../../lib/wire/reads.ts';
import { expect, test } from './live-test.ts';
import { WARDS } from './test-city-tree.ts';

const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

const saved = async (page: Page, name: string): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).first().click(),
  ]);
  return contentOf(download);
};

test('comparison: the same places in the same order as the API, in groups, and the choice stays in the address', async ({
  city,
  page,
}) => {
  await page.goto('/areas/tp/compare?metric=within&period=day');
  // From the API's type: its answer is of this build.
  const answer = (await city.read('/areas/tp/compare?metric=within&level=units')) as CompareAnswer;
  const table = page.getByRole('table', { name: 'So sánh' });
  await expect(table.locator('th[scope=row]')).toHaveCount(answer.children.length);
  const shown = await table.locator('th[scope=row] a').allTextContents();
  expect(shown).toEqual(answer.children.map(({ name }) => name));
  await expect(table.getByText('Chưa đạt, rõ rệt')).toBeVisible();
  await page.getByLabel('So giữa').selectOption('children');
  await expect(page).toHaveURL(/level=children/);
  await expect(table.getByRole('link', { name: 'Khu vực Sông', exact: true })).toBeVisible();
  await page.getByLabel('Chỉ số').selectOption('waitP90');
  await expect(page.getByText('chỉ số này không có chỉ tiêu')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Chỉ số')).toHaveValue('waitP90');
  await expect(page.getByLabel('So giữa')).toHaveValue('children');
});

test('comparison: leaves as CSV, SVG and PNG, each with what it is', async ({ page }) => {
  await page.goto('/areas/song/compare?metric=satisfied');
  await expect(page.locator('.recharts-wrapper')).toHaveCount(2);
  const csv = (await saved(page, 'Tải CSV')).toString();
  expect(csv.split('\r\n')[0]).toBe(
    'code,name,value,n,of,share,low,high,target,result,signal,few,changedOn,withoutValue,withoutN,withoutOf',
  );
  expect(csv).toContain(WARDS.late.code);
  const xlsx = await saved(page, 'Tải Excel');
  expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  const json = JSON.parse((await saved(page, 'Tải JSON')).toString());
  expect(json.length).toBe(csv.trimEnd().split('\r\n').length - 1);
  const svg = (await saved(page, 'Lưu SVG')).toString();
  expect(svg).toContain('Hài lòng: nơi nào khác chỉ tiêu 98%');
  expect(svg).not.toContain('var(--');
  const png = await saved(page, 'Lưu PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('comparison: of a unit there is none, and the way leads to its own history', async ({ page }) => {
  await page.goto(`/areas/${WARDS.live.code}/compare`);
  await page.getByRole('link', { name: 'Xem diễn biến' }).click();
  await expect(page).toHaveURL(new RegExp(`/areas/${WARDS.live.code}/history$`));
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
});

test('history: waits, flow and busy hours are the figures of the API', async ({ city, page }) => {
  await page.goto('/areas/song/history?metric=within&period=day');
  // From the API's type: its answer is of this build.
  const { tickets } = (await city.read('/areas/song/kpis')) as KpisAnswer;
  if (!tickets) throw new Error('a city without queues');
  await expect(page.getByText(`trên ${tickets.wait.n} lượt đã được gọi`)).toBeVisible();
  await expect(page.getByText(`đã phục vụ ${tickets.finished}`)).toBeVisible();
  await expect(page.getByRole('table', { name: /Khi nào đông/ })).toBeVisible();
  await page.getByRole('button', { name: 'Xem dạng bảng' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Giới hạn dưới' })).toBeVisible();
});

test('history: what cannot exist is said to be not applicable', async ({ page }) => {
  await page.goto(`/areas/${WARDS.none.code}/history?metric=waitP50`);
  await expect(page.getByText('không áp dụng')).toBeVisible();
});
