/** Views that a wall's token can open: the command room's and the waiting hall's. */
export const WALL_VIEWS = ['command', 'hall'] as const;
export type WallView = (typeof WALL_VIEWS)[number];

/** Metres from which walls are read (W3). */
export const WALL_DISTANCES = [5, 8] as const;
export type WallDistance = (typeof WALL_DISTANCES)[number];

/** What a wall does outside the opening sessions, or in hours of its own (W7). */
export const WALL_NIGHTS = ['dim', 'dark', 'never'] as const;

/** Seconds after which a list that is longer than a wall turns its page. */
export const WALL_TURNS = [8, 12, 20, 30, 60] as const;

/** Seconds for which one view of a playlist stays. */
export const WALL_STAYS = [20, 40, 60, 120, 300] as const;

/** Views beside the one that a wall was paired with. */
export const MOST_SHOWN = 5;
