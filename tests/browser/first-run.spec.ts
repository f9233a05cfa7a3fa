import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test as base } from '@playwright/test';
import { outerAddresses } from '../../server/own-address.ts';
import { startServer } from '../support/server.ts';
import { expect, expectAccessible, tabTo } from './access-test.ts';

const run = promisify(execFile);
const LINK = /https?:\S+\/start#\S+/;

const WORDS = {
  vi: {
    city: /^Thành phố, tỉnh/,
    ward: /^Phường, xã/,
    store: /^Lưu 2 địa bàn/,
    key: /^Tạo khóa/,
    waiting: /đang chờ tín hiệu/,
    lit: /có tín hiệu lúc/,
    used: 'Liên kết bắt đầu không dùng được nữa',
    login: /^Tên đăng nhập dài 3–63/,
  },
  en: {
    city: /^City or province/,
    ward: /^Ward, commune/,
    store: /^Store 2 areas/,
    key: /^Make the key/,
    waiting: /waiting for the first signal/,
    lit: /signal at/,
    used: 'This link no longer works',
    login: /^User names have 3–63/,
  },
} as const;

for (const language of ['vi', 'en'] as const) {
  const words = WORDS[language];
  base(
    `from the first start to a unit that lights up, by keyboard, ${language}`,
    async ({ context, page }, { project }) => {
      base.setTimeout(120_000);
      const server = await startServer({ pages: true });
      try {
        await context.addCookies([{ name: 'lang', value: language, url: server.url }]);
        const { msg } = await server.logged((line) => LINK.test(line.msg));
        const [link = ''] = LINK.exec(msg) ?? [];
        await page.goto(link);
        await expect(page.locator('[name=name]')).toBeVisible();
        expect(page.url()).not.toContain('#');
        await expectAccessible(page, 'first administrator');
        await page.screenshot({
          path: `${project.outputDir}/screens/start-admin-${language}.png`,
          fullPage: true,
        });

        await expect(page.locator('[name=name]')).toBeFocused();
        await page.keyboard.type('Nguyễn Thị Lan');
        await tabTo(page, /^(Tên đăng nhập|User name)/);
        await page.keyboard.type('Lan Anh');
        await tabTo(page, /^(Mật khẩu|Password)/);
        await page.keyboard.type('một câu dài dễ nhớ');
        await page.keyboard.press('Enter');
        await expect(page.getByText(words.login)).toBeVisible();
        await expect(page.locator('[name=login]')).toBeFocused();
        await expect(page.locator('[name=name]')).toHaveValue('Nguyễn Thị Lan');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('lan');
        await page.keyboard.press('Enter');

        await expect(page.locator('[name=city]')).toBeVisible();
        await expectAccessible(page, 'tree');
        await tabTo(page, words.city);
        await page.keyboard.type('Thành phố An Bình');
        await tabTo(page, words.ward);
        await page.keyboard.type('Phường Lưu Hà');
        await page.screenshot({
          path: `${project.outputDir}/screens/start-tree-${language}.png`,
          fullPage: true,
        });
        await tabTo(page, words.store);
        await page.keyboard.press('Enter');

        // Left and come back to: the server says which step is next.
        await expect(page.locator('[name=area]')).toBeVisible();
        await page.reload();
        await expect(page.locator('[name=area]')).toHaveValue('phuong-luu-ha');
        await expectAccessible(page, 'key');
        await tabTo(page, words.key);
        await page.keyboard.press('Enter');

        await expect(page.getByText(words.waiting)).toBeVisible();
        await expectAccessible(page, 'waiting for the first signal');
        await page.screenshot({
          path: `${project.outputDir}/screens/start-live-${language}.png`,
          fullPage: true,
        });
        const line = (await page.locator('pre').textContent()) ?? '';
        const { stdout } = await run('sh', ['-c', line]);
        expect(JSON.parse(stdout).results[0].status).toBe('stored');
        await expect(page.getByText(words.lit)).toBeVisible();
        await expect(page.getByText(/A001/).last()).toBeVisible();
        await expectAccessible(page, 'lit');
        await page.screenshot({
          path: `${project.outputDir}/screens/start-lit-${language}.png`,
          fullPage: true,
        });

        // The link that made the administrator makes no second one.
        await context.clearCookies({ name: 'thuoc_do.session_token' });
        await page.goto('about:blank');
        await page.goto(link);
        await expect(page.getByText(words.used)).toBeVisible();
      } finally {
        await server.remove();
      }
    },
  );
}

