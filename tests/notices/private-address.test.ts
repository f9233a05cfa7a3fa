import { expect, test } from 'vitest';
import { isPrivate } from '../../server/notices/private-address.ts';
import { postWebhook } from '../../server/notices/webhook.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  'fd00::1',
  'fe80::1',
  'no address',
])('%s leads into a private network', (address) => {
  expect(isPrivate(address)).toBe(true);
});

test.each(['8.8.8.8', '172.32.0.1', '203.113.0.1', '2001:4860:4860::8888'])('%s does not', (address) => {
  expect(isPrivate(address)).toBe(false);
});

const hook = (url: string) => ({ id: 'wh_1', area: 'a', secret: `whsec_${'A'.repeat(44)}`, url });
const delivery = { id: 'msg_1', at: 0, body: '{}' };

test.each(['http://127.0.0.1:9/', 'http://[::1]:9/', 'http://2130706433/', 'http://localhost:9/'])(
  'a webhook to %s is refused before anything is sent',
  async (url) => {
    await expect((async () => postWebhook(hook(url), delivery, false))()).rejects.toMatchObject({
      code: 'private_address',
    });
  },
);
