import { createHmac } from 'node:crypto';
import type { DeviceKind } from '../../lib/domain/access/device-kind.ts';
import { secretHash } from '../access/secret.ts';
import type { Core } from '../core.ts';
import { codeOf, OF_DEVICES } from './demo-city.ts';
import { defineAll } from './open-today.ts';

const DEVICES: readonly { kind: DeviceKind; counter?: string; title: string }[] = [
  { kind: 'kiosk', title: 'máy lấy số · kiosk' },
  { kind: 'counter', counter: '1', title: 'bàn gọi số ở quầy 1 · console of counter 1' },
  { kind: 'pad', counter: '1', title: 'bảng đánh giá ở quầy 1 · rating pad of counter 1' },
];

/**
 * Pairs the devices of the demonstration once and says the addresses that make a browser one of them. Their tokens
 * follow from the secret of this installation, so that the addresses stay good over restarts; no other device has an
 * address.
 */
export async function sayDemoDevices(core: Core, secret: string, base: string): Promise<void> {
  const area = codeOf(OF_DEVICES);
  const lines: string[] = [];
  for (const { title, kind, ...more } of DEVICES) {
    const token = createHmac('sha256', secret).update(`demo-device ${kind}`).digest('base64url');
    const hash = secretHash(token).toString('hex');
    if (!core.memory.rights.deviceByHash.has(hash))
      await defineAll(core, [
        {
          type: 'device.paired',
          data: { device: `demo-${hash.slice(0, 12)}`, area, kind, ...more, hash, name: title },
        },
      ]);
    lines.push(`  ${title}\n    ${base}/pair#${token}`);
  }
  console.info(
    `  Thiết bị của phường ${OF_DEVICES}, mỗi thiết bị một cửa sổ ẩn danh · devices of a ward, each in a private window\n${lines.join('\n')}\n`,
  );
}
