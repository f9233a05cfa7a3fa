'use client';
import { useAreaBoard } from '../live/use-board.ts';
import { FewUnits } from './few-units.tsx';
import { ManyUnits } from './many-units.tsx';
import { SomeUnits } from './some-units.tsx';

/** Up to this many units: everything of every unit on one desk screen. */
const FEW = 12;
/** Up to this many: compact rows with what needs somebody pinned; beyond, a mosaic. */
const SOME = 40;

/** The live overview of a city or district, by number of units. Inside a LiveProvider of an area. */
export function AreaOverview() {
  const count = useAreaBoard((board) => Object.keys(board.units).length);
  if (count <= FEW) return <FewUnits />;
  return count <= SOME ? <SomeUnits /> : <ManyUnits />;
}
