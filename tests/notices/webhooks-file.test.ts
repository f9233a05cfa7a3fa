import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addWebhook, readWebhooks, removeWebhook } from '../../server/notices/webhooks-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'webhooks-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('webhooks are added, listed and removed, each with a secret of its own', async () => {
  expect(await readWebhooks(folder)).toEqual([]);
  const first = await addWebhook(folder, { area: 'city', url: 'https://nhan.example.vn/td' });
  const second = await addWebhook(folder, { area: 'a', url: 'https://nhan.example.vn/td' });
  expect(first.secret).not.toBe(second.secret);
  expect(await readWebhooks(folder)).toEqual([first, second]);
  expect(await removeWebhook(folder, first.id)).toBe(true);
  expect(await removeWebhook(folder, first.id)).toBe(false);
  expect(await readWebhooks(folder)).toEqual([second]);
});

test.each([
  ['city', 'ftp://nhan.example.vn'],
  ['city', 'nhan.example.vn'],
  ['thành phố', 'https://nhan.example.vn'],
])('an address or an area that is none is refused: %s %s', async (area, url) => {
  await expect(addWebhook(folder, { area, url })).rejects.toMatchObject({ code: 'bad_url' });
});

test('a file that was spoilt by hand is named with the place, and never with a secret', async () => {
  await writeFile(
    join(folder, 'webhooks.json'),
    '[{"id":"wh_1","area":"a","url":"https://x.vn","secret":"short"}]',
  );
  await expect(readWebhooks(folder)).rejects.toMatchObject({
    code: 'bad_webhooks',
    message: 'webhooks.json: 0/secret',
  });
});
