import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { browserCookies } from '../support/browser-cookies.ts';
import { SCANNED } from '../support/late-letter.ts';
import { charactersOf, docxParagraphs, pdfPages, unspaced } from '../support/letter-text.ts';
import { NO_OFFICE_SUITE, printedByOfficeSuite } from '../support/office-suite.ts';
import { DAY, expect, HOUR, localAt, receive, settle, test, UNIT } from './apology-city.ts';

const panel = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const rowOf = (page: Page, state: string, dossier: string): Locator =>
  panel(page, state).getByRole('listitem').filter({ hasText: dossier });
const step = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Types the letter of a late dossier; what is not named is what stands there. */
async function typeLetter(page: Page, { day, time = '' }: { day: string; time?: string }): Promise<void> {
  await page.getByLabel('Nguyên nhân', { exact: true }).selectOption('system');
  await page.getByLabel('Nói rõ nguyên nhân').fill('đường truyền gián đoạn hai ngày');
  await page.getByLabel('Ngày hẹn mới').fill(day);
  await page.getByLabel('Giờ hẹn').fill(time);
  await page.getByLabel('Danh xưng').selectOption('ba');
  await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Nguyễn Thị Hạnh');
  await page.getByLabel('Địa chỉ').fill('số 12, đường Hoa Sữa');
  await page.getByLabel('Chức vụ người ký').fill('Chủ tịch');
  await page.getByLabel('Họ tên người ký').fill('Lê Minh');
}

async function confirmSignature(page: Page): Promise<void> {
  await page.getByLabel('Số, ký hiệu').fill('05/UBND-VP');
  await page
    .getByLabel('Tệp đã ký')
    .setInputFiles({ name: 'quét.pdf', mimeType: 'application/pdf', buffer: SCANNED });
  await page.getByRole('button', { name: 'Xác nhận đã ký' }).click();
  await expect(step(page, 'Ký văn bản')).toContainText('Số 05/UBND-VP');
}

