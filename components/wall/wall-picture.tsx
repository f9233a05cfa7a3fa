'use client';
import type { OpenWall } from '../../lib/wire/access/wall-session.ts';
import { useLink } from '../live/use-link.ts';
import { CommandWall } from './command/command-wall.tsx';
import { HallWall } from './hall/hall-wall.tsx';
import { useWallBoard } from './use-wall-board.ts';

/** Walls that were paired before they had a distance are read from here. */
const USUAL_DISTANCE = 5;

/** The picture of a wall's view. Inside a LiveProvider. */
export function WallPicture({ wall }: { wall: OpenWall }) {
  const { level } = useLink();
  const view = useWallBoard((board) => board.view);
  // W5: until the server is heard it looks as it does when lost: a page whose scripts never ran must not look alive.
  const old = level === 'lost' || level === 'connecting';
  const distance = wall.distance ?? USUAL_DISTANCE;
  return (
    <div className={old ? 'stale' : undefined}>
      {view === 'hall' ? <HallWall distance={distance} /> : <CommandWall distance={distance} />}
    </div>
  );
}
