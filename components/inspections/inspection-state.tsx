'use client';
import { useTranslations } from 'use-intl';
import { Answered, type AnsweredProps } from '../forms/answered.tsx';
import { Notice } from '../ui/notice.tsx';

type InspectionStateProps<T> = Pick<AnsweredProps<T>, 'state' | 'reload' | 'children'>;

/** What was asked for, or that it is on its way, or why it is not there and what to do. */
export function InspectionState<T>(props: InspectionStateProps<T>) {
  const t = useTranslations('inspections');
  return (
    <Answered
      {...props}
      words={{
        deniedTitle: t('deniedTitle'),
        deniedReason: t('deniedReason'),
        failedTitle: t('failedTitle'),
        retry: t('retry'),
      }}
      loading={
        <p
          role="status"
          className="mt-3 rounded-panel border border-line bg-panel px-4 py-6 text-small text-ink2"
        >
          {t('loading')}
        </p>
      }
      missing={<Notice title={t('missingTitle')} reason={t('missingReason')} />}
    />
  );
}
