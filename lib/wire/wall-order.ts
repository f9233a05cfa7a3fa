/** What a wall can be asked for: to show its name large, to load itself anew. */
export const WALL_ORDERS = ['identify', 'reload'] as const;
export type WallOrder = (typeof WALL_ORDERS)[number];

/** How many screens heard it. */
export type WallOrdered = { heard: number };
