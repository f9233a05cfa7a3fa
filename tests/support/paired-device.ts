import type { DeviceKind } from '../../lib/domain/access/device-kind.ts';
import { newSecret, secretHash } from '../../server/access/secret.ts';
import type { Door } from '../../server/log/submission.ts';
import { defineAll } from './city.ts';

/** A device as if it had been paired: the cookie with which it asks. */
export async function pairedDevice(
  door: Pick<Door, 'define'>,
  made: { device: string; area: string; kind: DeviceKind; counter?: string },
): Promise<{ device: string; cookie: string }> {
  const token = newSecret();
  const hash = secretHash(token).toString('hex');
  await defineAll(door, [{ type: 'device.paired', data: { ...made, hash, name: made.device } }]);
  return { device: made.device, cookie: `thuoc_do.wall=${token}` };
}
