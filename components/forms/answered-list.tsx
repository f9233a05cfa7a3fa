'use client';
import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import { Answered, type AnsweredProps } from './answered.tsx';

type AnsweredListProps<T> = Pick<AnsweredProps<T>, 'state' | 'reload' | 'children'> & {
  /** Whose words say that it is on its way, or why it is not there. */
  theme: 'book' | 'inspections';
};

/** A list of acts or one of its lines; or that it is on its way, or why it is not there and what to do. */
export function AnsweredList<T>({ theme, ...props }: AnsweredListProps<T>) {
  const t = useTranslations(theme);
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
