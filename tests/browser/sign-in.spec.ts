import { browserCookies } from '../support/browser-cookies.ts';
import { signIn, TEST_PASSWORD } from '../support/signed-in.ts';
import { expect, expectAccessible, tabTo, test } from './access-test.ts';

const WORDS = {
  vi: {
    title: 'Đăng nhập',
    wrong: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    required: 'Cần điền ô này',
    short: 'Mật khẩu cần ít nhất 12 ký tự',
    used: 'Liên kết không dùng được nữa',
    account: 'Tài khoản',
    out: 'Đăng xuất',
    ended: /^Phiên đã hết/,
  },
  en: {
    title: 'Sign in',
    wrong: 'The user name or the password is not right.',
    required: 'Fill in this field',
    short: 'The password needs at least 12 characters',
    used: 'This link no longer works',
    account: 'Account',
    out: 'Sign out',
    ended: /^The session has ended/,
  },
} as const;

for (const language of ['vi', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ language });

    test('whoever is not signed in signs in by keyboard and comes back to the page they wanted', async ({
      office,
      page,
    }) => {
      const { login } = await signIn(
        { url: office.server.url, door: office.door },
        { role: 'leader', area: 'city' },
      );
      await page.goto('/account');
      await expect(page).toHaveURL(/\/login\?to=%2Faccount$/);
      await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
      await expectAccessible(page, 'sign in');
      const field = page.locator('[name=login]');
      await expect(field).toBeFocused();
      await expect(page.locator('[type=submit]')).toBeEnabled();
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.required)).toHaveCount(2);
      await expect(field).toBeFocused();
      await expectAccessible(page, 'sign in with faults');
      await page.keyboard.type(login);
      await page.keyboard.press('Tab');
      await page.keyboard.type('not the password');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.wrong)).toHaveCount(1);
      await expect(page.locator('[name=password]')).toHaveValue('not the password');
      await tabTo(page, new RegExp(`^${language === 'vi' ? 'Mật khẩu' : 'Password'}`));
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(TEST_PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/account$/);
      await tabTo(page, new RegExp(login));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: words.account })).toBeVisible();
      await expectAccessible(page, 'header with the person open');
      await tabTo(page, new RegExp(`^${words.out}$`));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/login$/);
    });

    test('whoever is disabled while a page is open is led to signing in within a second', async ({
      context,
      office,
      page,
    }) => {
      const person = await signIn(
        { url: office.server.url, door: office.door },
        { role: 'leader', area: 'city' },
      );
      await context.addCookies(browserCookies(person));
      await page.goto('/');
      await expect(page.locator('[data-link=live]')).toBeVisible();
      const from = performance.now();
      await Promise.all([
        page.waitForURL(/\/login\?ended=1/, { waitUntil: 'commit' }),
        office.door.setDisabled(person.person, true),
      ]);
      const taken = performance.now() - from;
      console.info(`disabled → led to signing in: ${taken.toFixed(0)} ms`);
      expect(taken).toBeLessThan(1_000);
      await expect(page.getByText(words.ended)).toBeVisible();
    });

    test('an invitation is opened once, with a password of the right length', async ({ office, page }) => {
      const made = await office.door.addPerson({
        name: 'Trần Văn Bình',
        login: `binh-${language}`,
        role: 'head',
        area: 'a',
      });
      if ('faults' in made) throw new Error(JSON.stringify(made.faults));
      await page.goto(made.link);
      await expect(page.getByRole('heading', { name: /Trần Văn Bình/ })).toBeVisible();
      expect(page.url()).not.toContain('#');
      await expectAccessible(page, 'invitation');
      await tabTo(page, /^(Mật khẩu mới|New password)/);
      await page.keyboard.type('ngắn');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.short)).toBeVisible();
      await expect(page.locator('[name=password]')).toBeFocused();
      await page.keyboard.type(' nhưng rồi đủ dài');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/$/);
      await page.goto('about:blank');
      await page.goto(made.link);
      await expect(page.getByRole('heading', { name: words.used })).toBeVisible();
      await expectAccessible(page, 'used link');
    });
  });
}

test('the language changes before signing in and what was typed stays', async ({ page }) => {
  await page.goto('/login');
  await page.locator('[name=login]').fill('lan');
  await page.getByRole('button', { name: 'en', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('[name=login]')).toHaveValue('lan');
});

for (const to of ['https://evil.example/', '//evil.example/', '/\\evil.example/', '/login?to=/x'])
  test(`signing in never leads to ${to}`, async ({ office, page }) => {
    const { login } = await signIn(
      { url: office.server.url, door: office.door },
      { role: 'leader', area: 'city' },
    );
    await page.goto(`/login?to=${encodeURIComponent(to)}`);
    await page.locator('[name=login]').fill(login);
    await page.locator('[name=password]').fill(TEST_PASSWORD);
    await page.locator('[type=submit]').click();
    await expect(page).toHaveURL(`${office.server.url}/`);
  });

test('a session that has ended says so on the way to signing in', async ({ context, office, page }) => {
  const session = { name: 'thuoc_do.session_token', value: 'ended.signature', url: office.server.url };
  await context.addCookies([session]);
  await page.goto('/account');
  await expect(page.getByText(/Phiên đã hết/)).toBeVisible();
});
