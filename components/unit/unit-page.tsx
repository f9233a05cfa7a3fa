'use client';
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
      <div className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
        <div className="grid gap-3">
          <QueuesPanel />
          <CountersPanel />
        </div>
        <div className="grid gap-3">
          <WaitingPanel />
          <TodayPanel />
        </div>
        <div className="grid gap-3 md:col-span-2 md:grid-cols-2 xl:col-span-1 xl:grid-cols-1">
          <RatingsPanel />
          <NotesPanel />
        </div>
      </div>
    </div>
  );
}
