'use client';
import { BookCounts } from '../book/book-counts.tsx';
import { SurveysPanel } from '../surveys/surveys-panel.tsx';
import { SincePanel } from './since-panel.tsx';

/** What is asked for once and not live, of an area or a unit. */
export function AreaPanels() {
  return (
    <>
      <SincePanel />
      <BookCounts />
      <SurveysPanel />
    </>
  );
}
