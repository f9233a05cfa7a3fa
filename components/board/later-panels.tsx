'use client';
import dynamic from 'next/dynamic';
import { afterNumbers } from '../live/numbers-first.ts';
import { OffWall } from '../ui/on-wall.tsx';

const Space = () => <div aria-hidden="true" className="h-24 rounded-panel border border-line bg-panel" />;
const AreaPanels = dynamic(
  () => afterNumbers(() => import('../since/area-panels.tsx').then((part) => part.AreaPanels)),
  { ssr: false, loading: Space },
);

/** Where what is not live stands, once the first numbers are: what changed since the reader's last look. */
export function LaterPanels({ className = '' }: { className?: string }) {
  return (
    <OffWall>
      <div className={`grid gap-2.5 md:gap-3 ${className}`}>
        <AreaPanels />
      </div>
    </OffWall>
  );
}
