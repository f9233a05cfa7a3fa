import type { UnitAttention } from '../../../lib/domain/attention.ts';
import { pageAt } from '../wall-time.ts';

type Tiles = { codes: readonly string[]; page: number; pages: number };

/**
 * The tiles of a command room at `at`, where there is room for `room`: what needs somebody stays, and the others turn
 * behind it. Where more need somebody than fit, those that are urgent stay and the others that need somebody turn; the
 * mosaic shows every unit at all times.
 */
export function tilesAt(
  needs: readonly Pick<UnitAttention, 'code' | 'level'>[],
  rest: readonly string[],
  room: number,
  at: number,
  turnMs: number,
): Tiles {
  const all = needs.map(({ code }) => code);
  if (all.length < room) return turned(all, rest);
  const urgent = needs.filter(({ level }) => level === 'urgent').map(({ code }) => code);
  if (urgent.length >= room) return turned([], urgent);
  return turned(
    urgent,
    all.filter((code) => !urgent.includes(code)),
  );

  function turned(staying: readonly string[], turning: readonly string[]): Tiles {
    const { items, page, pages } = pageAt(turning, room - staying.length, at, turnMs);
    return { codes: [...staying, ...items], page, pages };
  }
}
