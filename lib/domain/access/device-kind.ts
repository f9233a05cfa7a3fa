/** Devices of units without software of their own: the console of a counter, the kiosk of a hall, the pad of a counter. */
export const DEVICE_KINDS = ['counter', 'kiosk', 'pad'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** Whether a device of this kind stands at one counter. */
export const isAtOneCounter = (kind: DeviceKind): boolean => kind !== 'kiosk';
