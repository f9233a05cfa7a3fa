import { z } from 'zod';
import { WALL_ORDERS } from './wall-order.ts';

const whole = (most: number) => z.number().int().min(0).max(most);

/** What a wall says of itself every minute; nothing of it is a fact of the log. */
export const wallReport = z.strictObject({
  /** Build of the page. */
  build: z.string().max(64),
  /** Milliseconds since a frame was last drawn. */
  frameAgoMs: whole(86_400_000),
  /** Of the page's own memory, as far as the browser tells. */
  memoryMb: whole(1_000_000).nullable(),
  width: whole(20_000),
  height: whole(20_000),
  /** By how much the TV's clock is ahead of the server's. */
  driftMs: z.number().int().min(-1e13).max(1e13).nullable(),
  /** Since the page was loaded. */
  upMs: whole(1e13),
});
export type WallReport = z.infer<typeof wallReport>;

/** `POST walls/:wall/orders`; answers `WallOrdered`. */
export const wallOrderRequest = z.strictObject({ order: z.enum(WALL_ORDERS) });

/** The last report of a wall, when it came, and how many screens are on its line now. */
export type WallSeen = { at: number; report: WallReport };
