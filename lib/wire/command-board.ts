import type { AreaBoard, Place, Row } from './board.ts';
import type { CommandBoard, WallPlace, WallRow } from './wall-board.ts';
import { wallHeader, wallTotals } from './wall-parts.ts';

/** Rows by the row they were made of: of a unit that nothing touched the very object that was sent. */
const made = new WeakMap<Row, WallRow>();

/** W1: the board of a command room's wall, from an allow-list over the board of its area. */
export function commandBoard(board: AreaBoard): CommandBoard {
  return {
    view: 'command',
    header: { ...wallHeader(board.header), grain: board.header.grain },
    totals: wallTotals(board.totals),
    targets: board.targets,
    places: mapped(board.places, placeOf),
    units: mapped(board.units, rowOf),
  };
}

const mapped = <A, B>(entries: Readonly<Record<string, A>>, read: (entry: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, read(entry)]));

const placeOf = ({ name, nameEn, group, queue }: Place): WallPlace => ({ name, nameEn, group, queue });

function rowOf(row: Row): WallRow {
  const held = made.get(row);
  if (held) return held;
  const { w, s, m, l, q, z, d } = row;
  const fresh: WallRow = { w, s, m, l, q, ...(z !== undefined && { z }), ...(d !== undefined && { d }) };
  made.set(row, fresh);
  return fresh;
}
