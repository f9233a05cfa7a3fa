import type { Wall, WallSettings } from './rights.ts';

/** How a wall is until somebody sets it. */
const USUAL: WallSettings = {
  distance: 5,
  night: 'dim',
  turnSeconds: 12,
  staySeconds: 60,
  playlist: [],
};

/** How a wall is: as it was set last, else as usual, for the distance that it was paired with. */
export const settingsOf = ({ settings, distance }: Pick<Wall, 'settings' | 'distance'>): WallSettings =>
  settings ?? { ...USUAL, distance: distance ?? USUAL.distance };
