'use client';
import { useTranslations } from 'use-intl';
import { Answered, type AnsweredProps } from '../forms/answered.tsx';
import { Notice } from '../ui/notice.tsx';

type BookStateProps<T> = Pick<AnsweredProps<T>, 'state' | 'reload' | 'children'>;

/** What was asked for of the book, or that it is on its way, or why it is not there and what to do. */
export function BookState<T>(props: BookStateProps<T>) {
  const t = useTranslations('book');
  const words = {
    deniedTitle: t('deniedTitle'),
    deniedReason: t('deniedReason'),
    failedTitle: t('failedTitle'),
    retry: t('retry'),
  };
  return (
    <Answered
      {...props}
      words={words}
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
