import type { DeviceKind } from '../../domain/access/device-kind.ts';

/** The one page that each kind of device opens. */
export const DEVICE_PAGES: Record<DeviceKind, string> = {
  counter: '/counter',
  kiosk: '/kiosk',
  pad: '/rate',
};
