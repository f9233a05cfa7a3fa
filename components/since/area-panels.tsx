'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { addDays, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { InspectionTotals } from '../../lib/wire/inspection-reads.ts';
import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import type { SurveysAnswer } from '../../lib/wire/survey-reads.ts';
import { useBoard } from '../live/use-board.ts';
import { useReadsMeasures } from '../ui/measures-reader.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAnswer } from './use-answer.ts';
import { useLook } from './use-look.ts';

// Each is fetched only where it has something to say.
const SincePanel = dynamic(() => import('./since-panel.tsx').then((part) => part.SincePanel), { ssr: false });
const BookCounts = dynamic(() => import('../book/book-counts.tsx').then((part) => part.BookCounts), {
  ssr: false,
});
const InspectionCounts = dynamic(
  () => import('../inspections/inspection-counts.tsx').then((part) => part.InspectionCounts),
  { ssr: false },
);
const SurveysPanel = dynamic(() => import('../surveys/surveys-panel.tsx').then((part) => part.SurveysPanel), {
  ssr: false,
});

/** Days of the suggestion books that are counted as new. */
const BOOK_DAYS = 7;

/** What is asked for once and not live, of an area or a unit. */
export function AreaPanels() {
  const { code, day, timezone } = useBoard((board) => board.header);
  const area = `/areas/${encodeURIComponent(code)}`;
  const may = useReadsMeasures();
  const asked = (path: string): string | null => (may ? `${area}/${path}` : null);
  const firstDay = addDays(day, 1 - BOOK_DAYS);
  const from = new Date(startOfDay(timezone, firstDay)).toISOString();
  const look = useLook(code);
  const week = useAnswer<SinceAnswer>(asked(`since?at=${from}`));
  const inspected = useAnswer<InspectionTotals>(asked('inspection-totals'));
  const surveys = useAnswer<SurveysAnswer>(asked('surveys'));
  // A place without a book, or whose book has rested, has nothing to say of it.
  const pages = (week?.suggestions.written ?? 0) + (week?.suggestions.unseen ?? 0);
  return (
    <>
      {may &&
        look?.kept &&
        (look.previous === null ? <FirstLook /> : <SincePanel previous={look.previous} />)}
      {week && pages > 0 && <BookCounts answer={week} firstDay={firstDay} />}
      {inspected && inspected.total.inspections + inspected.openFindings.of > 0 && (
        <InspectionCounts answer={inspected} />
      )}
      {surveys && surveys.surveys.length > 0 && <SurveysPanel answer={surveys} />}
    </>
  );
}

function FirstLook() {
  const t = useTranslations('since');
  return (
    <Panel title={t('title')}>
      <p className="mt-1 text-small text-ink2">{t('first')}</p>
    </Panel>
  );
}
