import type { OpenWall } from '../../lib/wire/access/wall-session.ts';
import type { WallBoard } from '../../lib/wire/wall-board.ts';
import type { BoardAnswer } from '../live/board-answer.ts';
import type { FailureKind } from '../shell/failure.tsx';

/** Why a wall shows no figures; each says what it is, why, and what to do. */
export type ClosedWall = 'ended' | 'bad' | 'none' | 'gone';

/** What the server made of this browser before it read the address. */
export type WallState =
  | { kind: 'open'; wall: OpenWall; first: BoardAnswer<WallBoard> }
  | { kind: 'closed'; why: ClosedWall }
  | { kind: 'person' }
  | { kind: 'failure'; failure: FailureKind };
