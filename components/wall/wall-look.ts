import type { WallDistance } from '../../lib/domain/access/wall-view.ts';

/** How the picture of a view is drawn: for which distance, how fast its pages turn, and whether it is dimmed. */
export type WallLook = { distance: WallDistance; turnMs: number; dim: boolean };