test('F20: a dossier goes overdue on the running clock; drafted, saved, signed, delivered, and the new day is kept', async ({
  city,
  page,
}) => {
  test.setTimeout(180_000);
  const dossier = 'H-GIU-HEN';
  await page.goto(`/areas/${UNIT}`);
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live');
  // In time still: nothing to do, until the clock passes the promise.
  await receive(city, dossier, Date.now() + 6_000);
  const overdue = page.getByText(/1 hồ sơ đang quá hạn/).first();
  await expect(overdue).toBeHidden();
  await expect(overdue).toBeVisible({ timeout: 15_000 });
  const { board } = (await city.read(`/areas/${UNIT}/board`)) as {
    board: { totals: { dossiers: { overdue: number } } };
  };
  expect(board.totals.dossiers.overdue).toBe(1);

  await page.getByRole('navigation', { name: 'Trang' }).getByText('Thêm').click();
  await page.getByRole('link', { name: 'Xin lỗi' }).click();
  await expect(rowOf(page, 'Cần xin lỗi', dossier)).toContainText('Phường Hoà Lộ');
  await page.getByRole('link', { name: `Soạn văn bản cho hồ sơ ${dossier}` }).click();

  // What is missing is named at its field, and what was typed stays.
  await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Nguyễn Thị Hạnh');
  await page.getByRole('button', { name: 'Soạn văn bản' }).click();
  await expect(page.getByLabel('Nguyên nhân', { exact: true })).toHaveAccessibleDescription(/Cần điền ô này/);
  await expect(page.getByLabel('Họ tên hoặc tên tổ chức')).toHaveValue('Nguyễn Thị Hạnh');
  await typeLetter(page, { day: localAt(-DAY).day });
  await page.getByRole('button', { name: 'Soạn văn bản' }).click();
  await expect(page.getByLabel('Ngày hẹn mới')).toHaveAccessibleDescription(/phải sau ngày hẹn cũ/);
  await typeLetter(page, { day: localAt(2 * DAY).day });
  await page.getByRole('button', { name: 'Soạn văn bản' }).click();
  await expect(step(page, 'Ký văn bản')).toHaveAttribute('aria-current', 'step');

  const word = await saved(page, 'Tải bản Word');
  expect(word.name).toBe(`Xin-loi-Mau-04-${dossier}.docx`);
  expect(docxParagraphs(word.content)).toContain('Kính gửi: Bà Nguyễn Thị Hạnh');
  const pdf = await saved(page, 'Tải bản PDF');
  const printed = await pdfPages(pdf.content);
  expect(unspaced(printed[0]?.text ?? '')).toContain('đườngtruyềngiánđoạnhaingày');
  if (NO_OFFICE_SUITE) test.info().annotations.push({ type: 'skipped', description: NO_OFFICE_SUITE });
  else {
    const opened = await pdfPages(await printedByOfficeSuite(word.content));
    expect(charactersOf(opened)).toEqual(charactersOf(printed));
  }

  // Said to be signed digitally, which this file is not.
  await page.getByLabel('Cách ký').selectOption('digital');
  await page.getByLabel('Số, ký hiệu').fill('05/UBND-VP');
  await page
    .getByLabel('Tệp đã ký')
    .setInputFiles({ name: 'quét.pdf', mimeType: 'application/pdf', buffer: SCANNED });
  await page.getByRole('button', { name: 'Xác nhận đã ký' }).click();
  await expect(page.getByLabel('Cách ký')).toHaveAccessibleDescription(/không mang chữ ký số/);
  await page.getByLabel('Cách ký').selectOption('paper');
  await confirmSignature(page);
  const kept = await saved(page, 'Tải tệp đã ký');
  expect(kept.content.equals(SCANNED)).toBe(true);

  await page.getByLabel('Gửi bằng cách nào').selectOption('post');
  await page.getByRole('button', { name: 'Xác nhận đã gửi' }).click();
  await expect(step(page, 'Gửi tới người dân')).toContainText('Bưu chính');
  await expect(step(page, 'Ngày hẹn mới')).toHaveAttribute('aria-current', 'step');

  await settle(city, dossier, Date.now());
  await page.reload();
  await expect(step(page, 'Ngày hẹn mới')).toContainText('Đã giữ hẹn');
  await expect(step(page, 'Soạn văn bản')).toContainText('Nguyễn Văn Trưởng');
  await page.goto(`/apologies?area=${UNIT}&state=kept`);
  await expect(rowOf(page, 'Giữ hẹn', dossier)).toBeVisible();
});

test('F20, AL17: a new day that is missed is red, and the next letter is the second extension', async ({
  city,
  office,
  page,
}) => {
  const dossier = 'H-LO-HEN';
  await receive(city, dossier, Date.now() - HOUR);
  await page.goto(`/apologies/new?area=${UNIT}&dossier=${dossier}`);
  await typeLetter(page, localAt(2 * 60_000));
  await page.getByRole('button', { name: 'Soạn văn bản' }).click();
  await confirmSignature(page);
  await page.getByRole('button', { name: 'Xác nhận đã gửi' }).click();
  await expect(step(page, 'Ngày hẹn mới')).toHaveAttribute('aria-current', 'step');
  // The source's clock is a little ahead of ours, as the door allows.
  await settle(city, dossier, Date.now() + 4 * 60_000);
  await page.reload();
  await expect(step(page, 'Ngày hẹn mới')).toContainText('Đã lỡ hẹn');
  await page.goto(`/apologies?area=${UNIT}`);
  await expect(rowOf(page, 'Lỡ hẹn', dossier)).toBeVisible();

  // One that is open still: the next letter names what was broken.
  const open = 'H-LAN-HAI';
  await receive(city, open, Date.now() - 2 * DAY);
  const first = await office.draft(open);
  await office.sign(first);
  await office.deliver(first);
  await page.goto(`/apologies/new?area=${UNIT}&dossier=${open}`);
  await expect(page.getByText('Đã có văn bản được ký, và ngày hẹn mới của nó chưa bị lỡ')).toBeVisible();
});

