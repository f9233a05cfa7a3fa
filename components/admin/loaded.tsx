'use client';
import { useTranslations } from 'use-intl';
import { Answered, type AnsweredProps } from '../forms/answered.tsx';
import { Notice } from '../ui/notice.tsx';

type LoadedProps<T> = Pick<AnsweredProps<T>, 'state' | 'reload' | 'children'>;

/** What was asked for, or that it is on its way, or why it is not there. */
export function Loaded<T>(props: LoadedProps<T>) {
  const t = useTranslations('admin');
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
      loading={<Loading />}
      missing={<Notice title={t('goneTitle')} reason={t('goneReason')} />}
    />
  );
}

function Loading() {
  const t = useTranslations('admin');
  return (
    <div role="status" className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <span className="text-small text-ink2">{t('loading')}</span>
      {[80, 65, 72].map((width) => (
        <div
          key={width}
          aria-hidden="true"
          className="mt-2.5 h-3.5 rounded bg-grid"
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}
