/** Views that a wall's token can open: the command room's and the waiting hall's. */
export const WALL_VIEWS = ['command', 'hall'] as const;
export type WallView = (typeof WALL_VIEWS)[number];