test('filters stand in the address; CSV holds what is listed; a letter is drafted anew until it is signed', async ({
  city,
  office,
  page,
}) => {
  const [one, other] = ['H-LOC-1', 'H-LOC-2'];
  await receive(city, one, Date.now() - DAY);
  await receive(city, other, Date.now() - DAY);
  await office.draft(one);
  await page.goto(`/apologies?area=${UNIT}`);
  await expect(rowOf(page, 'Cần xin lỗi', other)).toBeVisible();
  await page.getByLabel('Mã hồ sơ').fill(one);
  await page.getByRole('button', { name: 'Lọc', exact: true }).click();
  await expect(page).toHaveURL(/dossier=H-LOC-1/);
  await expect(page.getByText(other)).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Chuỗi xin lỗi' })
    .getByRole('link', { name: /Đã soạn/ })
    .click();
  await expect(page).toHaveURL(/state=drafted/);
  const csv = await saved(page, 'Tải CSV');
  expect(csv.content.toString('utf8').trim().split('\r\n')).toHaveLength(2);
  await page.getByRole('link', { name: `Xem văn bản về ${one}` }).click();
  await page.getByRole('link', { name: 'Soạn lại' }).click();
  await expect(page.getByLabel('Họ tên hoặc tên tổ chức')).toHaveValue('Nguyễn Thị Hạnh');
  await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Trần Văn Bình');
  await page.getByRole('button', { name: 'Lưu bản soạn lại' }).click();
  await expect(panel(page, 'Văn bản')).toContainText('Trần Văn Bình');
  await expect(step(page, 'Soạn văn bản')).toContainText('soạn 2 lần');
});

test('AL5: an apology for conduct begins with the rating that told of it', async ({ city, page }) => {
  await city.tell([
    {
      unit: UNIT,
      type: 'rating.given',
      at: Date.now() - DAY,
      data: { rating: 'r-thai-do', level: 'dissatisfied' },
    },
  ]);
  await page.goto(`/apologies/new?area=${UNIT}&rating=r-thai-do`);
  await page.getByLabel('Ngày xảy ra').fill(localAt(-DAY).day);
  await page.getByLabel('Sự việc').fill('Công chức nói to tiếng.');
  await page.getByLabel('Biện pháp khắc phục').fill('đã nhắc nhở công chức có liên quan.');
  await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Lê An');
  await page.getByLabel('Chức vụ người ký').fill('Chủ tịch');
  await page.getByLabel('Họ tên người ký').fill('Lê Minh');
  await page.getByRole('button', { name: 'Soạn văn bản' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lượt đánh giá r-thai-do');
  const word = await saved(page, 'Tải bản Word');
  expect(docxParagraphs(word.content).join('\n')).toContain('THƯ XIN LỖI');
});

test('K13: who may only read sees where a chain stands, and no button', async ({
  city,
  context,
  office,
  page,
  somebody,
}) => {
  const dossier = 'H-CHI-DOC';
  await receive(city, dossier, Date.now() - DAY);
  await receive(city, `${dossier}-2`, Date.now() - DAY);
  const apology = await office.draft(dossier);
  const analyst = await somebody('analyst', UNIT, 'Phân Tích Viên');
  await context.clearCookies();
  await context.addCookies(browserCookies(analyst));
  await page.goto(`/apologies?area=${UNIT}`);
  await expect(rowOf(page, 'Cần xin lỗi', `${dossier}-2`)).toBeVisible();
  await expect(page.getByRole('link', { name: /Soạn văn bản|Xin lỗi về cách/ })).toHaveCount(0);
  await page.goto(`/apologies/${UNIT}/${apology}`);
  await expect(page.getByText('Chờ người có thẩm quyền ký.')).toBeVisible();
  await expect(page.getByText('Nội dung văn bản chỉ người phụ trách')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Nguyễn Thị Hạnh')).toHaveCount(0);
});
