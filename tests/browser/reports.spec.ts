import { readFile } from 'node:fs/promises';
import { formatOf } from '../../lib/i18n/format.ts';
import type { ReportAnswer } from '../../lib/wire/report.ts';
import { pdfPages } from '../support/letter-text.ts';
import { expectAccessible } from './access-test.ts';
import { expect, test } from './live-test.ts';

test.describe.configure({ mode: 'serial' });

test('reports: the page shows the figures of the API, and its choice stays in the address', async ({
  city,
  page,
}) => {
  await page.goto('/reports?area=tp&period=day');
  // From the API's type: its answer is of this build.
  const { report } = (await city.read('/areas/tp/report?kind=day')) as ReportAnswer;
  const [satisfied] = report.targets;
  const { percent, number } = formatOf('vi');
  const row = page
    .getByRole('row')
    .filter({ hasText: /^Hài lòng/ })
    .first();
  await expect(row).toContainText(percent(satisfied?.share));
  await expect(row).toContainText(number(satisfied?.of));
  await expect(page.getByText('Việc còn tồn').first()).toBeVisible();
  await expectAccessible(page, 'the brief of a day');
  await page.getByLabel('Loại kỳ').selectOption('month');
  await expect(page).toHaveURL(/period=month/);
  await expect(page.getByRole('heading', { name: /^BÁO CÁO: / })).toBeVisible();
  await expect(page.getByText('Chốt được khi kỳ đã hết.')).toBeVisible();
  await expectAccessible(page, 'the report of a month');
});

test('reports: a period that is over is frozen after a question, and its paper says so', async ({ page }) => {
  await page.goto('/reports?area=tp');
  await page.getByRole('button', { name: 'Kỳ trước đó' }).click();
  await page.getByRole('button', { name: 'Chốt số liệu' }).click();
  const dialog = page.getByRole('dialog', { name: /^Chốt số liệu tháng/ });
  await expectAccessible(page, 'the question before a cut-off');
  await dialog.getByRole('button', { name: 'Chốt số liệu' }).click();
  await expect(page).toHaveURL(/frozen=\d+/);
  await expect(page.getByRole('listitem').filter({ hasText: /^tháng .*chốt lần 1/ })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Số liệu đã chốt lần 1');
  await expect(page.getByRole('article')).toContainText('Không dữ kiện nào đến muộn');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDF tiếng Anh' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^report-tp-.*\.pdf$/);
  const [first] = await pdfPages(await readFile(await download.path()));
  expect(first?.text).toContain('cut 1');
  await expectAccessible(page, 'a frozen report');
});
