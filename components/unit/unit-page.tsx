'use client';
import dynamic from 'next/dynamic';
import { Arrivals } from '../board/arrivals.tsx';
import { LaterPanels } from '../board/later-panels.tsx';
import { DossiersSpace } from '../dossiers/dossiers-space.tsx';
import { afterNumbers } from '../live/numbers-first.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { OffPast } from '../ui/in-past.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { CountersPanel, MANY_COUNTERS } from './counters-panel.tsx';
import { Facts } from './facts.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OpeningLine } from './opening-line.tsx';
import { QueuesPanel } from './queues-panel.tsx';
import { RatingsPanel } from './ratings-panel.tsx';
import { TaskCard } from './task-card.tsx';
import { ThanksLine } from './thanks-line.tsx';
import { TodayPanel } from './today-panel.tsx';
import { UnitNotice } from './unit-notice.tsx';
import { useCounted, useQueueState } from './use-unit.ts';
import { WaitingPanel } from './waiting-panel.tsx';

const QuietNotice = dynamic(
  () => afterNumbers(() => import('./quiet-notice.tsx').then((part) => part.QuietNotice)),
  { ssr: false },
);

/** One unit, live: what is known of its queue, its counters, who waits, what people say. Read on a phone first. */
export function UnitPage() {
  const many = useUnitBoard((board) => Object.keys(board.counters).length > MANY_COUNTERS);
  const counted = useCounted();
  const state = useQueueState();
  const queueless = !counted && (state === 'none' || state === 'paper');
  const columns = queueless ? 'lg:grid-cols-2' : 'lg:grid-cols-[2fr_1fr]';
  return (
    <div className="mx-auto grid max-w-[1480px] grid-cols-1 gap-2.5 md:gap-3">
      <div>
        <OpeningLine />
        <UnitNotice />
        <OffPast>
          <ClockNotice />
        </OffPast>
      </div>
      <OffPast>
        <TaskCard />
      </OffPast>
      <Facts />
      <OffPast>
        <QuietNotice />
      </OffPast>
      <ThanksLine />
      {/* A phone reads one column in the order of a hall: counters, who waits, what was said; then the rest. */}
      <div className={`flex flex-col gap-2.5 md:grid md:grid-cols-1 md:items-start md:gap-3 ${columns}`}>
        {!queueless && (
          <div className="max-md:contents md:grid md:grid-cols-2 md:gap-3">
            <div className="max-md:contents md:grid md:grid-cols-1 md:content-start md:gap-3">
              <QueuesPanel className="max-md:order-4" />
              {many ? (
                counted && <TodayPanel className="max-md:order-5" />
              ) : (
                <CountersPanel className="max-md:order-1" />
              )}
            </div>
            <div className="max-md:contents md:grid md:grid-cols-1 md:content-start md:gap-3">
              <WaitingPanel className="max-md:order-2" />
              {!many && counted && <TodayPanel className="max-md:order-5" />}
            </div>
            {many && <CountersPanel className="max-md:order-1 md:col-span-2" />}
            {counted && <Arrivals className="max-md:order-6 md:col-span-2" />}
          </div>
        )}
        <div className="max-md:contents md:grid md:grid-cols-1 md:content-start md:gap-3">
          <DossiersSpace alone className="max-md:order-3" />
          <LaterPanels className="max-md:order-5" />

          <RatingsPanel className="max-md:order-3" />
          {/* Beside the arrivals they stand where they happened. */}
          {!counted && <NotesPanel className="max-md:order-4" />}
        </div>
      </div>
    </div>
  );
}
