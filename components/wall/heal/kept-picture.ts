import type { OpenWall } from '../../../lib/wire/access/wall-session.ts';
import type { WallBoard } from '../../../lib/wire/wall-board.ts';
import type { BoardAnswer } from '../../live/board-answer.ts';

const KEY = 'thuoc-do.wall.last';
/** Another shape of what is kept is another number: an older picture is not read then. */
const FORM = 1;

/** The last picture of a wall: what the server said of it, and when it was last heard by the TV's own clock. */
export type KeptPicture = {
  form: typeof FORM;
  wall: OpenWall;
  first: BoardAnswer<WallBoard>;
  heardAt: number;
  /** Server's clock less the TV's. */
  offsetMs: number;
};

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the picture through a reload; a browser without room for it goes on without. */
export function keepPicture(shelf: Shelf, picture: Omit<KeptPicture, 'form'>): void {
  try {
    shelf.setItem(KEY, JSON.stringify({ form: FORM, ...picture }));
  } catch {
    // No room or not allowed: the wall lives without it.
  }
}

/** The kept picture, or null; what another version kept is none. */
export function keptPicture(shelf: Shelf): KeptPicture | null {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** A wall that was revoked, or is another one now, leaves nothing behind. */
export function forgetPicture(shelf: Shelf): void {
  try {
    shelf.removeItem(KEY);
  } catch {
    // Then nothing was kept either.
  }
}

const isKept = (kept: unknown): kept is KeptPicture =>
  typeof kept === 'object' && kept !== null && 'form' in kept && kept.form === FORM && 'first' in kept;
