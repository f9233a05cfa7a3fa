'use client';
import { useTranslations } from 'use-intl';
import type { QuestionCounts as Counts } from '../../lib/domain/meeting/question-state.ts';

/** PC8: how many questions, how many answered, and how many are overdue. */
export function QuestionCounts({ counts: { n, inTime, late, overdue } }: { counts: Counts }) {
  const t = useTranslations('meetings');
  return (
    <p className="mt-1">
      {t('counts', { n, answered: inTime + late, inTime })}
      {overdue > 0 && <b className="font-semibold text-missed"> · {t('overdueCount', { overdue })}</b>}
    </p>
  );
}
