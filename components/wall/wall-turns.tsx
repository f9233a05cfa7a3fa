'use client';
import type { WallSettings } from '../../lib/domain/access/rights.ts';
import { settingsOf } from '../../lib/domain/access/settings-of.ts';
import type { OpenWall } from '../../lib/wire/access/wall-session.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { useTimeOfDayAs } from '../live/use-now.ts';
import { usePlaylist } from './use-playlist.ts';
import { WallPicture } from './wall-picture.tsx';

type TurnsProps = { wall: OpenWall; onNobody: () => void };

/** The views of a wall in turn: its own, and those of its playlist (W8). Inside the LiveProvider of its own. */
export function WallTurns({ wall, onNobody }: TurnsProps) {
  const settings = settingsOf(wall);
  return settings.playlist.length === 0 ? (
    <WallPicture settings={settings} />
  ) : (
    <Turning settings={settings} onNobody={onNobody} />
  );
}

function Turning({ settings, onNobody }: { settings: WallSettings; onNobody: () => void }) {
  // What cannot be read now has no turn; its own view is always there.
  const more = usePlaylist(settings.playlist);
  const turn = useTimeOfDayAs((at) => Math.floor(at / (settings.staySeconds * 1000)) % (more.length + 1));
  return (
    <>
      {turn === 0 && <WallPicture settings={settings} />}
      {more.map((first, i) => (
        // Each keeps its line while another is shown, so that it is right when its turn comes.
        <LiveProvider key={first.board.header.code} first={first} onNobody={onNobody}>
          {turn === i + 1 && <WallPicture settings={settings} />}
        </LiveProvider>
      ))}
    </>
  );
}
