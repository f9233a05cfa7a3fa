'use client';
import { Arrivals } from '../board/arrivals.tsx';
import { useUnitBoard } from '../live/use-board.ts';
import { CountersPanel, MANY_COUNTERS } from './counters-panel.tsx';
import { Facts } from './facts.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OpeningLine } from './opening-line.tsx';
import { QueuesPanel } from './queues-panel.tsx';
import { RatingsPanel } from './ratings-panel.tsx';
import { TodayPanel } from './today-panel.tsx';
import { UnitNotice } from './unit-notice.tsx';
import { useCounted, useQueueState } from './use-unit.ts';
import { WaitingPanel } from './waiting-panel.tsx';

/** One unit, live: what is known of its queue, its counters, who waits, what people say. Read on a phone first. */
export function UnitPage() {
  const many = useUnitBoard((board) => Object.keys(board.counters).length > MANY_COUNTERS);
  const counted = useCounted();
  const state = useQueueState();
  const queueless = !counted && (state === 'none' || state === 'paper');
  return (
    <div className="mx-auto grid max-w-[1480px] grid-cols-1 gap-3">
      <div>
        <OpeningLine />
        <UnitNotice />
      </div>
      <Facts />
      <div
        className={`grid grid-cols-1 items-start gap-3 ${queueless ? 'lg:grid-cols-2' : 'lg:grid-cols-[2fr_1fr]'}`}
      >
        {!queueless && (
          <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
            <div className="grid grid-cols-1 content-start gap-3">
              <QueuesPanel />
              {many ? counted && <TodayPanel /> : <CountersPanel />}
            </div>
            <div className="grid grid-cols-1 content-start gap-3">
              <WaitingPanel />
              {!many && counted && <TodayPanel />}
            </div>
            {many && <CountersPanel className="md:col-span-2" />}
            {counted && <Arrivals className="md:col-span-2" />}
          </div>
        )}
        <div className="grid grid-cols-1 content-start gap-3">
          <RatingsPanel />
          {/* Beside the arrivals they stand where they happened. */}
          {!counted && <NotesPanel />}
        </div>
      </div>
    </div>
  );
}
