'use client';
import { useAreaBoard } from '../live/use-board.ts';
import { OffWall } from '../ui/on-wall.tsx';
import { Comparison } from './comparison.tsx';

/** The units against their targets: by what people say and, where anything is told of dossiers, by promises kept. */
export function Comparisons({ unitWord }: { unitWord: string }) {
  const told = useAreaBoard((board) => board.totals.dossiers !== null);
  return (
    <>
      <Comparison by="satisfied" unitWord={unitWord} />
      {/* A wall has room for one of them. */}
      <OffWall>{told && <Comparison by="onTime" unitWord={unitWord} />}</OffWall>
    </>
  );
}
