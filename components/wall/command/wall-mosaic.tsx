'use client';
import { useMemo } from 'react';
import type { UnitAttention } from '../../../lib/domain/attention.ts';
import type { CommandBoard } from '../../../lib/wire/wall-board.ts';
import { type RowState, rowState } from '../../board/row-state.ts';

type MosaicProps = {
  board: CommandBoard;
  needs: ReadonlyMap<string, UnitAttention>;
  now: number;
  storm: boolean;
};

const LOOKS: Record<RowState, string> = {
  urgent:
    'bg-missed group-data-storm/mosaic:bg-missed-soft group-data-storm/mosaic:outline-2 -outline-offset-2 outline-missed',
  attention: 'outline-3 -outline-offset-3 outline-risk',
  silent: 'hatched outline-1 -outline-offset-1 outline-dashed outline-quiet',
  unheard: 'outline-1 -outline-offset-1 outline-dashed outline-line',
  calm: 'bg-[#22302b]',
  paper: 'outline-1 -outline-offset-1 outline-grid',
  none: 'outline-1 -outline-offset-1 outline-grid',
};

const ACROSS = 42;
const MOST_ROWS = 4;
const names = new Intl.Collator('vi', { numeric: true });

/** Every unit as one cell, always in the same place, by group and name; its words are those of the line below. */
export function WallMosaic({ board, needs, now, storm }: MosaicProps) {
  const { places, units } = board;
  const codes = useMemo(
    () =>
      Object.entries(places)
        .sort(
          ([a, one], [b, other]) =>
            names.compare(one.group ?? '', other.group ?? '') ||
            names.compare(one.name, other.name) ||
            (a < b ? -1 : 1),
        )
        .map(([code]) => code),
    [places],
  );
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil(codes.length / ACROSS)));
  return (
    <div
      aria-hidden="true"
      data-mosaic={codes.length}
      data-storm={storm || undefined}
      className="group/mosaic mb-2 grid gap-[5px]"
      style={{
        gridTemplateColumns: `repeat(${Math.max(1, Math.ceil(codes.length / rows))}, minmax(0, 1fr))`,
      }}
    >
      {codes.map((code) => {
        const row = units[code];
        const place = places[code];
        const state = row && place ? rowState(row, place, needs.get(code)?.level, now) : 'unheard';
        return <i key={code} data-state={state} className={`h-6 rounded-[5px] ${LOOKS[state]}`} />;
      })}
    </div>
  );
}
