import type { AreaItem } from '../../lib/wire/area-item.ts';

/** A key just made for a unit; its secret is known nowhere else. `at` is epoch ms. */
export type MadeKey = { unit: AreaItem; secret: string; at: number };
