'use client';
import { useMemo } from 'react';
import type { WallSettings } from '../../lib/domain/access/rights.ts';
import { needsAttention } from '../../lib/domain/attention.ts';
import { useLink } from '../live/use-link.ts';
import { useNow, useTimeOfDayAs } from '../live/use-now.ts';
import { CommandWall } from './command/command-wall.tsx';
import { HallWall } from './hall/hall-wall.tsx';
import { NightScreen } from './night-screen.tsx';
import { useWallBoard } from './use-wall-board.ts';
import { isCalled } from './wall-awake.ts';
import { isNight } from './wall-time.ts';

/** The picture of a wall's view, by day and by night. Inside a LiveProvider. */
export function WallPicture({ settings }: { settings: WallSettings }) {
  const sessions = useWallBoard((board) => board.header.sessions);
  const zone = useWallBoard((board) => board.header.timezone);
  const night = useTimeOfDayAs(
    (at) => settings.night !== 'never' && isNight(settings.hours, sessions, zone, at),
  );
  return night ? <NightPicture settings={settings} /> : <DayPicture settings={settings} dim={false} />;
}

function DayPicture({ settings, dim }: { settings: WallSettings; dim: boolean }) {
  const { level } = useLink();
  const view = useWallBoard((board) => board.view);
  // W5: until the server is heard it looks as it does when lost: a page whose scripts never ran must not look alive.
  const old = level === 'lost' || level === 'connecting';
  const look = { distance: settings.distance, turnMs: settings.turnSeconds * 1000, dim };
  return (
    <div className={old ? 'stale' : undefined}>
      {view === 'hall' ? <HallWall {...look} /> : <CommandWall {...look} />}
    </div>
  );
}

/** W7: what is urgent, or somebody being called, wakes a wall. */
function NightPicture({ settings }: { settings: WallSettings }) {
  const board = useWallBoard((whole) => whole);
  const now = useNow();
  const awake = useMemo(
    () =>
      board.view === 'hall'
        ? isCalled(board, now)
        : needsAttention(board, now).some((item) => item.kind === 'storm' || item.level === 'urgent'),
    [board, now],
  );
  if (settings.night === 'dark' && !awake) return <NightScreen />;
  return <DayPicture settings={settings} dim={!awake} />;
}
