'use client';
import dynamic from 'next/dynamic';
import { afterNumbers } from '../live/numbers-first.ts';
import { useBoard } from '../live/use-board.ts';

const Space = () => <div aria-hidden="true" className="h-44 rounded-panel border border-line bg-panel" />;
const DossiersPanel = dynamic(
  () => afterNumbers(() => import('./dossiers-panel.tsx').then((part) => part.DossiersPanel)),
  { ssr: false, loading: Space },
);

type DossiersSpaceProps = {
  /** On the page of a unit, which has no other figure of them, and says so where nothing was told. */
  alone?: boolean;
  className?: string;
};

/** Where the panel of dossiers stands, once the first numbers are live. */
export function DossiersSpace({ alone = false, className = '' }: DossiersSpaceProps) {
  const told = useBoard((board) => board.totals.dossiers !== null);
  if (!told && !alone) return null;
  return (
    <div className={className}>
      <DossiersPanel withOnTime={alone} />
    </div>
  );
}
