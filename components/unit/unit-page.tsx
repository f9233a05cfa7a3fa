'use client';
import { Arrivals } from '../board/arrivals.tsx';
import { CountersPanel } from './counters-panel.tsx';
import { Facts } from './facts.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OpeningLine } from './opening-line.tsx';
import { QueuesPanel } from './queues-panel.tsx';
import { RatingsPanel } from './ratings-panel.tsx';
import { TodayPanel } from './today-panel.tsx';
import { UnitNotice } from './unit-notice.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

/** One unit, live: what is known of its queue, its counters, who waits, what people say. Read on a phone first. */
export function UnitPage() {
  return (
    <div className="mx-auto grid max-w-[1480px] gap-3">
      <div>
        <OpeningLine />
        <UnitNotice />
      </div>
      <Facts />
      <div className="grid items-start gap-3 lg:grid-cols-[2fr_1fr]">
        <div className="grid gap-3 md:grid-cols-2">
          <div className="grid content-start gap-3">
            <QueuesPanel />
            <CountersPanel />
          </div>
          <div className="grid content-start gap-3">
            <WaitingPanel />
            <TodayPanel />
          </div>
          <Arrivals className="md:col-span-2" />
        </div>
        <div className="grid content-start gap-3">
          <RatingsPanel />
          <NotesPanel />
        </div>
      </div>
    </div>
  );
}