base('every bad line of pasted areas is named and nothing of what was pasted is lost', async ({ page }) => {
  const server = await startServer({ pages: true });
  try {
    const { msg } = await server.logged((line) => LINK.test(line.msg));
    await page.goto(LINK.exec(msg)?.[0] ?? '');
    await page.locator('[name=name]').fill('Lan');
    await page.locator('[name=login]').fill('lan');
    await page.locator('[name=password]').fill('một câu dài dễ nhớ');
    await page.locator('[type=submit]').click();
    await page.getByRole('button', { name: 'Dán CSV' }).click();
    const bad = 'code,parent,kind,name\ntp,,city,An Bình\nx y,tp,ward,Lưu Hà\nb,nowhere,ward,Tân An';
    await page.locator('[name=csv]').fill(bad);
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page.getByText('2 dòng cần sửa')).toBeVisible();
    await expect(page.getByText(/^Dòng 3/)).toBeVisible();
    await expect(page.getByText(/^Dòng 4/)).toBeVisible();
    await expect(page.locator('[name=csv]')).toHaveValue(bad);
    await page.locator('[name=csv]').fill('code,parent,kind,name\ntp,,city,An Bình\na,tp,ward,Lưu Hà');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByRole('button', { name: 'Nhập 2 địa bàn' }).click();
    await expect(page.locator('[name=area]')).toHaveValue('a');
  } finally {
    await server.remove();
  }
});

const [outer] = outerAddresses();

base(
  'a server that listens everywhere is begun and worked with from another address than loopback',
  async ({ browser }) => {
    base.skip(outer === undefined, 'this machine has no address but loopback');
    base.setTimeout(120_000);
    const server = await startServer({ pages: true, env: { HOST: '0.0.0.0' } });
    try {
      const { msg } = await server.logged((line) => LINK.test(line.msg));
      const [link = ''] = LINK.exec(msg) ?? [];
      const { origin, hostname } = new URL(link);
      expect(hostname).toBe(outer);
      const context = await browser.newContext({ baseURL: origin });
      const page = await context.newPage();
      await page.goto(link);
      await page.locator('[name=name]').fill('Lan');
      await page.locator('[name=login]').fill('lan');
      await page.locator('[name=password]').fill('một câu dài dễ nhớ');
      await page.locator('[type=submit]').click();
      await page.locator('[name=city]').fill('Thành phố An Bình');
      await page.getByLabel(/^Phường, xã/).fill('Phường Lưu Hà');
      await page.getByRole('button', { name: /^Lưu 2 địa bàn/ }).click();
      await expect(page.locator('[name=area]')).toHaveValue('phuong-luu-ha');
      await page.goto('/');
      await expect(page.locator('[data-link=live]')).toBeVisible();

      // Whoever is invited there comes in there, each to where the work is.
      const door = await server.door();
      const [city, ward] = ['thanh-pho-an-binh', 'phuong-luu-ha'];
      for (const [role, area, heading] of [
        ['leader', city, 'Thành phố An Bình'],
        ['inspector', city, 'Thành phố An Bình'],
        ['analyst', city, 'Thành phố An Bình'],
        ['head', ward, 'Phường Lưu Hà'],
        ['clerk', ward, 'Phường Lưu Hà'],
        ['officer', ward, 'Phường Lưu Hà'],
      ] as const) {
        const made = await door.addPerson({ name: role, login: role, role, area });
        if ('faults' in made) throw new Error(JSON.stringify(made.faults));
        expect(new URL(made.link).origin).toBe(origin);
        const theirs = await (await browser.newContext({ baseURL: origin })).newPage();
        await theirs.goto(made.link);
        await theirs.locator('[name=password]').fill('một câu dài dễ nhớ');
        await theirs.locator('[type=submit]').click();
        await expect(theirs.getByRole('heading', { level: 1 }), role).toContainText(heading);
        await expect(theirs.locator('[data-link=live]')).toBeVisible();
        await theirs.context().close();
      }
      await door.close();
      await context.close();
    } finally {
      await server.remove();
    }
  },
);
