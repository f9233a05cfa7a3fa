/** Views that a wall's token can open: the command room's and the waiting hall's. */
export const WALL_VIEWS = ['command', 'hall'] as const;
export type WallView = (typeof WALL_VIEWS)[number];

/** Metres from which walls are read (W3). */
export const WALL_DISTANCES = [5, 8] as const;
export type WallDistance = (typeof WALL_DISTANCES)[number];
