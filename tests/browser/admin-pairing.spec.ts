import { expectAccessible } from './access-test.ts';
import { expect, PHONE, test } from './admin-test.ts';

// The browser notes the refused code, and what is refused to a device that is no more.
test.use({ ownCity: 'pairing', announced: /status of (422|401|403)/ });

const KINDS = [
  { kind: 'counter', opens: '/counter', counter: '7', heading: 'Quầy 7' },
  { kind: 'kiosk', opens: '/kiosk', counter: null, heading: 'Hoà Lộ' },
  { kind: 'pad', opens: '/rate', counter: '7', heading: 'Quầy 7' },
] as const;

test('K16: the code on a screen, typed in administration, makes it a console, a kiosk or a pad; revoked it is nothing', async ({
  browser,
  city,
  page,
}, { project }) => {
  test.setTimeout(120_000);
  await page.goto('/admin/walls');
  for (const { kind, opens, counter, heading } of KINDS) {
    const own = await browser.newContext({
      baseURL: city.server.url,
      viewport: PHONE,
      storageState: { cookies: [], origins: [] },
    });
    const screen = await own.newPage();
    await screen.goto('/pair');
    const shown = screen.getByRole('img', { name: /^Mã/ });
    await expect(shown).toHaveText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    const code = (await shown.textContent()) ?? '';

    await page.getByRole('button', { name: 'Ghép bằng mã trên thiết bị' }).first().click();
    const form = page.getByRole('form', { name: 'Ghép bằng mã trên thiết bị' });
    await form.getByLabel('Mã trên thiết bị').fill('ACDE-3479');
    await form.getByLabel('Thiết bị là').selectOption(kind);
    await form.getByRole('combobox', { name: 'Địa bàn' }).fill('hoa lo');
    await form.getByRole('option', { name: 'Phường Hoà Lộ Khu vực Sông' }).click();
    await expect(form.getByRole('combobox', { name: 'Địa bàn' })).toHaveValue(/Hoà Lộ$/);
    if (counter !== null) await form.getByLabel('Quầy', { exact: true }).fill(counter);
    await form.getByLabel('Tên').fill(`Thiết bị ${kind}`);
    await form.getByRole('button', { name: 'Ghép bằng mã trên thiết bị' }).click();
    // A code that no screen shows is refused at its field.
    await expect(form.getByLabel('Mã trên thiết bị')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('Mã trên thiết bị').fill(code.toLowerCase());
    await expectAccessible(page, `pairing a ${kind}`);
    await page.screenshot({ path: `${project.outputDir}/screens/pair-${kind}.png` });
    await form.getByRole('button', { name: 'Ghép bằng mã trên thiết bị' }).click();
    await expect(form).toBeHidden();

    await screen.waitForURL(`**${opens}`, { timeout: 15_000 });
    await expect(screen.getByRole('heading', { level: 1 })).toContainText(heading);
    const row = page.getByRole('row').filter({ hasText: `Thiết bị ${kind}` });
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: /Thu hồi/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await expect(row).toContainText('đã thu hồi');
    // It says so by itself, and is ready to be paired again.
    await expect(screen.getByText('Thiết bị này đã bị thu hồi')).toBeVisible({ timeout: 15_000 });
    await own.close();
  }
});
