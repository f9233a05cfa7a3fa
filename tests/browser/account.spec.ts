import { browserCookies } from '../support/browser-cookies.ts';
import { signIn, TEST_PASSWORD } from '../support/signed-in.ts';
import { totp } from '../support/totp.ts';
import { expect, expectAccessible, tabTo, test } from './access-test.ts';

const WORDS = {
  vi: {
    on: 'Bật xác thực hai bước',
    confirm: 'Xác nhận và bật',
    wrong: /Mã chưa đúng/,
    lent: 'Đã ủy quyền.',
    nobody: 'Không có người này',
    lend: /^Ủy quyền$/,
    end: 'Chấm dứt',
    none: 'Hiện không ủy quyền cho ai.',
    factorOn: 'đang bật',
    thisOne: 'phiên này',
    changed: /Đã đổi mật khẩu/,
    current: 'Mật khẩu hiện tại chưa đúng',
    role: 'Chưa có vai trò nào',
  },
  en: {
    on: 'Turn the second factor on',
    confirm: 'Confirm and turn on',
    wrong: /The code is not right/,
    lent: 'The role is lent.',
    nobody: 'There is no such person',
    lend: /^Lend the role$/,
    end: 'End',
    none: 'Nobody acts on your behalf now.',
    factorOn: 'on',
    thisOne: 'this one',
    changed: /The password was changed/,
    current: 'The current password is not right',
    role: 'No role yet',
  },
} as const;

for (const language of ['vi', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ language });

    test('a second factor is turned on with a code and asked for at the next sign-in', async ({
      context,
      office,
      page,
    }, { project }) => {
      const person = await signIn(
        { url: office.server.url, door: office.door },
        { role: 'leader', area: 'city' },
      );
      await context.addCookies(browserCookies(person));
      await page.goto('/account');
      const panel = page.locator('section').filter({ has: page.getByRole('button', { name: words.on }) });
      await panel.locator('[name=password]').focus();
      await page.keyboard.type(TEST_PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page.locator('[name=code]')).toBeFocused();
      await expectAccessible(page, 'new second factor');
      await page.screenshot({
        path: `${project.outputDir}/screens/account-factor-${language}.png`,
        fullPage: true,
      });
      const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');
      await page.keyboard.type('000000');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.wrong)).toBeVisible();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(totp(secret));
      await page.keyboard.press('Enter');
      const codes = page.locator('ul.font-mono li');
      await expect(codes).toHaveCount(10);
      // Nothing that the page still asks for may meet a missing cookie and lead elsewhere.
      const settled = async (): Promise<void> => {
        for (const text of [words.factorOn, words.thisOne, words.none])
          await expect(page.getByText(text, { exact: true })).toBeVisible();
        // A page that is drawn anew has none for a moment.
        await expect(page).toHaveTitle(/./);
      };
      await settled();
      await expectAccessible(page, 'backup codes');
      const backup = (await codes.first().textContent()) ?? '';

      for (const code of [totp(secret, Date.now() + 30_000), backup]) {
        await settled();
        await context.clearCookies({ name: 'thuoc_do.session_token' });
        await page.goto('/login?to=/account');
        await page.locator('[name=login]').fill(person.login);
        await page.locator('[name=password]').fill(TEST_PASSWORD);
        await page.keyboard.press('Enter');
        await expect(page.locator('[name=code]')).toBeFocused();
        if (code === backup) {
          await expectAccessible(page, 'second step');
          await tabTo(page, /Mất điện thoại|Lost the phone/);
          await page.keyboard.press('Enter');
          await expect(page.locator('[name=code]')).toBeFocused();
        }
        await page.keyboard.type(code);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/account$/);
      }
      await settled();
    });

    test('a role is lent and taken back, and who borrows it sees on whose behalf', async ({
      browser,
      context,
      office,
      page,
    }, { project }) => {
      const at = { url: office.server.url, door: office.door };
      const lender = await signIn(at, { role: 'leader', area: 'city', name: 'Lê Thị Hoa' });
      const other = await signIn(at, { role: 'analyst', area: 'city' });
      await context.addCookies(browserCookies(lender));
      await page.goto('/account');
      await expectAccessible(page, 'account');
      await page.screenshot({ path: `${project.outputDir}/screens/account-${language}.png`, fullPage: true });
      await page.locator('[name=to]').focus();
      await page.keyboard.type('nobody.at.all');
      await page.locator('[name=toDay]').fill('2099-12-31');
      await tabTo(page, words.lend);
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.nobody)).toBeVisible();
      await expect(page.locator('[name=to]')).toBeFocused();
      await expect(page.locator('[name=toDay]')).toHaveValue('2099-12-31');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(other.login);
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.lent)).toBeVisible();

      const borrower = await browser.newContext({ baseURL: office.server.url });
      await borrower.addCookies(browserCookies(other));
      const theirs = await borrower.newPage();
      await theirs.goto('/account');
      await expect(theirs.locator('#main').getByText('thay Lê Thị Hoa')).toBeVisible();

      await page.getByRole('button', { name: words.end, exact: false }).first().focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await expectAccessible(page, 'ending a loan');
      await dialog.getByRole('button', { name: words.end }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.none)).toBeVisible();
      await theirs.reload();
      await expect(theirs.getByText('thay Lê Thị Hoa')).toHaveCount(0);
      await borrower.close();
    });

    test('a password is changed only with the current one, and the form says which is wrong', async ({
      context,
      office,
      page,
    }) => {
      const person = await signIn({ url: office.server.url, door: office.door }, { role: 'head', area: 'a' });
      await context.addCookies(browserCookies(person));
      await page.goto('/account');
      await page.locator('[name=current]').fill('not this one');
      await page.locator('[name=next]').fill('một mật khẩu khác hẳn');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.current)).toBeVisible();
      await expect(page.locator('[name=current]')).toBeFocused();
      await expect(page.locator('[name=next]')).toHaveValue('một mật khẩu khác hẳn');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(TEST_PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.changed)).toBeVisible();
      await expect(page.locator('[name=next]')).toHaveValue('');
    });
  });
}

test('a form keeps what was typed when its session ends elsewhere, and offers to sign in beside it', async ({
  context,
  office,
  page,
}) => {
  const person = await signIn({ url: office.server.url, door: office.door }, { role: 'head', area: 'a' });
  await context.addCookies(browserCookies(person));
  await page.goto('/account');
  await page.locator('[name=current]').fill(TEST_PASSWORD);
  await page.locator('[name=next]').fill('đã gõ rất lâu mới xong');
  await context.clearCookies({ name: 'thuoc_do.session_token' });
  // Whoever sits at the server itself needs no session yet.
  await context.setExtraHTTPHeaders({ 'x-forwarded-for': '203.0.113.7' });
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Phiên đã hết|Hãy đăng nhập/)).toBeVisible();
  await expect(page.locator('[name=next]')).toHaveValue('đã gõ rất lâu mới xong');
});

for (const width of [390, 1440])
  test(`pages lie within ${width} pixels`, async ({ context, office, page }, { project }) => {
    await page.setViewportSize({ width, height: 844 });
    const person = await signIn(
      { url: office.server.url, door: office.door },
      { role: 'leader', area: 'city' },
    );
    for (const path of ['/login', '/enter', '/start', '/account']) {
      if (path === '/account') await context.addCookies(browserCookies(person));
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.screenshot({ path: `${project.outputDir}/screens${path}-${width}.png`, fullPage: true });
    }
  });
