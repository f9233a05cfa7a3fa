'use client';
import dynamic from 'next/dynamic';
import { afterNumbers } from '../live/numbers-first.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { ChartPanelSpace } from './chart-panel-space.tsx';

const Comparison = dynamic(
  () => afterNumbers(() => import('./comparison.tsx').then((part) => part.Comparison)),
  { ssr: false, loading: ChartPanelSpace },
);

/** The units against their targets: by what people say and, where anything is told of dossiers, by promises kept. */
export function Comparisons({ unitWord }: { unitWord: string }) {
  const told = useAreaBoard((board) => board.totals.dossiers !== null);
  return (
    <>
      <Comparison by="satisfied" unitWord={unitWord} />
      {told && <Comparison by="onTime" unitWord={unitWord} />}
    </>
  );
}
