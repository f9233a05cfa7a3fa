import type { WallSettings } from './rights.ts';

/** How a wall is until somebody sets it. */
export const USUAL_WALL: WallSettings = {
  distance: 5,
  night: 'dim',
  turnSeconds: 12,
  staySeconds: 60,
  playlist: [],
};
