import { browserCookies } from '../support/browser-cookies.ts';
import { defineAll } from '../support/city.ts';
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
    waits: 'Vai trò của bạn cần xác thực hai bước',
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
    waits: 'Your role asks for a second factor',
  },
} as const;

/** The label of the own password, by which changes of the account are confirmed. */
const CURRENT = /^(Mật khẩu hiện tại|Current password)/;

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
      await expect(page.getByRole('button', { name: words.on })).toBeEnabled();
      await tabTo(page, CURRENT);
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
        await expect(page.locator('[name=login]')).toBeFocused();
        await expect(page.locator('[type=submit]')).toBeEnabled();
        await page.keyboard.type(person.login);
        await page.keyboard.press('Tab');
        await page.keyboard.type(TEST_PASSWORD);
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
      await tabTo(page, /^(Cho ai|To whom)/);
      await page.keyboard.type('nobody.at.all');
      await tabTo(page, /^(Đến hết ngày|Last day)/);
      // The same whether the browser asks for the day or the month first.
      await page.keyboard.type('12122099');
      await tabTo(page, words.lend);
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.nobody)).toBeVisible();
      await expect(page.locator('[name=to]')).toBeFocused();
      await expect(page.locator('[name=toDay]')).toHaveValue('2099-12-12');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(other.login);
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.lent)).toBeVisible();

      const borrower = await browser.newContext({ baseURL: office.server.url });
      await borrower.addCookies(browserCookies(other));
      const theirs = await borrower.newPage();
      await theirs.goto('/account');
      await expect(theirs.locator('#main').getByText('thay Lê Thị Hoa')).toBeVisible();

      await tabTo(page, /^(Chấm dứt ủy quyền|End the loan)/);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await expectAccessible(page, 'ending a loan');
      await tabTo(page, new RegExp(`^${words.end}$`));
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.none)).toBeVisible();
      await theirs.reload();
      await expect(theirs.getByText('thay Lê Thị Hoa')).toHaveCount(0);
      await borrower.close();
    });

    test('whoever holds no role yet, or one that waits for a second factor, is told so wherever they go', async ({
      context,
      office,
      page,
    }, { project }) => {
      const person = await signIn(
        { url: office.server.url, door: office.door },
        { role: 'inspector', area: 'city' },
      );
      await context.addCookies(browserCookies(person));
      const need = (required: boolean) =>
        defineAll(office.door, [{ type: 'person.totp_required', data: { role: 'inspector', required } }]);
      await need(true);
      for (const path of ['/', '/areas/a']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.waits);
      }
      await expectAccessible(page, 'role that waits');
      await need(false);
      const people = await office.door.people();
      const grant = people.find(({ login }) => login === person.login)?.grants[0]?.grant ?? '';
      await defineAll(office.door, [{ type: 'person.grant_ended', data: { grant } }]);
      for (const path of ['/', '/areas/a']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.role);
      }
      await expectAccessible(page, 'no role');
      await page.screenshot({ path: `${project.outputDir}/screens/no-role-${language}.png` });
      await tabTo(page, /^(Tài khoản|Account)$/);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/account$/);
    });

    test('a password is changed only with the current one, and the form says which is wrong', async ({
      context,
      office,
      page,
    }) => {
      const person = await signIn({ url: office.server.url, door: office.door }, { role: 'head', area: 'a' });
      await context.addCookies(browserCookies(person));
      await page.goto('/account');
      await expect(page.getByRole('button', { name: words.on })).toBeEnabled();
      // The first is that of the second factor.
      for (let n = 0; n < 2; n += 1) await tabTo(page, CURRENT);
      await page.keyboard.type('not this one');
      await tabTo(page, /^(Mật khẩu mới|New password)/);
      await page.keyboard.type('một mật khẩu khác hẳn');
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
