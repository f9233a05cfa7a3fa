'use client';
import { TargetLines } from './target-lines.tsx';
import { WaitingNow } from './waiting-now.tsx';

/** Three targets and the people waiting now, side by side. */
export function Headline() {
  return (
    <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <TargetLines />
      <WaitingNow />
    </div>
  );
}
