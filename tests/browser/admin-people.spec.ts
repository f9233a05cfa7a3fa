import { browserCookies } from '../support/browser-cookies.ts';
import { expect, test } from './admin-test.ts';
import { WARDS } from './test-city-tree.ts';

test('somebody is added with a role; what is wrong is named and kept; the invitation is shown once', async ({
  page,
}) => {
  await page.goto('/admin/people');
  await page.getByRole('link', { name: 'Thêm người' }).click();
  const form = page.getByRole('form', { name: 'Thêm người' });
  await form.getByLabel('Họ và tên').fill('Trần Thị Mai');
  await form.getByLabel('Tên đăng nhập').fill('Mai!');
  await form.getByRole('button', { name: 'Thêm và tạo lời mời' }).click();
  await expect(form.getByLabel('Tên đăng nhập')).toBeFocused();
  await expect(form.getByLabel('Tên đăng nhập')).toHaveAccessibleDescription(/3–63 ký tự/);
  await expect(form.getByLabel('Ở đâu')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Họ và tên')).toHaveValue('Trần Thị Mai');
  await form.getByLabel('Tên đăng nhập').fill('tran.mai');
  await form.getByLabel('Ở đâu').fill('lam kieu');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Ở đâu')).toHaveValue(`Phường ${WARDS.rated.name}`);
  await form.getByRole('button', { name: 'Thêm và tạo lời mời' }).click();
  const made = page.getByRole('region', { name: 'Lời mời đã sẵn sàng' });
  await expect(made).toBeFocused();
  await expect(made.locator('code')).toHaveText(/^http.*#[\w-]{43}$/);
  await made.getByRole('link', { name: 'Mở trang của người này' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trần Thị Mai');
  await expect(page.getByText('đã mời, chưa vào')).toBeVisible();
  await page.goto('/admin/people?q=tran+mai&state=invited');
  const row = page.getByRole('row').filter({ hasText: 'Trần Thị Mai' });
  await expect(row).toContainText(`Phụ trách đơn vị · Phường ${WARDS.rated.name}`.slice(-12));
});

test('a role is given for some days and ended; the list is sorted and filtered in the address', async ({
  page,
  somebody,
}) => {
  const { person } = await somebody('clerk', WARDS.live.code, 'Lê Văn Thư');
  await page.goto(`/admin/people/${person}`);
  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  const form = page.getByRole('form', { name: 'Giao vai trò' });
  await form.getByLabel('Vai trò').selectOption('inspector');
  await form.getByLabel('Ở đâu').fill('khu vuc bien');
  await page.keyboard.press('Enter');
  await form.getByLabel('Từ ngày').fill('2031-02-01');
  await form.getByLabel('Đến hết ngày').fill('2031-01-01');
  await form.getByRole('button', { name: 'Giao vai trò' }).click();
  await expect(form.getByLabel('Đến hết ngày')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Đến hết ngày').fill('2031-03-01');
  await form.getByRole('button', { name: 'Giao vai trò' }).click();
  const held = page.getByRole('listitem').filter({ hasText: 'Khu vực Biển' });
  await expect(held).toContainText('từ 01/02/2031 đến hết 01/03/2031');
  await held.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
  await expect(held).toHaveCount(0);
  await page.goto('/admin/people');
  await page.getByRole('button', { name: /Họ và tên/ }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole('columnheader', { name: /Họ và tên/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByLabel('Vai trò', { exact: true }).selectOption('clerk');
  await expect(page.getByRole('row').filter({ hasText: 'Lê Văn Thư' })).toBeVisible();
  await expect(page).toHaveURL(/role=clerk/);
});

test('a recovery link, ending all sessions and disabling are asked about and done', async ({
  page,
  somebody,
}) => {
  const { person } = await somebody('officer', WARDS.live.code, 'Phạm Thị Quầy');
  await page.goto(`/admin/people/${person}`);
  await page.getByRole('button', { name: 'Tạo đường dẫn đặt lại mật khẩu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo đường dẫn đặt lại mật khẩu' }).click();
  await expect(page.getByRole('region', { name: /đặt lại mật khẩu đã sẵn sàng/ }).locator('code')).toHaveText(
    /#/,
  );
  await page.getByRole('button', { name: 'Kết thúc mọi phiên' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc mọi phiên' }).click();
  await expect(page.getByText('Không có phiên nào đang mở.')).toBeVisible();
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('đã khóa')).toHaveCount(0);
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
  await expect(page.getByText('đã khóa')).toBeVisible();
});

test.describe('somebody with a smaller role', () => {
  test.use({ announced: /status of 40[134]/ });

  test('a leader is offered areas alone, and a typed address is refused with its reason', async ({
    context,
    page,
    somebody,
  }) => {
    const leader = await somebody('leader', 'song');
    await context.clearCookies();
    await context.addCookies(browserCookies(leader));
    await page.goto('/admin');
    await expect(page).toHaveURL(/\/admin\/areas$/);
    await expect(page.getByRole('navigation', { name: 'Quản trị' }).getByRole('link')).toHaveText([
      'Địa bàn và đơn vị',
    ]);
    await expect(page.getByRole('link', { name: 'Thêm địa bàn' })).toHaveCount(0);
    await page.goto('/admin/people');
    await expect(page.getByText('Bạn không có quyền ở trang này')).toBeVisible();
  });

  test('a clerk has nothing to administer and is told so', async ({ context, page, somebody }) => {
    const clerk = await somebody('clerk', WARDS.live.code);
    await context.clearCookies();
    await context.addCookies(browserCookies(clerk));
    await page.goto('/admin/keys');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bạn không có quyền ở trang này');
  });
});
