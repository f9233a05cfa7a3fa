'use client';
import dynamic from 'next/dynamic';
import { useBoard } from '../live/use-board.ts';

// Each is fetched only where it is shown: together they are a tenth of what a page weighs.
const FewUnits = dynamic(() => import('../board/few-units.tsx').then((part) => part.FewUnits));
const SomeUnits = dynamic(() => import('../board/some-units.tsx').then((part) => part.SomeUnits));
const ManyUnits = dynamic(() => import('../board/many-units.tsx').then((part) => part.ManyUnits));
const UnitPage = dynamic(() => import('../unit/unit-page.tsx').then((part) => part.UnitPage));

/** Up to this many units: everything of every unit on one desk screen. */
const FEW = 12;
/** Up to this many: compact rows with what needs somebody pinned; beyond, a mosaic. */
const SOME = 40;

/** The live picture of an area: a unit's own, or the overview of a city or district by number of units. */
export function AreaPicture() {
  const count = useBoard((board) => ('units' in board ? Object.keys(board.units).length : null));
  if (count === null) return <UnitPage />;
  if (count <= FEW) return <FewUnits />;
  return count <= SOME ? <SomeUnits /> : <ManyUnits />;
}
